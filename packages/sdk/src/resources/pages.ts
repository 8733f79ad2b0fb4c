import { invalidInput, nameProblems, unexpectedResponse } from "../errors/index.ts";
import type { WirePage } from "../schemas/index.ts";
import { callContext, type WireRequest } from "../wire/index.ts";
import { type Exchange, exchange, type Line, refuseNoOperation, requestFor } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import type { ListOperation } from "./operation.ts";

/** One page of a list. It may be short, or empty, with more to come. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the list goes on: hand it to `pages({ from })`, now or in another process. `undefined` at the end. */
  readonly next: string | undefined;
  /** How many items the whole list has. On the first page alone, and only where it was asked for. */
  readonly count: number | undefined;
}

/**
 * A list that is fetched page by page as it is used. Nothing is sent before it is iterated.
 *
 * @example
 * ```ts
 * for await (const guest of b2b.guests.list({ select: ["id", "mail"] })) console.log(guest.mail);
 * ```
 */
export interface PageIterable<T> extends AsyncIterable<T> {
  /** The list page by page; `from` takes up again where an earlier page's `next` pointed. */
  pages(options?: { readonly from?: string | undefined }): AsyncIterable<Page<T>>;
  /** All items in one array, or the first `max` of them. */
  collect(options?: { readonly max?: number | undefined }): Promise<T[]>;
}

/** A list over `operation`. The input is checked when it is first iterated. */
export function listOf<I, T>(
  line: Line,
  operation: ListOperation<I, T>,
  input: I,
  options: CallOptions = {},
  known?: readonly string[],
): PageIterable<T> {
  async function* pages(start: { readonly from?: string | undefined } = {}): AsyncGenerator<Page<T>> {
    const first = requestFor(line, operation, input, options, known);
    refuseWrite(first);
    refuseUnknown(operation.id, start, "from");
    const { from } = start;
    if (from !== undefined) refuseForeignStart(line, operation.id, from);
    const read = operation.output(input, first.context.trace);
    let request: WireRequest | undefined = from === undefined ? first : following(first, from);
    while (request) {
      const exchanged: Exchange<WirePage<T>> = await exchange(line, request, read);
      refuseForeignNext(line, request, exchanged);
      yield pageOf(exchanged.value, request === first);
      const { nextLink } = exchanged.value;
      request = nextLink === undefined ? undefined : following(first, nextLink);
    }
  }

  async function* items(): AsyncGenerator<T> {
    for await (const page of pages()) yield* page.items;
  }

  async function collect(bounds: { readonly max?: number | undefined } = {}): Promise<T[]> {
    const all: T[] = [];
    refuseNoOperation(operation);
    refuseUnknown(operation.id, bounds, "max");
    const { max = Number.POSITIVE_INFINITY } = bounds;
    if (!(typeof max === "number" && max >= 0)) {
      throw invalidInput(operation.id, [{ path: "max", expected: "must be a number from 0" }]);
    }
    if (max === 0) return all;
    for await (const item of items()) {
      all.push(item);
      if (all.length >= max) break;
    }
    return all;
  }

  return { [Symbol.asyncIterator]: items, pages, collect };
}

/** What changes something has no pages, and must not be carried out to find that out. */
function refuseWrite({ operation }: WireRequest): void {
  if (operation.effect === "read") return;
  const expected = "must be one that lists; hand this one to `call`";
  throw invalidInput(operation.id, [{ path: "operation", expected }]);
}

function refuseUnknown(operation: string, options: object, name: string): void {
  const problems = nameProblems(options, [name]);
  if (problems.length > 0) throw invalidInput(operation, problems);
}

function pageOf<T>({ items, nextLink, count }: WirePage<T>, isFirst: boolean): Page<T> {
  return { items, next: nextLink, count: isFirst ? count : undefined };
}

/** A next link goes out exactly as it came in. Headers are not part of it, and have to go along each time. */
function following(first: WireRequest, next: string): WireRequest {
  const { trace: _, ...limits } = first.context;
  return { ...first, target: { next }, context: callContext(limits) };
}

function refuseForeignStart(line: Line, operation: string, from: string): void {
  if (staysAt(line, from)) return;
  throw invalidInput(operation, [{ path: "from", expected: `must be a next link of ${line.cloud.graph}` }]);
}

function refuseForeignNext<T>(
  line: Line,
  request: WireRequest,
  { value, response }: Exchange<WirePage<T>>,
): void {
  if (value.nextLink === undefined || staysAt(line, value.nextLink)) return;
  const problem = { path: "@odata.nextLink", expected: `must stay at ${line.cloud.graph}` };
  throw unexpectedResponse(request, response, [problem]);
}

function staysAt({ cloud }: Line, link: string): boolean {
  return URL.parse(link)?.origin === new URL(cloud.graph).origin;
}

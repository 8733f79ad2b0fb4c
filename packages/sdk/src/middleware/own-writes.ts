import type { Clock } from "../time/index.ts";
import type { CallTrace, Middleware, Shown, WireRequest, WireResponse, Written } from "../wire/index.ts";

/** How long, and for how many objects, the client remembers what it has written. */
export interface OwnWritesOptions {
  readonly clock: Clock;
  /** How long an instance may show an object as it was before a write, in milliseconds. */
  readonly windowMs?: number;
  /** How many objects are remembered; the one written longest ago is forgotten first. */
  readonly capacity?: number;
}

/**
 * Marks answers that do not show what this client itself has written within the window, with the warning
 * `behind-own-writes`: the instance that answered lags, and nothing certain can be said by such an answer. An answer that
 * shows it is as good as any; so is every answer where nothing was written.
 */
export function ownWrites({ clock, windowMs = 120_000, capacity = 10_000 }: OwnWritesOptions): Middleware {
  const written = new WrittenObjects(windowMs, capacity);

  function remember({ operation, context }: WireRequest, response?: WireResponse): void {
    const { writes = () => [] } = operation;
    if (response !== undefined && response.status < 300) written.note(writes(response), clock.now());
    else if (context.trace.outcome === "unknown") written.doubt(writes(undefined), clock.now());
  }

  return (next) =>
    async function ownWrites(request) {
      const { operation, context } = request;
      let response: WireResponse;
      try {
        response = await next(request);
      } catch (failure) {
        remember(request);
        throw failure;
      }
      remember(request, response);
      const shown = operation.shows?.(response, request) ?? [];
      if (shown.some((one) => written.isBehind(one, clock.now()))) warn(context.trace);
      return response;
    };
}

function warn(trace: CallTrace): void {
  const text = "the instance that answered does not show yet what this client has just written";
  trace.warnings = [...trace.warnings, { code: "behind-own-writes", text }];
}

/** What one object was written as. `shown` is "doubtful" where nobody knows whether the write was carried out. */
interface Note {
  readonly at: number;
  readonly shown: Written["shown"] | "doubtful";
}

/** How many lists that somebody is reading through are remembered. */
const LISTS = 100;

/** The objects that were written within the window, by collection and id. */
class WrittenObjects {
  readonly #windowMs: number;
  readonly #capacity: number;
  /** In the order of writing. */
  readonly #notes = new Map<string, Note & { readonly collection: string; readonly id: string }>();
  /** What lists have shown so far, by their next links. */
  readonly #pages = new Map<string, ReadonlySet<string>>();

  constructor(windowMs: number, capacity: number) {
    this.#windowMs = windowMs;
    this.#capacity = capacity;
  }

  note(all: readonly Written[], now: number): void {
    this.#forgetOld(now);
    for (const one of all) this.#noteOne(one, now);
  }

  doubt(all: readonly Written[], now: number): void {
    this.#forgetOld(now);
    for (const one of all) this.#add(one, { at: now, shown: "doubtful" });
  }

  #noteOne(one: Written, now: number): void {
    const id = one.id.toLowerCase();
    const before = this.#notes.get(keyOf(one))?.shown;
    const rest = one.isWhole || before === "doubtful" ? {} : before;
    // Nobody looks for what is gone: not where it had been put, either.
    if (one.shown === undefined)
      for (const [key, note] of this.#notes) if (note.id === id) this.#notes.delete(key);
    this.#add(one, { at: now, shown: one.shown && { ...rest, ...one.shown } });
  }

  /** Whether an answer shows anything otherwise than it was written, or nobody can tell how that was. */
  isBehind(given: Shown, now: number): boolean {
    this.#forgetOld(now);
    const { collection, sights, isWhole } = given;
    const differs = sights.some(({ id, shown }) => {
      const note = this.#notes.get(keyOf({ collection, id }));
      return note !== undefined && !agrees(note.shown, shown);
    });
    const listed = this.#listedUpTo(given);
    if (differs || !isWhole) return differs;
    return [...this.#notes.values()].some(
      (note) => note.collection === collection && note.shown !== undefined && !listed.has(note.id),
    );
  }

  /** The ids on a page, and on those that led to it. They are kept where a page follows. */
  #listedUpTo({ collection, sights, from, next }: Shown): ReadonlySet<string> {
    const before = from === undefined ? undefined : this.#pages.get(`${collection} ${from}`);
    const listed = new Set([...(before ?? []), ...sights.map(({ id }) => id.toLowerCase())]);
    if (next !== undefined) {
      this.#pages.set(`${collection} ${next}`, listed);
      const oldest = this.#pages.size > LISTS ? this.#pages.keys().next().value : undefined;
      if (oldest !== undefined) this.#pages.delete(oldest);
    }
    return listed;
  }

  #add(one: Pick<Written, "collection" | "id">, note: Note): void {
    const key = keyOf(one);
    this.#notes.delete(key);
    this.#notes.set(key, { ...note, collection: one.collection, id: one.id.toLowerCase() });
    const oldest = this.#notes.size > this.#capacity ? this.#notes.keys().next().value : undefined;
    if (oldest !== undefined) this.#notes.delete(oldest);
  }

  #forgetOld(now: number): void {
    for (const [key, { at }] of this.#notes) {
      if (now - at < this.#windowMs) return;
      this.#notes.delete(key);
    }
  }
}

function keyOf({ collection, id }: Pick<Written, "collection" | "id">): string {
  return `${collection}/${id.toLowerCase()}`;
}

function agrees(written: Note["shown"], shown: Written["shown"]): boolean {
  if (written === "doubtful") return false;
  if (written === undefined || shown === undefined) return written === shown;
  return isObjectShown(written, shown);
}

/** Whether all that was written is there. Letters' case, the order of lists and how nothing is written tell nothing. */
function isShown(written: unknown, shown: unknown): boolean {
  if (isNothing(written)) return isNothing(shown);
  if (Array.isArray(written)) {
    return (
      Array.isArray(shown) &&
      written.length === shown.length &&
      written.every((one) => shown.some((other) => isShown(one, other)))
    );
  }
  if (typeof written === "object") return isObjectShown({ ...written }, shown);
  return typeof written === "string" && typeof shown === "string"
    ? written.toLowerCase() === shown.toLowerCase()
    : written === shown;
}

function isObjectShown(written: Readonly<Record<string, unknown>>, shown: unknown): boolean {
  if (typeof shown !== "object" || shown === null) return false;
  const properties: Readonly<Record<string, unknown>> = { ...shown };
  // What was not asked for says nothing.
  return Object.entries(written).every(
    ([name, value]) => properties[name] === undefined || isShown(value, properties[name]),
  );
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === "object" && Object.values<unknown>({ ...value }).every(isNothing);
}

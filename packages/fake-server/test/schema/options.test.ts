import type { WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { routes } from "../../src/graph/routes/index.ts";
import { makeEverything } from "./make.ts";
import { Sweep } from "./sweep.ts";

type Json = Readonly<Record<string, unknown>>;
type Shows = (answer: WireResponse, whole: readonly Json[]) => boolean;

const NOBODY = "00000000-0000-4000-8000-00000000beef";
const READ = routes
  .filter(({ methods }) => "GET" in methods)
  .map(({ path }) => path)
  .toSorted((one, other) => one.length - other.length);

const itemsIn = ({ body }: WireResponse) => (body as { readonly value: readonly Json[] }).value;
const namesOf = (items: readonly Json[]) =>
  items.map(({ displayName }) => String(displayName ?? "").toLowerCase());
/** Of a list nothing, and of a number nought. */
const isEmpty: Shows = (answer) => (answer.body === 0 ? true : itemsIn(answer).length === 0);
const never: Shows = () => false;

/** Each option, and what a list that applies it shows; one that does not is refused. */
const OPTIONS: readonly (readonly [option: string, value: string, shows: Shows])[] = [
  ["$filter", `id eq '${NOBODY}'`, isEmpty],
  ["$filter", "displayName eq 'nobody'", isEmpty],
  ["$filter", "principalDisplayName eq 'nobody'", isEmpty],
  ["$search", '"displayName:nobody"', isEmpty],
  [
    "$top",
    "1",
    (answer, whole) =>
      itemsIn(answer).length <= 1 && "@odata.nextLink" in (answer.body as Json) === whole.length > 1,
  ],
  ["$count", "true", (answer, whole) => (answer.body as Json)["@odata.count"] === whole.length],
  [
    "$orderby",
    "displayName desc",
    (answer) => {
      const names = namesOf(itemsIn(answer));
      return names.join() === names.toSorted().toReversed().join();
    },
  ],
  ["$skip", "1", (answer, whole) => itemsIn(answer).length === Math.max(whole.length - 1, 0)],
  ["$skiptoken", "elsewhere", never],
  ["$deltatoken", "elsewhere", never],
  ["$expand", "nothing", never],
  ["$format", "xml", never],
  ["$apply", "aggregate($count as n)", never],
  ["$colour", "blue", never],
];

/** What is in a list, or nothing of a number; `undefined` for what is neither. */
function wholeOf({ status, body }: WireResponse): readonly Json[] | undefined {
  if (status !== 200) return undefined;
  if (typeof body === "number") return [];
  const { value } = (body ?? {}) as Json;
  return Array.isArray(value) ? (value as readonly Json[]) : undefined;
}

/** What a list drops of the options; `undefined` for what is no list. */
async function droppedBy(sweep: Sweep, path: string): Promise<readonly string[] | undefined> {
  const whole = wholeOf(await sweep.ask("GET", path));
  if (whole === undefined) return undefined;
  const [first] = whole;
  if (first !== undefined) sweep.keys[path] ??= String(first.id ?? first.tenantId);
  const dropped: string[] = [];
  for (const [option, value, shows] of OPTIONS) {
    const answer = await sweep.ask("GET", path, { query: { [option]: value } });
    if (answer.status < 400 && !shows(answer, whole)) dropped.push(`${path}?${option}=${value}`);
  }
  return dropped;
}

describe("an option of a list", () => {
  test("is applied or refused, and never dropped without a word, whichever list it is", async () => {
    const sweep = new Sweep("public");
    await makeEverything(sweep);
    let lists = 0;
    for (const path of READ) {
      const dropped = await droppedBy(sweep, path);
      expect(dropped ?? []).toEqual([]);
      if (dropped !== undefined) lists++;
    }
    expect(lists).toBeGreaterThan(40);
  });
});

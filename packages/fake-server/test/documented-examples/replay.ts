import type { DocumentedExample, Effect } from "./example.ts";
import { Furnishing } from "./furnish.ts";
import { departuresFrom, readShape } from "./shape.ts";
import { type Answer, open, type Way } from "./ways.ts";

type Json = Readonly<Record<string, unknown>>;
type Read = (path: string) => Promise<Answer>;

/** Makes what an example needs, asks what it asks, and says where the answer is not what its page shows. */
export async function departuresOf(example: DocumentedExample, way: Way): Promise<readonly string[]> {
  await using opened = await open(way);
  const furnishing = new Furnishing(opened);
  for (const name of example.given ?? []) await furnishing.of(name);
  const { body } = example;
  const sent = body === undefined ? undefined : await furnishing.filledIn(body);
  const asked = await furnishing.filledIn(example.ask);
  const answer = await opened.ask(asked, { body: sent, headers: example.headers ?? {} });
  if (answer.status !== example.status)
    return [`${answer.status} instead of ${example.status}: ${JSON.stringify(answer.body)}`];
  if (example.shows !== undefined) return departuresFrom(readShape(example.shows), answer.body);
  if (answer.body !== undefined) return ["the answer has a body"];
  if (example.effect === undefined) return [];
  return await departuresOfEffect(
    await furnishing.filledIn(example.effect),
    (path) => opened.ask(`GET ${path}`),
    sent,
  );
}

async function departuresOfEffect(effect: Effect, read: Read, sent: unknown): Promise<readonly string[]> {
  const { status, body } = await read(effect.read);
  if ("isGone" in effect) return status === 404 ? [] : [`it is still there: ${status}`];
  if (status !== 200) return [`it cannot be read: ${status} ${JSON.stringify(body)}`];
  if ("keeps" in effect) {
    const isKept = isWithin(sent, body, effect.beside?.names ?? []);
    return isKept ? [] : [`it was not kept: ${JSON.stringify(body)}`];
  }
  const ids = (body as { readonly value: readonly Json[] }).value.map(({ id }) => id);
  if ("lacks" in effect) return ids.includes(effect.lacks) ? [`${effect.lacks} is still in the list`] : [];
  return effect.lists.filter((id) => !ids.includes(id)).map((id) => `${id} is not in the list`);
}

/** Whether a value has all of another one. It may have more properties, but in the items of a list those that are named alone. */
function isWithin(part: unknown, whole: unknown, beside: readonly string[], inList = false): boolean {
  if (typeof part !== "object" || part === null) return part === whole;
  if (typeof whole !== "object" || whole === null) return false;
  const isList = Array.isArray(part);
  if (isList && part.length !== (whole as readonly unknown[]).length) return false;
  const more = Object.keys(whole).filter((name) => !Object.hasOwn(part, name));
  if (inList && !more.every((name) => beside.includes(name))) return false;
  return Object.entries(part).every(([name, value]) =>
    isWithin(value, (whole as Json)[name], beside, isList),
  );
}

import type { Body } from "../body.ts";
import type { Told } from "./changes.ts";

/** Where somebody stands in what they are told: at which object, and after how many pieces of it. */
export interface Place {
  readonly place: number;
  readonly part: number;
}

/** How many links an answer holds before it says no more. That there is such a number is documented, the number is assumed. */
const MOST_LINKS = 1_000;

/**
 * What one answer tells, and where the next one goes on. An object with more links than fit comes again and again, with the
 * same properties and other links, each time by itself.
 *
 * @see https://learn.microsoft.com/graph/delta-query-groups section "Paging through members in a large group"
 */
export function answerFrom(
  told: Told,
  { place, part }: Place,
  most: number,
): { readonly value: readonly Body[]; readonly next: Place } {
  const bodies = told.slice(place, place + most);
  const large = bodies.findIndex((body) => linksIn(body).length > MOST_LINKS);
  if (large !== 0) {
    const value = large < 0 ? bodies : bodies.slice(0, large);
    return { value, next: { place: place + value.length, part: 0 } };
  }
  const links = linksIn(bodies[0] ?? {});
  const from = part * MOST_LINKS;
  const piece = withLinks(bodies[0] ?? {}, links.slice(from, from + MOST_LINKS));
  const isLast = from + MOST_LINKS >= links.length;
  return { value: [piece], next: isLast ? { place: place + 1, part: 0 } : { place, part: part + 1 } };
}

type Link = readonly [name: string, end: unknown];

function linksIn(body: Body): readonly Link[] {
  const lists = Object.entries(body).filter(([name]) => name.endsWith("@delta"));
  return lists.flatMap(([name, ends]) => (ends as readonly unknown[]).map((end): Link => [name, end]));
}

function withLinks(body: Body, links: readonly Link[]): Body {
  const own = Object.entries(body).filter(([name]) => !name.endsWith("@delta"));
  const lists = Object.entries(Object.groupBy(links, ([name]) => name));
  return Object.fromEntries([
    ...own,
    ...lists.map(([name, some = []]) => [name, some.map(([, end]) => end)]),
  ]);
}

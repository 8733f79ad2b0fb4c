import { type Comparable, comparable } from "./comparable.ts";
import { type Entity, type EntityModel, type PropertyModel, propertyName, readProperty } from "./model.ts";
import { QueryRefused, unsupportedSortProperty } from "./query-refused.ts";

/** What an object is put in order by: one value for each property that the order names. */
export type SortKey = readonly Comparable[] | Comparable;

/** An order of objects, by keys that are made of each of them once. */
export interface Order {
  readonly keyOf: (entity: Entity) => SortKey;
  readonly compare: (first: SortKey, second: SortKey) => number;
}

interface Term {
  readonly keyOf: (entity: Entity) => Comparable;
  readonly sign: 1 | -1;
}

/**
 * The order that an `$orderby` asks for; `undefined` where it asks for none.
 *
 * @param filtered - whether there is a `$filter` too: the two go together in an advanced query alone
 */
export function readOrder(
  model: EntityModel,
  orderby: string | undefined,
  filtered: boolean,
  advanced: boolean,
): Order | undefined {
  if (orderby === undefined || orderby.trim() === "") return undefined;
  if (filtered && !advanced) throw unsupportedOrder();
  const [first, ...more] = orderby.split(",").map((term) => readTerm(model, term.trim(), advanced)) as [
    Term,
    ...Term[],
  ];
  return more.length === 0 ? byOne(first) : byAll([first, ...more]);
}

/** Nearly every order names one property: its keys need no list. */
function byOne({ keyOf, sign }: Term): Order {
  return { keyOf, compare: (first, second) => sign * compare(first as Comparable, second as Comparable) };
}

function byAll(terms: readonly Term[]): Order {
  return {
    keyOf: (entity) => terms.map(({ keyOf }) => keyOf(entity)),
    compare(first, second) {
      for (const [at, { sign }] of terms.entries()) {
        const [left, right] = [(first as readonly Comparable[])[at], (second as readonly Comparable[])[at]];
        const result = sign * compare(left ?? null, right ?? null);
        if (result !== 0) return result;
      }
      return 0;
    },
  };
}

function readTerm(model: EntityModel, term: string, advanced: boolean): Term {
  const [written = "", direction = "asc", more] = term.split(/\s+/);
  const descending = direction.toLowerCase() === "desc";
  if (more !== undefined || !(descending || direction.toLowerCase() === "asc")) {
    throw new QueryRefused(
      "BadRequest",
      "Invalid $orderby clause: a property, then 'asc' or 'desc', was expected.",
    );
  }
  const name = propertyName(model, written);
  const { orderBy, type } = model.properties[name] as PropertyModel;
  if (orderBy === undefined) throw unsupportedOrder();
  if (orderBy === "advanced" && !advanced) throw unsupportedSortProperty(name, model.name);
  return { keyOf: (entity) => comparable(readProperty(entity, name), type), sign: descending ? -1 : 1 };
}

/** Text without case, instants in time; null comes first. */
function compare(left: Comparable, right: Comparable): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? -1 : 1;
  return left < right ? -1 : 1;
}

function unsupportedOrder(): QueryRefused {
  return new QueryRefused("Request_UnsupportedQuery", "Sorting not supported for current query.");
}

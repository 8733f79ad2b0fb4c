import { comparable } from "./comparable.ts";
import { type Entity, type EntityModel, type PropertyModel, propertyName, readProperty } from "./model.ts";
import { QueryRefused, unsupportedSortProperty } from "./query-refused.ts";

type Order = (first: Entity, second: Entity) => number;

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
  const orders = orderby.split(",").map((term) => readTerm(model, term.trim(), advanced));
  return (first, second) => {
    for (const order of orders) {
      const result = order(first, second);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function readTerm(model: EntityModel, term: string, advanced: boolean): Order {
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
  const sign = descending ? -1 : 1;
  return (first, second) => sign * compare(readProperty(first, name), readProperty(second, name), type);
}

/** Text without case, instants in time; null comes first. */
function compare(first: unknown, second: unknown, type: PropertyModel["type"]): number {
  const [left, right] = [comparable(first, type), comparable(second, type)];
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? -1 : 1;
  return left < right ? -1 : 1;
}

function unsupportedOrder(): QueryRefused {
  return new QueryRefused("Request_UnsupportedQuery", "Sorting not supported for current query.");
}

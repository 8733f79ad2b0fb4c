import { type Comparable, comparable } from "./comparable.ts";
import type { Clause, Comparison, Filter, Literal, Path } from "./filter.ts";
import { type Entity, type EntityModel, type PropertyModel, propertyName, readProperty } from "./model.ts";

/** Whether an object fits. */
export type Predicate<T = Entity> = (value: T) => boolean;

/** Turns a filter that has been checked into a function. Text is compared without case. */
export function compileFilter(model: EntityModel, filter: Filter): Predicate {
  switch (filter.kind) {
    case "and": {
      const [left, right] = [compileFilter(model, filter.left), compileFilter(model, filter.right)];
      return (entity) => left(entity) && right(entity);
    }
    case "or": {
      const [left, right] = [compileFilter(model, filter.left), compileFilter(model, filter.right)];
      return (entity) => left(entity) || right(entity);
    }
    case "not": {
      const inner = compileFilter(model, filter.inner);
      return (entity) => !inner(entity);
    }
    case "lambda": {
      const property = propertyName(model, filter.path[0] ?? "");
      const inner = compileItem(filter.inner as Filter);
      return (entity) => itemsOf(entity, property).some(inner);
    }
    default: {
      const read = readerOf(model, filter.path);
      const test = compileTest(filter, kindOf(model, filter.path));
      return (entity) => test(read(entity));
    }
  }
}

/** A condition on one item of a collection: on the item itself, or on a part of it. */
function compileItem(inner: Filter): Predicate<unknown> {
  if (inner.kind === "and") {
    const [left, right] = [compileItem(inner.left), compileItem(inner.right)];
    return (item) => left(item) && right(item);
  }
  const clause = inner as Clause;
  const part = clause.path[1]?.toLowerCase();
  const test = compileTest(clause, "string");
  return (item) => test(comparable(part === undefined ? item : partOf(item, part), "string"));
}

function compileTest(clause: Clause, kind: PropertyModel["type"]): (value: Comparable) => boolean {
  switch (clause.kind) {
    case "in": {
      const values = new Set(clause.values.map((literal) => comparableLiteral(literal, kind)));
      return (value) => values.has(value);
    }
    case "text": {
      const wanted = String(clause.value.value).toLowerCase();
      return clause.function === "startsWith"
        ? (value) => typeof value === "string" && value.startsWith(wanted)
        : (value) => typeof value === "string" && value.endsWith(wanted);
    }
    default:
      return compareWith(clause.operator, comparableLiteral(clause.value, kind));
  }
}

/** Nothing is larger or smaller than null; only `ne` holds between null and a value. */
function compareWith(operator: Comparison, wanted: Comparable): (value: Comparable) => boolean {
  const ordered =
    (holds: (value: string | number, wanted: string | number) => boolean) => (value: Comparable) =>
      typeof value === typeof wanted &&
      typeof value !== "boolean" &&
      value !== null &&
      holds(value, wanted as string | number);
  switch (operator) {
    case "eq":
      return (value) => value === wanted;
    case "ne":
      return (value) => value !== wanted;
    case "gt":
      return ordered((value, than) => value > than);
    case "ge":
      return ordered((value, than) => value >= than);
    case "lt":
      return ordered((value, than) => value < than);
    case "le":
      return ordered((value, than) => value <= than);
  }
}

function readerOf(model: EntityModel, path: Path): (entity: Entity) => Comparable {
  const property = propertyName(model, path[0] ?? "");
  if (path.length > 1) return (entity) => itemsOf(entity, property).length;
  const kind = (model.properties[property] as PropertyModel).type;
  return (entity) => comparable(readProperty(entity, property), kind);
}

function kindOf(model: EntityModel, path: Path): PropertyModel["type"] {
  return path.length > 1
    ? "string"
    : (model.properties[propertyName(model, path[0] ?? "")] as PropertyModel).type;
}

function comparableLiteral({ value }: Literal, kind: PropertyModel["type"]): Comparable {
  return comparable(value, kind);
}

function itemsOf(entity: Entity, property: string): readonly unknown[] {
  const value = readProperty(entity, property);
  return Array.isArray(value) ? value : [];
}

function partOf(item: unknown, part: string): unknown {
  if (typeof item !== "object" || item === null) return null;
  return Object.entries(item).find(([name]) => name.toLowerCase() === part)?.[1] ?? null;
}

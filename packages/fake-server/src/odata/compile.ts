import { type ConditionOnValue, conditionOf } from "./condition.ts";
import type { Clause, Filter, Lambda } from "./filter.ts";
import { type Located, locate, type Within } from "./locate.ts";
import type { Entity, EntityModel } from "./model.ts";

/** Whether an object fits. */
export type Predicate<T = Entity> = (value: T) => boolean;

/** Turns a filter that has been checked into a function. Text is compared without case. */
export function compileFilter(model: EntityModel, filter: Filter): Predicate {
  return compilePart(model, filter, undefined);
}

/** A condition on an object, or on an item within a lambda. */
function compilePart(model: EntityModel, part: Filter, within: Within | undefined): Predicate<unknown> {
  switch (part.kind) {
    case "and": {
      const left = compilePart(model, part.left, within);
      const right = compilePart(model, part.right, within);
      return (value) => left(value) && right(value);
    }
    case "or": {
      const left = compilePart(model, part.left, within);
      const right = compilePart(model, part.right, within);
      return (value) => left(value) || right(value);
    }
    case "not": {
      const inner = compilePart(model, part.inner, within);
      return (value) => !inner(value);
    }
    case "lambda":
      return compileLambda(model, part, within);
    default:
      return compileClause(model, part, within);
  }
}

function compileLambda(
  model: EntityModel,
  { path, quantifier, variable, inner }: Lambda,
  within: Within | undefined,
): Predicate<unknown> {
  const { name, steps } = locate(model, path, within) as Located;
  const holds = inner === undefined ? () => true : compilePart(model, inner, { variable, collection: name });
  return quantifier === "any"
    ? (value) => itemsOf(readPath(value, steps)).some(holds)
    : (value) => itemsOf(readPath(value, steps)).every(holds);
}

function compileClause(model: EntityModel, clause: Clause, within: Within | undefined): Predicate<unknown> {
  const { property, steps, counts } = locate(model, clause.path, within) as Located;
  const holds = conditionOf(clause, counts ? "number" : property.type);
  return counts ? (value) => holds(itemsOf(readPath(value, steps)).length) : reading(steps, holds);
}

/** Most conditions are about a property of the object itself, and so do without a loop. */
function reading(steps: readonly string[], holds: ConditionOnValue): Predicate<unknown> {
  const [first, ...more] = steps;
  if (first === undefined) return holds;
  if (more.length > 0) return (value) => holds(readPath(value, steps));
  return (value) => holds(readStep(value, first));
}

/** What is at the end of a path; null where it breaks off. */
function readPath(value: unknown, steps: readonly string[]): unknown {
  let found = value;
  for (const step of steps) found = readStep(found, step);
  return found;
}

function readStep(value: unknown, step: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[step]
    : null;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

import { DOCUMENTED_LIMITS } from "../directory/index.ts";
import { checkFilter } from "./check.ts";
import { compileFilter, type Predicate } from "./compile.ts";
import type { Filter } from "./filter.ts";
import { type EntityModel, propertyName } from "./model.ts";
import { type Order, readOrder } from "./order.ts";
import { parseFilter } from "./parser.ts";
import { QueryRefused } from "./query-refused.ts";
import { readSelect } from "./select.ts";

/** The query options of a list, decoded, as they were sent. */
export interface ListOptions {
  readonly filter?: string | undefined;
  readonly select?: string | undefined;
  readonly orderby?: string | undefined;
  readonly top?: string | undefined;
  readonly count?: string | undefined;
}

/** A list query that has been understood. */
export interface ListQuery {
  readonly matches: Predicate;
  /** `undefined` where no order was asked for. */
  readonly order: Order | undefined;
  readonly select: readonly string[];
  /** Whether the query said what to select. */
  readonly selected: boolean;
  /** How many objects a page holds. */
  readonly top: number;
  readonly count: boolean;
  /** A value that every match has in this property: lets an index find the candidates. */
  readonly lookUp: { readonly property: string; readonly value: string } | undefined;
}

/** How large a list query may be. */
export interface ListLimits {
  /** Objects on a page. */
  readonly page: number;
  /** Alternatives of a default query's `or` or `in`. */
  readonly alternatives: number;
}

const DOCUMENTED: ListLimits = {
  page: DOCUMENTED_LIMITS["users-per-page"].value,
  alternatives: DOCUMENTED_LIMITS["filter-alternatives"].value,
};

const DEFAULT_TOP = 100;

/**
 * Understands a list query, or refuses it as Graph does.
 *
 * @param eventual - whether `ConsistencyLevel: eventual` was sent; with `$count=true` it makes the query an advanced one
 */
export function readListQuery(
  model: EntityModel,
  options: ListOptions,
  eventual: boolean,
  most: ListLimits = DOCUMENTED,
): ListQuery {
  // Without the header a count is ignored, without a word.
  const count = eventual && options.count?.toLowerCase() === "true";
  const filter = options.filter === undefined ? undefined : parseFilter(options.filter);
  if (filter) checkFilter(model, filter, count, most.alternatives);
  return {
    matches: filter ? compileFilter(model, filter) : () => true,
    order: readOrder(model, options.orderby, filter !== undefined, count),
    select: readSelect(model, options.select),
    selected: options.select !== undefined && options.select.trim() !== "",
    top: readTop(options.top, most.page),
    count,
    lookUp: filter && lookUpOf(model, filter),
  };
}

/** The text about sizes is Graph's own, as several clients quote it; that about what is no number is assumed. */
function readTop(top: string | undefined, maxTop: number): number {
  if (top === undefined) return DEFAULT_TOP;
  if (!/^\d+$/.test(top)) {
    throw new QueryRefused(
      "BadRequest",
      `Invalid value '${top}' for $top query option found. The $top query option requires a non-negative integer value.`,
    );
  }
  if (Number(top) < 1 || Number(top) > maxTop) {
    throw new QueryRefused(
      "Request_UnsupportedQuery",
      `Invalid page size specified: '${top}'. Must be between 1 and ${maxTop} inclusive.`,
    );
  }
  return Number(top);
}

/** Only what stands in `and`s from the top down holds for every match. */
function lookUpOf(model: EntityModel, filter: Filter): ListQuery["lookUp"] {
  if (filter.kind === "and") {
    const found = [lookUpOf(model, filter.left), lookUpOf(model, filter.right)].filter(
      (each) => each !== undefined,
    );
    // A property that takes one of a few values leaves many candidates.
    return found.find(({ property }) => model.properties[property]?.values === undefined) ?? found[0];
  }
  const clause = filter.kind === "lambda" ? filter.inner : filter;
  if (clause?.kind !== "compare" || clause.operator !== "eq" || clause.path.length > 1) return undefined;
  if (filter.kind === "lambda" && (filter.quantifier === "all" || filter.path.length > 1)) return undefined;
  if (clause.value.kind !== "string" && clause.value.kind !== "guid") return undefined;
  const { path } = filter.kind === "lambda" ? filter : clause;
  return { property: propertyName(model, path[0] ?? ""), value: clause.value.value };
}

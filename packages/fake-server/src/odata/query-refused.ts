/** A query that Graph refuses, with Graph's own code and text. */
export class QueryRefused extends Error {
  override readonly name = "QueryRefused";
  readonly code: "Request_UnsupportedQuery" | "Request_BadRequest" | "BadRequest";

  constructor(code: QueryRefused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** For what needs the advanced query capabilities, asked for without them. */
export function needsAdvanced(operator: string): QueryRefused {
  return new QueryRefused(
    "Request_UnsupportedQuery",
    `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
  );
}

/** For an operator or a value that a property never takes. */
export function unsupportedClause(property: string, type: string): QueryRefused {
  return new QueryRefused(
    "Request_UnsupportedQuery",
    `Unsupported or invalid query filter clause specified for property '${property}' of resource '${type}'.`,
  );
}

/** For a property that a list cannot be ordered by without the advanced query capabilities; as reported by users. */
export function unsupportedSortProperty(property: string, type: string): QueryRefused {
  return new QueryRefused(
    "Request_UnsupportedQuery",
    `Unsupported sort property '${property}' for '${type}'.`,
  );
}

export function unknownProperty(name: string, type: string): QueryRefused {
  return new QueryRefused(
    "BadRequest",
    `Could not find a property named '${name}' on type 'microsoft.graph.${type.charAt(0).toLowerCase()}${type.slice(1)}'.`,
  );
}

/**
 * For a value of another type than the property's. Types are named as OData names them, `Edm.String`.
 *
 * @see https://github.com/OpenAEV-Platform/collectors/issues/564 for this text and the next one
 */
export function incompatibleTypes(property: string, value: string, operator: string): QueryRefused {
  return new QueryRefused(
    "BadRequest",
    `Invalid filter clause: A binary operator with incompatible types was detected. Found operand types '${property}' and '${value}' for operator kind '${operator}'.`,
  );
}

/** For a date that does not exist, and for one without its zone. */
export function invalidInstant(text: string): QueryRefused {
  return new QueryRefused(
    "BadRequest",
    `Invalid filter clause: The DateTimeOffset text '${text}' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.`,
  );
}

/** For an `or` or an `in` of more than a default query takes. */
export function tooManyAlternatives(count: number, most: number): QueryRefused {
  return new QueryRefused(
    "Request_UnsupportedQuery",
    `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${most}.`,
  );
}

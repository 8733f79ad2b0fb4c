/** A value that a filter names. */
export type Literal =
  | { readonly kind: "string" | "dateTime" | "guid"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null"; readonly value: null };

export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
export type TextFunction = "startsWith" | "endsWith" | "contains";

/** What is compared: names from the outside in, `["x", "issuer"]` for `x/issuer`. */
export type Path = readonly string[];

/** A filter as a tree. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "not"; readonly inner: Filter }
  | { readonly kind: "compare"; readonly path: Path; readonly operator: Comparison; readonly value: Literal }
  | { readonly kind: "in"; readonly path: Path; readonly values: readonly Literal[] }
  | { readonly kind: "text"; readonly function: TextFunction; readonly path: Path; readonly value: Literal }
  | {
      readonly kind: "lambda";
      readonly quantifier: "any" | "all";
      readonly path: Path;
      readonly variable: string;
      /** Absent in `any()`: there is an item at all. */
      readonly inner: Filter | undefined;
    };

/** What is said of one property. */
export type Clause = Extract<Filter, { kind: "compare" | "in" | "text" }>;
export type Lambda = Extract<Filter, { kind: "lambda" }>;

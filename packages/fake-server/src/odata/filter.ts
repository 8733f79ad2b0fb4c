/** A value that a filter names. */
export type Literal =
  | { readonly kind: "string" | "dateTime" | "guid"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null"; readonly value: null }
  /** `microsoft.graph.riskState'none'`, with the name of its type. */
  | { readonly kind: "enum"; readonly value: string; readonly type: string }
  /** Another property, where only a value can be compared with. */
  | { readonly kind: "path"; readonly value: string };

export type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le" | "has";
export type TextFunction = "startsWith" | "endsWith" | "contains";

/** What is compared: names from the outside in, `["x", "issuer"]` for `x/issuer`. */
export type Path = readonly string[];

/** What every condition on a property has. */
interface OnProperty {
  readonly path: Path;
  /** Whether it stands within `tolower(…)`. */
  readonly lowered: boolean;
}

/** A filter as a tree. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "not"; readonly inner: Filter }
  | (OnProperty & {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly value: Literal;
      /** Whether the property stood alone: `accountEnabled` for `accountEnabled eq true`. */
      readonly alone: boolean;
    })
  | (OnProperty & { readonly kind: "in"; readonly values: readonly Literal[] })
  | (OnProperty & { readonly kind: "text"; readonly function: TextFunction; readonly value: Literal })
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

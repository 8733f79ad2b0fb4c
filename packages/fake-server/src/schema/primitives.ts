type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const matches =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === "string" && pattern.test(value);
const within =
  (least: number, most: number): Test =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** Whether a JSON value is one of a primitive type. */
const PRIMITIVES: Readonly<Record<string, Test>> = {
  String: isText,
  Boolean: (value) => typeof value === "boolean",
  Int32: within(-(2 ** 31), 2 ** 31 - 1),
  Int64: Number.isInteger,
  Double: (value) => typeof value === "number",
  Guid: matches(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i),
  DateTimeOffset: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i),
  Date: matches(/^\d{4}-\d\d-\d\d$/),
  Duration: matches(/^-?P/),
  Untyped: () => true,
};

/** Whether it is one; `undefined` for a name that is no primitive type. */
export function isPrimitive(name: string, value: unknown): boolean | undefined {
  return Object.hasOwn(PRIMITIVES, name) ? PRIMITIVES[name]?.(value) : undefined;
}

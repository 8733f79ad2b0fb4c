import fc from "fast-check";

/** One of these values, each as often as it weighs. */
export const weighted = <const T>(...values: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

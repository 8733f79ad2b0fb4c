import fc from "fast-check";

export type Change =
  | { readonly do: "flip" | "insert"; readonly at: number; readonly byte: number }
  | { readonly do: "cut" | "double"; readonly at: number; readonly length: number };

/** What may happen to bytes. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom("flip" as const, "insert" as const),
      at: fc.nat(),
      byte: fc.oneof(
        fc.integer({ min: 0, max: 255 }),
        fc.constantFrom(...Buffer.from(`"'{}[]():,/\\%$&=?\0`)),
      ),
    }),
    fc.record({
      do: fc.constantFrom("cut" as const, "double" as const),
      at: fc.nat(),
      length: fc.integer({ min: 1, max: 40 }),
    }),
  ),
  { minLength: 1, maxLength: 4 },
);

export function changed(bytes: Uint8Array, made: readonly Change[]): Uint8Array {
  let list = [...bytes];
  for (const change of made) {
    const at = change.at % (list.length + 1);
    switch (change.do) {
      case "flip":
        if (at < list.length) list[at] = (list[at] ?? 0) ^ (change.byte || 1);
        break;
      case "insert":
        list.splice(at, 0, change.byte);
        break;
      case "cut":
        list.splice(at, change.length);
        break;
      case "double":
        list = [...list.slice(0, at + change.length), ...list.slice(at)];
        break;
    }
  }
  return Uint8Array.from(list);
}

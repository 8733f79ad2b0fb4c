import type { KyInstance } from "ky";
import { problemUnless } from "../errors/index.ts";

/** What is wrong with that by which requests are to leave. */
export function waysOut(
  given: { readonly ky?: KyInstance; readonly fetch?: typeof globalThis.fetch } | null,
) {
  const { ky, fetch } = given ?? {};
  return [
    ...problemUnless(
      ky === undefined || typeof ky?.extend === "function",
      "ky",
      "must be an instance of ky, as ky.create() makes it",
    ),
    ...problemUnless(
      fetch === undefined || typeof fetch === "function",
      "fetch",
      "must be a function like the global fetch",
    ),
  ];
}

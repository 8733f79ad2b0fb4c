import { instantOf } from "../simulation/index.ts";
import type { SeenEnd } from "./sighting.ts";

/** Until when an answer asked to be left alone, in milliseconds on the world's clock; `undefined` where it did not. */
export function quietUntil({ response, at }: SeenEnd): number | undefined {
  if (response === undefined) return undefined;
  const milliseconds = response.headers.get("x-ms-retry-after-ms") ?? response.headers.get("retry-after-ms");
  if (milliseconds !== null) return at + Number(milliseconds);
  const value = response.headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(value)) return at + Number(value) * 1_000;
  return value === "" ? undefined : instantOf(value);
}

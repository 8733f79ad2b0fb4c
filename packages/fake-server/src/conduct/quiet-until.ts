import type { GraphResponse } from "../graph/index.ts";
import { instantOf } from "../simulation/index.ts";
import type { SeenEnd } from "./sighting.ts";

/** Until when an answer asked to be left alone, in milliseconds on the world's clock; `undefined` where it did not. */
export function quietUntil({ response, at }: SeenEnd): number | undefined {
  if (response === undefined) return undefined;
  const milliseconds = response.headers.get("x-ms-retry-after-ms") ?? response.headers.get("retry-after-ms");
  if (milliseconds !== null) return at + Number(milliseconds);
  const value = response.headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(value)) return at + Number(value) * 1_000;
  const until = value === "" ? undefined : instantOf(value);
  return until === undefined ? undefined : until + aheadOfIt(response, at);
}

/** A service's dates are its own clock's, and name whole seconds: by how much the world's clock is ahead of that at most. */
function aheadOfIt({ headers }: GraphResponse, at: number): number {
  const date = instantOf(headers.get("date") ?? "");
  if (date === undefined) return 0;
  const ahead = at - date;
  return ahead >= 0 && ahead < 1_000 ? 0 : ahead - 1_000;
}

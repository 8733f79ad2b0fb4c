import type { GraphRequest } from "./exchange.ts";

/** Whether a request takes answers that may be late (`ConsistencyLevel: eventual`): advanced queries ask for that. */
export function isEventual({ header }: Pick<GraphRequest, "header">): boolean {
  return header("consistencylevel")?.toLowerCase() === "eventual";
}

import type { WireRequest } from "../wire/index.ts";

/** What the service throttles by itself; everything else is throttled together. */
const DEFAULT_SCOPE = "directory";

/** What the service throttles a request together with. */
export function scopeOf({ operation }: Pick<WireRequest, "operation">): string {
  return operation.throttleScope ?? DEFAULT_SCOPE;
}

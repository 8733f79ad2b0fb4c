import { type Cloud, SECURE_ORIGIN, secureOrigin } from "../clouds/index.ts";
import { invalidInput } from "../errors/index.ts";

/** The one origin that requests of this cloud go to. */
export function graphOrigin(cloud: Cloud): string {
  const origin = secureOrigin(cloud.graph);
  if (origin === undefined) {
    throw invalidInput("graphTransport", [{ path: "cloud.graph", expected: SECURE_ORIGIN }]);
  }
  return origin;
}

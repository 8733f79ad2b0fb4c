import { SECURE_ORIGIN, secureOrigin } from "../clouds/index.ts";
import { invalidInput, nameProblems, problemUnless } from "../errors/index.ts";
import type { GraphTransportOptions } from "./graph-transport.ts";
import { waysOut } from "./ways-out.ts";

/**
 * The one origin that requests go to.
 *
 * @throws B2BError `invalid-input` for options that cannot be right
 */
export function originFrom(options: GraphTransportOptions): string {
  const { cloud } = options ?? {};
  const isCloud = typeof cloud === "object" && cloud !== null;
  const origin = typeof cloud?.graph === "string" ? secureOrigin(cloud.graph) : undefined;
  const problems = [
    ...nameProblems(options, ["cloud", "ky", "fetch"]),
    ...problemUnless(isCloud, "cloud", "must be a cloud, for example clouds.public"),
    ...problemUnless(!isCloud || origin !== undefined, "cloud.graph", SECURE_ORIGIN),
    ...waysOut(options),
  ];
  if (origin === undefined || problems.length > 0) throw invalidInput("graphTransport", problems);
  return origin;
}

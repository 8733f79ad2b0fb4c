import type { Cloud } from "../clouds/index.ts";
import { invalidInput } from "../errors/index.ts";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The one origin that requests of this cloud go to. */
export function graphOrigin(cloud: Cloud): string {
  const url = URL.parse(cloud.graph);
  const secure = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  if (!url || !secure || url.origin !== cloud.graph.replace(/\/$/, "")) {
    const expected = "must be an https origin without a path; plain http is for loopback hosts alone";
    throw invalidInput("graphTransport", [{ path: "cloud.graph", expected }]);
  }
  return url.origin;
}

import type { Line } from "./call.ts";

/** A line of which somebody looks whether its answers can be trusted. */
export interface Watched {
  readonly line: Line;
  /** Whether any answer up to now did not show what this client has just written. */
  isBehind(): boolean;
}

/** The same line, watched. */
export function watch(line: Line): Watched {
  let isBehind = false;
  return {
    line: {
      ...line,
      async send(request) {
        try {
          return await line.send(request);
        } finally {
          isBehind ||= request.context.trace.warnings.some(({ code }) => code === "behind-own-writes");
        }
      },
    },
    isBehind: () => isBehind,
  };
}

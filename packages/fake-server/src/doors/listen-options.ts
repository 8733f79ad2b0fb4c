import type { Mount } from "./mount.ts";

/** Where to listen. */
export interface ListenOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /**
   * The address to listen at. Default: 127.0.0.1 and ::1, which nobody reaches but the own machine. Any other, such as
   * `0.0.0.0` in a container, is open to everybody who reaches it: tokens and mails of the fake with it.
   */
  readonly host?: string;
  /** Names that this machine goes by where clients run, besides `localhost`; requests to any other are refused. */
  readonly names?: readonly string[];
  /** Answers what is addressed to the fake itself, below `/_fake/`. Pages of other sites never get there. */
  readonly admin?: Mount;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value !== "";

const OPTIONS: Readonly<Record<keyof ListenOptions, readonly [Check, string]>> = {
  port: [(value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535, "0 to 65535"],
  host: [(value) => isText(value), 'an address, such as "0.0.0.0"'],
  names: [(value) => Array.isArray(value) && value.every(isText), 'names of hosts, such as ["fake.test"]'],
  admin: [(value) => typeof value === "function", "a function that answers a Request"],
};

/**
 * Refuses what cannot be meant, before anything listens.
 *
 * @throws TypeError with the option and what it takes
 */
export function checkListen(world: unknown, options: unknown): void {
  const { gate } = (world ?? {}) as { readonly gate?: unknown };
  if (typeof gate !== "object") throw new TypeError("listen takes a world, as createWorld() makes it");
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError("listen takes its options as an object, as in listen(world, { port: 4000 })");
  }
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      throw new TypeError(`listen has no option "${name}"; it has ${Object.keys(OPTIONS).join(", ")}`);
    }
    const [holds, what] = OPTIONS[name as keyof ListenOptions];
    if (value !== undefined && !holds(value)) throw new TypeError(`listen: ${name} takes ${what}`);
  }
}

/** Says in one line why an address cannot be had. */
export function unavailable(cause: unknown, port: number, host = "127.0.0.1 or ::1"): Error {
  const { code } = cause as { readonly code?: string };
  const why: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is in use on ${host}; name another, or 0 for any that is free`,
    EACCES: `port ${port} on ${host} is not for everybody; name one from 1024, or 0 for any that is free`,
    EADDRNOTAVAIL: `this machine has no address ${host}`,
    ENOTFOUND: `this machine has no address ${host}`,
  };
  const message = why[code ?? ""] ?? `cannot listen at ${host}, port ${port}: ${code ?? cause}`;
  return Object.assign(new Error(message, { cause }), { code });
}

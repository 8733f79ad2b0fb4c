/// <reference types="node" />
import type { Reach } from "../same-process.ts";
import type { TokenGate, World } from "../world/index.ts";
import { isOnOwnMachine } from "./addressed.ts";
import { announced } from "./announced.ts";
import { certifiedOnce } from "./certified.ts";
import { checkListen, type ListenOptions, unavailable } from "./listen-options.ts";
import type { Mount } from "./mount.ts";
import { OnePort } from "./one-port.ts";
import { serve } from "./served.ts";

export type { ListenOptions } from "./listen-options.ts";
export type { Mount } from "./mount.ts";

/** A world that answers over the network: http, https and as a proxy, all at one port. */
export interface Listening extends AsyncDisposable {
  /** For example `http://127.0.0.1:49152`: the Graph origin of a cloud for the SDK, with the API's version below it; and the address of the proxy. */
  readonly origin: string;
  /** The same for clients that take nothing but https, once they trust the {@link authority}. */
  readonly secureOrigin: string;
  readonly port: number;
  /**
   * The certificate of the authority that vouches for this server, in PEM: for `NODE_EXTRA_CA_CERTS`, or a client's own
   * setting. Made when first asked for, another one for each server; it can vouch for nothing else.
   */
  authority(): Promise<string>;
  /** Stops listening, and ends the connections that are open. */
  close(): Promise<void>;
}

const OWN_MACHINE = ["127.0.0.1", "::1"];
const EVERYWHERE = ["0.0.0.0", "::"];

/**
 * Answers http, https and what comes to a proxy; on the own machine alone, where `host` says nothing else.
 *
 * @example
 * ```ts
 * await using server = await listen(world);
 * const cloud = { ...clouds.public, id: "local", graph: server.origin };
 * ```
 *
 * @throws TypeError for options that cannot be meant
 * @throws Error with the system's code for an address that cannot be had: `EADDRINUSE` for a port in use
 */
export async function listen(world: World, options: ListenOptions = {}): Promise<Listening> {
  checkListen(world, options);
  const { port: wanted = 0, host, names = [], admin } = options;
  const hosts = hostsOf(world.gate);
  const isOpen = host !== undefined && !OWN_MACHINE.includes(host) && !isOnOwnMachine(host);
  const addressees = { known: new Set(hosts), named: new Set(names), isOpen, origins: new Map() };
  const isSpecific = host !== undefined && !EVERYWHERE.includes(host);
  const certificate = certifiedOnce([...hosts, ...names, ...(isSpecific ? [host] : [])]);
  const authority = async () => (await certificate()).authority;
  const reach = async (): Promise<Reach> => ({ port, hosts, ca: await authority() });
  const served = { gate: world.gate, addressees, mount: withReach(reach, admin) };
  const door: OnePort = new OnePort({
    certificate,
    request: (incoming, outgoing) => serve(served, incoming, outgoing),
    endsHere: (name, at) =>
      (at === 443 && addressees.known.has(name)) || (at === port && isOnOwnMachine(name)),
    refusal: (name) =>
      `This proxy passes nothing on, and was asked for ${name}. Port 443 of these hosts ends here: ${hosts.join(", ")}.`,
  });
  const port: number = await door
    .open(host === undefined ? OWN_MACHINE : [host], wanted)
    .catch((error: unknown) => {
      throw unavailable(error, wanted, host);
    });
  const leave = await announced(reach);
  const close = () => {
    leave();
    return door.close();
  };
  return {
    origin: `http://${isSpecific ? bracketed(host) : "127.0.0.1"}:${port}`,
    secureOrigin: `https://${isSpecific ? bracketed(host) : "localhost"}:${port}`,
    ...{ port, authority, close, [Symbol.asyncDispose]: close },
  };
}

function hostsOf({ graphOrigins, loginOrigins }: TokenGate): readonly string[] {
  return [...graphOrigins.keys(), ...loginOrigins].map((origin) => new URL(origin).hostname);
}

/** How to reach the fake is told by the door itself, whatever else is mounted. */
function withReach(reach: () => Promise<Reach>, admin: Mount | undefined): Mount {
  return (request) =>
    request.method === "GET" && new URL(request.url).pathname === "/_fake/reach"
      ? reach().then((known) => Response.json(known))
      : admin?.(request);
}

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/// <reference types="node" />
import { syncBuiltinESMExports } from "node:module";
import net, { type NetConnectOpts } from "node:net";
import tls, { type ConnectionOptions } from "node:tls";
import { connectionWanted } from "./connection-wanted.ts";
import type { FakeInUse } from "./fake-in-use.ts";
import { judge, type Verdict } from "./judge.ts";

/**
 * Puts itself below every client: whatever opens a connection, node:https, fetch, a copy of undici that an application
 * brings, or HTTP/2, does so by `tls.connect` and `Socket.connect`.
 */
export function divert(fake: () => FakeInUse | undefined): void {
  const connectTls = tls.connect;
  const { connect } = net.Socket.prototype;

  Object.assign(tls, { connect: divertedTls });
  Object.assign(net.Socket.prototype, { connect: refusingConnect });
  // For modules that have imported the function by its name.
  syncBuiltinESMExports();

  function divertedTls(...given: Parameters<typeof tls.connect>): tls.TLSSocket {
    const { options, callback } = connectionWanted<ConnectionOptions>(given);
    const verdict = verdictOn([options.servername, options.host]);
    if (verdict.is === "elsewhere") return connectTls(...given);
    // A proxy has led it past here; what it has been told so far is the name of the host.
    options.socket?.destroy();
    const { name: servername } = verdict;
    const { socket: _, ...straight } = options;
    if (verdict.is === "refused") return connectTls({ ...straight, host: servername }, callback);
    const { host, port, ca } = verdict.fake;
    return connectTls({ ...straight, ...UNDONE, host, port, ca, servername }, callback);
  }

  /** Refuses what did not go to the fake by TLS. */
  function refusingConnect(this: net.Socket, ...given: unknown[]): net.Socket {
    const { options } = connectionWanted<NetConnectOpts & { host?: string }>(given);
    const verdict = verdictOn([options.host]);
    if (verdict.is === "elsewhere") return Reflect.apply(connect, this, given) as net.Socket;
    const why =
      verdict.is === "refused" ? verdict.why : `${verdict.name} answers https alone, and so does the fake.`;
    // Until then it is on its way, as any other, so that what is written waits.
    Object.assign(this, { connecting: true });
    process.nextTick(() => this.destroy(refusal(verdict.name, why)));
    return this;
  }

  function verdictOn(names: readonly (string | undefined)[]): Verdict {
    return judge(names, fake());
  }
}

/** What was said of the host that was meant, and does not hold of the fake. */
const UNDONE = {
  ...{ path: undefined, lookup: undefined, localAddress: undefined, session: undefined },
  ...{ secureContext: undefined, checkServerIdentity: tls.checkServerIdentity },
} as unknown as ConnectionOptions;

function refusal(host: string, why: string): Error {
  return Object.assign(new Error(why), { code: "ERR_REFUSED_BY_FAKE", host });
}

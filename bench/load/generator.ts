import { connect, type Socket } from "node:net";

/** What came of a load. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 requests were answered. */
  readonly p99: number;
}

const HEAD_END = "\r\n\r\n";

/** How long it goes on. */
export type Extent = { readonly ms: number } | { readonly requests: number };

/**
 * Keeps so many connections busy, each with one request after the other. `next` gives the bytes of the next.
 *
 * @throws Error for an answer that is none of 200, 201 and 204
 */
export async function load(
  port: number,
  connections: number,
  extent: Extent,
  next: () => Buffer,
): Promise<Load> {
  const took: number[] = [];
  const started = performance.now();
  const until = "ms" in extent ? started + extent.ms : Number.POSITIVE_INFINITY;
  let left = "requests" in extent ? extent.requests : Number.POSITIVE_INFINITY;
  const isOver = () => left-- <= 0 || performance.now() >= until;
  const sleep = stayAwake();
  await Promise.all(Array.from({ length: connections }, () => lane(port, isOver, next, took)));
  sleep();
  const sorted = took.toSorted((one, other) => one - other);
  return {
    perSecond: (took.length / (performance.now() - started)) * 1_000,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

/**
 * Keeps this process from falling asleep between two answers, until it is told to: to wake it costs whoever answers several
 * microseconds, and would be counted as the server's. Only a server that is slower than what asks it would pay that.
 */
function stayAwake(): () => void {
  let turn = setImmediate(function again() {
    turn = setImmediate(again);
  });
  return () => clearImmediate(turn);
}

function lane(port: number, isOver: () => boolean, next: () => Buffer, took: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sent = 0;
    const send = () => {
      if (isOver()) return socket.end(resolve);
      sent = performance.now();
      socket.write(next());
    };
    onAnswers(socket, (status) => {
      if (status !== 200 && status !== 201 && status !== 204)
        return reject(new Error(`answered with ${status}`));
      took.push(performance.now() - sent);
      send();
    });
    socket.once("connect", send).once("error", reject);
  });
}

/** Tells the status of each answer once all of it is there. Reads bytes, so that what is measured is the server. */
function onAnswers(socket: Socket, answered: (status: number) => void): void {
  let waiting: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    const end = waiting.indexOf(HEAD_END);
    if (end < 0) return;
    const head = waiting.toString("latin1", 0, end);
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    if (waiting.length < end + HEAD_END.length + Number(length ?? 0)) return;
    waiting = Buffer.alloc(0);
    answered(Number(head.slice(9, 12)));
  });
}

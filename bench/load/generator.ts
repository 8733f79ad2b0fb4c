import { connect, type Socket } from "node:net";

/** What came of a load. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 requests were answered. */
  readonly p99: number;
}

const HEAD_END = "\r\n\r\n";

/**
 * Keeps so many connections busy for a time, each with one request after the other. `next` gives the bytes of the next.
 *
 * @throws Error for an answer that is none of 200, 201 and 204
 */
export async function load(
  port: number,
  connections: number,
  forMs: number,
  next: () => Buffer,
): Promise<Load> {
  const took: number[] = [];
  const started = performance.now();
  const until = started + forMs;
  await Promise.all(Array.from({ length: connections }, () => lane(port, until, next, took)));
  const sorted = took.toSorted((one, other) => one - other);
  return {
    perSecond: (took.length / (performance.now() - started)) * 1_000,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

function lane(port: number, until: number, next: () => Buffer, took: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let sent = 0;
    const send = () => {
      sent = performance.now();
      if (sent >= until) return socket.end(resolve);
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

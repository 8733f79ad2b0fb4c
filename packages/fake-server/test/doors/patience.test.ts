import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { OnePort } from "../../src/doors/one-port.ts";
import { dial, heard, lines } from "./raw.ts";

/** A port that loses its patience soon. */
async function open() {
  const port = new OnePort(
    {
      request: (incoming, outgoing) => incoming.resume().once("end", () => outgoing.end("done")),
      endsHere: () => false,
      refusal: () => "",
      certificate: () => Promise.reject(new Error("nobody speaks TLS here")),
    },
    { firstWord: 100, headers: 100, request: 200, round: 20 },
  );
  return { port, origin: `http://127.0.0.1:${await port.open(["127.0.0.1"], 0)}` };
}

describe("a connection that takes too long", () => {
  test.each([
    ["its headers", "GET / HTTP/1.1\r\nHost: local"],
    ["its body", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab"],
  ])("over %s is told 408", async (_what, said) => {
    const { port, origin } = await open();
    expect(await heard(await dial(origin, said))).toMatch(/^HTTP\/1\.1 408 .*did not come in time/s);
    expect(await heard(await dial(origin, lines("GET / HTTP/1.1", "Host: localhost")))).toMatch(/ 200 OK/);
    await port.close();
  });

  test("over its first word is ended, and so is one whose handshake cannot be made", async () => {
    const { port, origin } = await open();
    const silent = connect(Number(new URL(origin).port), "127.0.0.1");
    await once(silent, "close");
    await once(await dial(origin, "\x16\x03\x01"), "close");
    await port.close();
  });
});

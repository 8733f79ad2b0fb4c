import "reflect-metadata";
import { B2BError, type Transport } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import {
  B2B_CLIENT,
  B2B_CLOCK,
  B2B_CREDENTIAL,
  B2B_RANDOM,
  B2B_TRANSPORT,
  registerB2B,
} from "@vestibule/sdk/tsyringe";
import { container as root } from "tsyringe";
import { describe, expect, test } from "vitest";
import { adaId, adaRead } from "../graph-answers.ts";
import { answer, scriptedTransport } from "../scripted-transport.ts";

/** A transport that counts how often it is closed. */
function closing(): Transport & {
  readonly sent: readonly { headers: Readonly<Record<string, string>> }[];
  closed: number;
} {
  return {
    ...scriptedTransport([adaRead]),
    closed: 0,
    async [Symbol.asyncDispose]() {
      this.closed++;
    },
  };
}

function registered(transport = closing()) {
  const container = root.createChildContainer();
  container.register(B2B_TRANSPORT, { useValue: transport });
  return { container, transport, registration: registerB2B(container) };
}

describe("a client out of a container", () => {
  test("is made when it is first asked for, and only once", async () => {
    const container = root.createChildContainer();
    registerB2B(container);
    const transport = closing();
    container.register(B2B_TRANSPORT, { useValue: transport });
    const b2b = container.resolve(B2B_CLIENT);
    expect(container.resolve(B2B_CLIENT)).toBe(b2b);
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
    expect(transport.sent).toHaveLength(1);
  });

  test("needs no credential where the transport knows who calls", async () => {
    const { container, transport } = registered();
    await container.resolve(B2B_CLIENT).guests.get(adaId);
    expect(transport.sent[0]?.headers).not.toHaveProperty("authorization");
  });

  test("uses the credential, the clock and the chance that are registered", async () => {
    const clock = new VirtualClock(0);
    const draws: number[] = [];
    const container = root.createChildContainer();
    const transport = scriptedTransport([answer(503), adaRead]);
    container.register(B2B_TRANSPORT, { useValue: transport });
    container.register(B2B_CREDENTIAL, { useValue: () => "token" });
    container.register(B2B_CLOCK, { useValue: clock });
    container.register(B2B_RANDOM, { useValue: () => draws.push(0) && 0.5 });
    registerB2B(container);
    await container.resolve(B2B_CLIENT).guests.get(adaId);
    expect(transport.sent.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer token",
      "Bearer token",
    ]);
    expect(clock.now()).toBe(125);
    expect(draws.length).toBeGreaterThan(0);
  });

  test("has the options that it was registered with", async () => {
    const container = root.createChildContainer();
    const transport = scriptedTransport([answer(503), adaRead]);
    container.register(B2B_TRANSPORT, { useValue: transport });
    registerB2B(container, { retry: false });
    expect((await container.resolve(B2B_CLIENT).guests.get(adaId).safe()).ok).toBe(false);
    expect(transport.sent).toHaveLength(1);
  });

  test("is another one in a child container that overrides what it is made of", async () => {
    const { container, transport } = registered();
    const child = container.createChildContainer();
    const other = closing();
    child.register(B2B_TRANSPORT, { useValue: other });
    const [outer, inner] = [container.resolve(B2B_CLIENT), child.resolve(B2B_CLIENT)];
    expect(inner).not.toBe(outer);
    expect(child.resolve(B2B_CLIENT)).toBe(inner);
    await inner.guests.get(adaId);
    expect([transport.sent.length, other.sent.length]).toEqual([0, 1]);
  });

  test("takes from the parent what the child does not override", async () => {
    const { container, transport } = registered();
    const child = container.createChildContainer();
    child.register(B2B_CREDENTIAL, { useValue: () => "child" });
    await child.resolve(B2B_CLIENT).guests.get(adaId);
    expect(transport.sent[0]?.headers.authorization).toBe("Bearer child");
  });

  test("is refused with what is wrong, where what is registered is no transport", () => {
    const container = root.createChildContainer();
    container.register(B2B_TRANSPORT, { useValue: {} as Transport });
    registerB2B(container);
    expect(() => container.resolve(B2B_CLIENT)).toThrow(B2BError);
  });
});

describe("disposing the registration", () => {
  test("closes every client that was made, in child containers too", async () => {
    const { container, transport, registration } = registered();
    const child = container.createChildContainer();
    const other = closing();
    child.register(B2B_TRANSPORT, { useValue: other });
    container.resolve(B2B_CLIENT);
    child.resolve(B2B_CLIENT);
    await registration[Symbol.asyncDispose]();
    expect([transport.closed, other.closed]).toEqual([1, 1]);
  });

  test("closes nothing that was never made, and nothing twice", async () => {
    const { container, transport, registration } = registered();
    await registration[Symbol.asyncDispose]();
    expect(transport.closed).toBe(0);
    container.resolve(B2B_CLIENT);
    await registration[Symbol.asyncDispose]();
    await registration[Symbol.asyncDispose]();
    expect(transport.closed).toBe(1);
  });

  test("closes a transport once, though two containers share it", async () => {
    const { container, transport, registration } = registered();
    container.resolve(B2B_CLIENT);
    container.createChildContainer().resolve(B2B_CLIENT);
    await registration[Symbol.asyncDispose]();
    expect(transport.closed).toBe(1);
  });
});

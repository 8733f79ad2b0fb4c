import { AsyncLocalStorage } from "node:async_hooks";
import type { FakeApp, FakeUser, Tenant, World } from "@vestibule/fake-server";
import { type B2BClient, type Credential, clouds, createB2BClient, type Middleware } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import type { CallRecord } from "./calls.ts";
import { ClientClock, type ClockStep } from "./client-clock.ts";
import type { LeapingClock } from "./leaping-clock.ts";
import type { Plan } from "./plan.ts";
import { type Tapped, tapped } from "./wiretap.ts";

/** A client at work, and the record of all that it does. */
export interface WatchedClient {
  readonly b2b: B2BClient;
  readonly calls: readonly CallRecord[];
  readonly wire: readonly Tapped[];
  /** Adds a call to the record, and gives it its number. */
  open(call: Omit<CallRecord, "number">): CallRecord;
  /** Notes what is sent meanwhile as sent for this call. */
  within<T>(call: CallRecord, work: () => Promise<T>): Promise<T>;
  /** Gives each call the requests that were sent for it. */
  attribute(): void;
  /** Ends everything that it still does. */
  stop(): void;
}

export interface ClientParts {
  readonly world: World;
  /** The world's. */
  readonly time: LeapingClock;
  readonly tenant: Tenant;
  readonly as: FakeApp | FakeUser;
  readonly over: Plan["over"];
  /** How its clock is set. Default: never. */
  readonly clockSteps?: readonly ClockStep[];
  readonly credential?: Credential | undefined;
}

/** Which call is being made: what a client does for it happens within. */
const current = new AsyncLocalStorage<CallRecord>();

export function watchedClient({
  world,
  time,
  tenant,
  as,
  over,
  credential,
  clockSteps = [],
}: ClientParts): WatchedClient {
  const overFetch = () =>
    graphTransport({ cloud: clouds.public, fetch: (input, init) => world.fetch(new Request(input, init)) });
  const way = over === "fetch" ? overFetch() : tenant.transport({ as });
  const { transport, wire, stop } = tapped(way, time);
  const clock = new ClientClock(time, clockSteps);
  const calls: CallRecord[] = [];
  const byTrace = new Map<object, CallRecord>();
  /** Outermost: runs once for each of a call's requests to the layers. */
  const attribution: Middleware = (next) => (request) => {
    const call = current.getStore();
    if (call) byTrace.set(request.context.trace, call);
    return next(request);
  };
  const b2b = createB2BClient({
    ...{ transport, clock, random: world.random, use: [attribution] },
    ...(credential && { credential }),
  });
  return {
    ...{ b2b, calls, wire },
    open(call) {
      const numbered = { number: calls.length, ...call };
      calls.push(numbered);
      return numbered;
    },
    within: (call, work) => current.run(call, work),
    attribute() {
      for (const seen of wire) byTrace.get(seen.trace)?.requests.push(seen);
    },
    stop() {
      clock.stop();
      stop();
    },
  };
}

import { createWorld, type FiredFault, type Remark } from "@vestibule/fake-server";
import { clouds, createB2BClient, type Middleware } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import type { CallRecord } from "./calls.ts";
import { Dice } from "./dice.ts";
import { Lane } from "./lane.ts";
import type { Plan } from "./plan.ts";
import { type Tapped, tapped } from "./wiretap.ts";

/** What a commit of the directory says of itself. */
export interface Done {
  readonly operation: string;
  readonly ids: readonly string[];
  readonly at: number;
}

/** Everything that is known of a run once it is over. */
export interface Run {
  readonly plan: Plan;
  readonly calls: readonly CallRecord[];
  readonly wire: readonly Tapped[];
  /** What the directory did, by the request that asked for it. */
  readonly doneBy: ReadonlyMap<string, readonly Done[]>;
  readonly fired: readonly FiredFault[];
  readonly remarks: readonly Remark[];
  /** How many timers were left when all calls had ended. */
  readonly timersLeft: number;
}

/** Whether the world's time has jumped: then nothing can be said of who came too early, or too late. */
export function hasSlept({ fired }: Pick<Run, "fired">): boolean {
  return fired.some(({ effect }) => effect === "clock-leaps");
}

/** What the directory did for some requests. Two may go under one id: the second of them answers a challenge. */
export function doneFor(requests: readonly Tapped[], doneBy: Run["doneBy"]): readonly Done[] {
  const ids = new Set(requests.map(({ correlationId }) => correlationId));
  return [...ids].flatMap((id) => doneBy.get(id) ?? []);
}

/** Runs a plan on virtual time; with a schedule, those faults happen and no others. */
export async function runPlan(plan: Plan, schedule?: readonly FiredFault[]): Promise<Run> {
  const { seed, realism, asApp, withCredential, over, lanes, calls: wanted, invitationsPerSecond } = plan;
  const world = createWorld({ seed, realism });
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  const caller = asApp ? contoso.app("inviter") : contoso.user("mia");
  const [portal, group] = [contoso.app("portal"), contoso.group("partners")];
  if (invitationsPerSecond !== undefined) {
    contoso.throttle({ invitations: { requests: invitationsPerSecond * 5, perMs: 5_000 } });
  }
  if (schedule) contoso.faults.replay(schedule);
  else for (const rule of plan.faults) contoso.faults.add(rule);

  const overFetch = () =>
    graphTransport({ cloud: clouds.public, fetch: (input, init) => world.fetch(new Request(input, init)) });
  const way = over === "fetch" ? overFetch() : contoso.transport({ as: caller });
  const { transport, wire } = tapped(way, () => world.clock.now());
  const calls: CallRecord[] = [];
  const byTrace = new Map<object, CallRecord>();
  let beginning: CallRecord | undefined;
  /** Outermost: runs while the call is being begun, and so knows whose it is. */
  const attribution: Middleware = (next) => (request) => {
    if (beginning) byTrace.set(request.context.trace, beginning);
    return next(request);
  };
  const b2b = createB2BClient({
    transport,
    clock: world.clock,
    random: world.random,
    use: [attribution],
    ...((withCredential || over === "fetch") && { credential: contoso.credential({ as: caller }) }),
  });

  const stage = {
    ...{ world, b2b, groupId: group.id, appId: portal.id },
    open: (call: Omit<CallRecord, "number">) => {
      const numbered = { number: calls.length, ...call };
      calls.push(numbered);
      return numbered;
    },
    attribute: (call: CallRecord | undefined) => {
      beginning = call;
    },
  };
  const dice = new Dice(seed ^ 0x2545f491);
  await Promise.all(
    Array.from({ length: lanes }, async (_, number) => {
      const lane = new Lane(stage, number, new Dice(dice.whole(0, 2 ** 31)));
      while (calls.length < wanted) await lane.step();
    }),
  );
  // What has been given up winds up in the tasks that are due already.
  await new Promise((resolve) => setImmediate(resolve));
  const timersLeft = world.clock.sleeping;
  for (const seen of wire) byTrace.get(seen.trace)?.requests.push(seen);
  return {
    ...{ plan, calls, wire, timersLeft },
    doneBy: Map.groupBy(contoso.log, ({ correlationId }) => correlationId ?? ""),
    fired: contoso.faults.fired,
    remarks: contoso.conduct.remarks,
  };
}

import { createWorld, type FiredFault, type Remark, type Tenant, type World } from "@vestibule/fake-server";
import type { CallRecord } from "./calls.ts";
import { type ClientParts, type WatchedClient, watchedClient } from "./client.ts";
import { Dice } from "./dice.ts";
import { Lane } from "./lane.ts";
import { type Leap, LeapingClock } from "./leaping-clock.ts";
import type { Plan } from "./plan.ts";
import { SlowCredential } from "./slow-credential.ts";
import { useUp } from "./used-up.ts";
import { untilOver } from "./watchdog.ts";
import type { Tapped } from "./wiretap.ts";

/** What a commit of the directory says of itself. */
export interface Done {
  readonly operation: string;
  readonly ids: readonly string[];
  readonly at: number;
}

/** Everything that is known of a run once it is over, as far as one client is concerned. */
export interface Run {
  readonly plan: Plan;
  readonly calls: readonly CallRecord[];
  readonly wire: readonly Tapped[];
  /** What the directory did, by the request that asked for it. */
  readonly doneBy: ReadonlyMap<string, readonly Done[]>;
  readonly fired: readonly FiredFault[];
  readonly leaps: readonly Leap[];
  /** When the clock of the client's computer was set ahead: nobody can tell that from a computer that slept. */
  readonly setAhead: readonly number[];
  /** When it was put back. */
  readonly setBack: readonly number[];
  readonly remarks: readonly Remark[];
  /** How many timers were left when all calls had ended. */
  readonly timersLeft: number;
  /** Why the run had to be ended; then the rest of it means nothing. */
  readonly stuckBecause: string | undefined;
  /** The same run, as far as the other application is concerned, where there is one. */
  readonly neighbour?: Run;
}

type Steps = Pick<Run, "setAhead" | "setBack">;

/** Whether time has jumped ahead, as the client sees it: then nothing can be said of who came too early, or too late. */
export function hasSlept({ leaps, setAhead }: Pick<Run, "leaps" | "setAhead">): boolean {
  return leaps.length + setAhead.length > 0;
}

/** What the directory did for some requests. Two may go under one id: the second of them answers a challenge. */
export function doneFor(requests: readonly Tapped[], doneBy: Run["doneBy"]): readonly Done[] {
  const ids = new Set(requests.map(({ correlationId }) => correlationId));
  return [...ids].flatMap((id) => doneBy.get(id) ?? []);
}

const NEIGHBOUR = "neighbour";
/** Lanes of the other application have numbers of their own, and so addresses. */
const NEIGHBOURS_FROM = 100;

/** Runs a plan on virtual time; with a schedule, those faults happen and no others. */
export async function runPlan(plan: Plan, schedule?: readonly FiredFault[]): Promise<Run> {
  const { seed, realism, asApp, over, clockSteps } = plan;
  const clock = new LeapingClock();
  const beganAt = clock.now();
  const world = createWorld({ seed, realism, clock });
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  const as = asApp ? contoso.app("inviter") : contoso.user("mia");
  const credential = new SlowCredential(clock, new Dice(seed ^ 0x1b873593), contoso.credential({ as }));
  const client = watchedClient({
    ...{ world, time: clock, tenant: contoso, as, over, clockSteps },
    credential: credentialFor(plan, credential, contoso.credential({ as })),
  });
  const neighbours = plan.neighbours > 0 ? neighbourOf(world, clock, contoso) : undefined;
  await prepare(contoso, as, plan, schedule);

  const stuckBecause = await untilOver(work(plan, { world, contoso, client, neighbours }), clock);
  if (stuckBecause) for (const each of [client, neighbours]) each?.stop();
  // What has been given up winds up in the tasks that are due already.
  await new Promise((resolve) => setImmediate(resolve));
  const timersLeft = clock.sleeping - credential.sleeping;
  const doneBy = Map.groupBy(contoso.log, ({ correlationId }) => correlationId ?? "");
  const { remarks } = contoso.conduct;
  const steps = {
    setAhead: clockSteps.filter(({ by }) => by > 0).map(({ at }) => beganAt + at),
    setBack: clockSteps.filter(({ by }) => by < 0).map(({ at }) => beganAt + at),
  };
  const runOf = (one: WatchedClient, steps: Steps, isMine: (remark: Remark) => boolean): Run => {
    one.attribute();
    return {
      ...{
        plan,
        calls: one.calls,
        wire: one.wire,
        doneBy,
        timersLeft,
        stuckBecause,
        ...steps,
        leaps: clock.leaps,
      },
      fired: contoso.faults.fired,
      remarks: remarks.filter(isMine),
    };
  };
  const isNeighbours = ({ caller }: Remark) => caller === `app/${NEIGHBOUR}`;
  return {
    ...runOf(client, steps, (remark) => !isNeighbours(remark)),
    ...(neighbours && { neighbour: runOf(neighbours, { setAhead: [], setBack: [] }, isNeighbours) }),
  };
}

function credentialFor({ credential, keepsTokens, over }: Plan, slow: SlowCredential, prompt: Prompt) {
  if (credential === "slow") return slow.as(keepsTokens ? "kept" : "each time");
  // Whoever comes by fetch has to show who it is.
  if (credential === "none" && over === "process") return undefined;
  return keepsTokens ? prompt : async () => (await prompt.getToken()).token;
}

type Prompt = ReturnType<Tenant["credential"]>;

function neighbourOf(world: World, time: LeapingClock, tenant: Tenant): WatchedClient {
  return watchedClient({ world, time, tenant, as: tenant.app(NEIGHBOUR), over: "process" });
}

/** The limits, and what goes wrong. */
async function prepare(
  tenant: Tenant,
  as: ClientParts["as"],
  { limits, usedUp, faults }: Plan,
  schedule: readonly FiredFault[] | undefined,
): Promise<void> {
  if (limits) {
    tenant.throttle(limits);
    if (usedUp) await useUp(tenant, as, limits);
  }
  if (schedule) tenant.faults.replay(schedule);
  else for (const rule of faults) tenant.faults.add(rule);
}

interface Cast {
  readonly world: World;
  readonly contoso: Tenant;
  readonly client: WatchedClient;
  readonly neighbours: WatchedClient | undefined;
}

/** All lanes do their work; the other application's go on as long as they are not done. */
async function work(plan: Plan, { world, contoso, client, neighbours }: Cast): Promise<void> {
  const dice = new Dice(plan.seed ^ 0x2545f491);
  const about = { world, groupId: contoso.group("partners").id, appId: contoso.app("portal").id };
  let isDone = false;
  const lane = async (watched: WatchedClient, number: number, isOver: () => boolean) => {
    const one = new Lane({ ...about, client: watched }, number, new Dice(dice.whole(0, 2 ** 31)));
    while (!isOver()) await one.step();
  };
  const lanes = Array.from({ length: plan.lanes }, (_, number) =>
    lane(client, number, () => client.calls.length >= plan.calls),
  );
  const others = Array.from({ length: neighbours ? plan.neighbours : 0 }, (_, number) =>
    lane(
      neighbours as WatchedClient,
      NEIGHBOURS_FROM + number,
      () => isDone || (neighbours?.calls.length ?? 0) >= plan.calls,
    ),
  );
  await Promise.all(lanes);
  isDone = true;
  await Promise.all(others);
}

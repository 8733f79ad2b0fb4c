// Whether a guest can be used right after the invitation, and what that costs: npm run instant-on
// An application without a session invites guests into a directory of four instances that lag up to 30 s (assignments to
// applications: up to 90 s), and at once reads, updates, groups and assigns each. Fails where the SDK fails a guest, or
// needs more than 16 requests for one on average.
import { createWorld, type Tenant, type World } from "@vestibule/fake-server";
import { type B2BClient, createB2BClient } from "@vestibule/sdk";
import type { Transport } from "@vestibule/sdk/wire";

const GUESTS = 10_000;
const LANES = [1, 20, 200];
const MOST_REQUESTS = 16;

interface Cost {
  readonly failed: number;
  readonly requests: number;
  readonly seconds: number;
}

console.log(
  `${GUESTS.toLocaleString("en")} guests, each invited, read, updated, added to a group and assigned\n`,
);
console.log("  lanes  client                    failed  requests a guest  seconds a guest (virtual)");
for (const lanes of LANES) {
  const ours = await measure(lanes, usingTheSdk);
  if (ours.failed > 0 || ours.requests / GUESTS > MOST_REQUESTS) process.exitCode = 1;
  print(lanes, "the SDK as it comes", ours);
  print(lanes, "one that knows the lag", await measure(lanes, knowingTheLag));
  print(lanes, "one that never asks again", await measure(lanes, neverAskingAgain));
}

function print(lanes: number, client: string, { failed, requests, seconds }: Cost): void {
  const columns = [
    String(lanes).padStart(7),
    client.padEnd(25),
    String(failed).padStart(6),
    (requests / GUESTS).toFixed(2).padStart(17),
    (seconds / GUESTS).toFixed(1).padStart(16),
  ];
  console.log(columns.join(" "));
}

/** Gives how to do one step of one guest; false where it failed. */
type Approach = (
  scene: Scene,
) => (step: (b2b: B2BClient) => Promise<unknown>, sees: Sees) => Promise<boolean>;
/** Which instances judge a step. */
type Sees = "nothing" | "graph" | "apps";

interface Scene {
  readonly world: World;
  readonly contoso: Tenant;
  readonly transport: Transport;
}

function usingTheSdk({ world, transport }: Scene): ReturnType<Approach> {
  const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });
  return (step) => succeeds(step(b2b));
}

function neverAskingAgain({ world, transport }: Scene): ReturnType<Approach> {
  const b2b = createB2BClient({ transport, clock: world.clock, retry: false, readYourWrites: false });
  return (step) => succeeds(step(b2b));
}

/** Waits exactly until every instance that may judge the step has applied what was written up to now. */
function knowingTheLag({ world, contoso, transport }: Scene): ReturnType<Approach> {
  const b2b = createB2BClient({ transport, clock: world.clock, random: world.random, readYourWrites: false });
  return async (step, sees) => {
    const readers = contoso.readers.filter(({ name }) => name.startsWith(sees));
    const known = Math.max(world.clock.now(), ...readers.map((reader) => reader.settlesAt()));
    await world.clock.sleep(known - world.clock.now());
    return succeeds(step(b2b));
  };
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}

async function measure(lanes: number, approach: Approach): Promise<Cost> {
  const world = createWorld({ seed: 1, realism: "documented" });
  const contoso = world.cloud("public").tenant("contoso");
  const [inviter, portal, group] = [contoso.app("inviter"), contoso.app("portal"), contoso.group("guests")];
  await world.settle();
  let [requests, failed, seconds, begun] = [0, 0, 0, 0];
  const way = contoso.transport({ as: inviter });
  const transport: Transport = {
    cloud: way.cloud,
    send: (request) => {
      requests++;
      return way.send(request);
    },
  };
  const perform = approach({ world, contoso, transport });

  async function welcome(n: number): Promise<boolean> {
    let id = "";
    const invitation = {
      invitedUserEmailAddress: `guest${n}@fabrikam.example`,
      inviteRedirectUrl: "https://app.contoso.example",
    };
    const steps: readonly (readonly [Sees, (b2b: B2BClient) => Promise<unknown>])[] = [
      ["nothing", async (b2b) => (id = (await b2b.invitations.create(invitation)).invitedUser.id)],
      ["graph", (b2b) => b2b.guests.get(id)],
      ["graph", (b2b) => b2b.guests.update(id, { jobTitle: "Partner" })],
      ["graph", (b2b) => b2b.groups.addMember(group.id, id)],
      ["apps", (b2b) => b2b.apps.assign({ principalId: id, resourceId: portal.id })],
    ];
    for (const [sees, step] of steps) if (!(await perform(step, sees))) return false;
    return true;
  }

  async function lane(): Promise<void> {
    while (begun < GUESTS) {
      const n = begun++;
      const start = world.clock.now();
      if (!(await welcome(n))) failed++;
      seconds += (world.clock.now() - start) / 1_000;
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return { failed, requests, seconds };
}

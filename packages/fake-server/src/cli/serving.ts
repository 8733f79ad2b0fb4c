/// <reference types="node" />
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { administer, appIn } from "../admin/index.ts";
import { createWorld } from "../create-world.ts";
import { listen } from "../doors/listen.ts";
import { readScenario, type Scenario, scenarioNamed } from "../scenario/index.ts";
import { readSnapshot } from "../snapshot/index.ts";
import { seedIn, type Tenant, type World } from "../world/index.ts";
import { addFaults, readFaultPlan, servedBy } from "./fault-plan.ts";
import { readAs, textIn } from "./file.ts";
import { ownFolder, sweepFolders } from "./own-folder.ts";
import { RunningClock } from "./running-clock.ts";
import { UsageError } from "./usage-error.ts";

/** What `serve` and `exec` take. */
export interface ServeOptions {
  readonly scenario?: string | undefined;
  readonly seed?: string | undefined;
  readonly realism?: string | undefined;
  readonly port?: string | undefined;
  readonly clock?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly faults?: string | undefined;
}

/** Where a fake is, in the words of `serve --json`. */
export interface Ready {
  /** The origin of Graph, without a version. */
  readonly graph: string;
  readonly login: string;
  readonly admin: string;
  readonly proxy: string;
  /** The file with the certificate to trust, in PEM. */
  readonly ca: string;
  /** The id of the first tenant; null where the scenario has none. */
  readonly tenant: string | null;
  /** A token of an application of that tenant that may do everything; null where a snapshot has none. */
  readonly token: string | null;
}

export interface Serving {
  readonly world: World;
  readonly ready: Ready;
  readonly options: ServeOptions;
  close(): Promise<void>;
}

/** Makes a world and lets it answer. @throws UsageError for what cannot be meant */
export async function startServing(asked: ServeOptions): Promise<Serving> {
  // Read first: a world that nobody can use need not be made.
  const plan = asked.faults === undefined ? undefined : await readFaultPlan(asked.faults);
  // What went wrong in one world does so again in one of the same kind.
  const again = plan !== undefined && "served" in plan ? plan.served : {};
  const options: ServeOptions = { ...asked, ...again, ...servedBy(asked) };
  const { snapshot } = options;
  checkHow(options);
  const clock = new RunningClock();
  const world = await worldOf(options, clock);
  const [tenant] = world.tenants;
  // Before the start that can be gone back to, so that it stays good.
  const token = tenant === undefined ? null : await tokenOf(tenant, snapshot !== undefined);
  if (plan !== undefined) addFaults(world, plan);
  return letAnswer({ world, clock }, { tenant: tenant?.id ?? null, token }, options);
}

/** Lets a world answer, in whose time that clock is. */
export async function letAnswer(
  { world, clock: time }: { readonly world: World; readonly clock: RunningClock },
  known: Pick<Ready, "tenant" | "token">,
  options: ServeOptions,
): Promise<Serving> {
  const { clock = "running" } = options;
  const at = portIn(options);
  const server = await listen(world, { admin: administer(world), ...(at !== undefined && { port: at }) });
  if (clock === "running") time.start();
  const folder = await ownFolder();
  const ca = join(folder, "ca.pem");
  await writeFile(ca, await server.authority());
  const { origin } = server;
  void sweepFolders();
  return {
    ...{ world, options },
    ready: {
      ...{ graph: origin, login: origin, admin: `${origin}/_fake`, proxy: origin, ca },
      ...known,
    },
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A world that begins now: clients compare the times in tokens with the machine's clock. */
async function worldOf(options: ServeOptions, clock: RunningClock): Promise<World> {
  const { scenario = "one-tenant", seed, realism, snapshot } = options;
  try {
    if (snapshot !== undefined) return await worldFrom(snapshot, options, clock);
    return createWorld({
      clock,
      scenario: await scenarioAt(scenario),
      ...(seed !== undefined && { seed: seedIn(seed) }),
      ...(realism !== undefined && { realism: realism as "instant" }),
    });
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError)
      throw new UsageError(cause.message, { cause });
    throw cause;
  }
}

/** It goes on at its own time: whatever waits for a time in it would be over else. */
async function worldFrom(file: string, options: ServeOptions, clock: RunningClock): Promise<World> {
  const beside = (["scenario", "seed", "realism"] as const).find((name) => options[name] !== undefined);
  if (beside !== undefined)
    throw new UsageError(`a snapshot has seed, realism and time in it: leave out --${beside}`);
  const text = await textIn(file, "--snapshot");
  const snapshot = await readAs(file, () => readSnapshot(text));
  const world = createWorld({ clock });
  world.restore(snapshot);
  return world;
}

/** By name, or from a file. */
async function scenarioAt(given: string): Promise<Scenario> {
  if (!/[./\\]/.test(given)) return scenarioNamed(given);
  const text = await textIn(given, "--scenario");
  return readAs(given, () => readScenario(text));
}

/** How a world is served, before there is one. */
function checkHow(options: ServeOptions): void {
  const { clock = "running" } = options;
  if (clock !== "running" && clock !== "still")
    throw new UsageError(`--clock is running or still, not "${clock}"`);
  portIn(options);
}

function portIn({ port }: ServeOptions): number | undefined {
  return port === undefined ? undefined : numberIn("--port", port, LARGEST_PORT);
}

const LARGEST_PORT = 65_535;

function numberIn(option: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`${option} takes a whole number from 0 to ${most}, not "${text}"`);
}

/** A world from a snapshot is left as it is: it gets no application that it does not have. */
async function tokenOf(tenant: Tenant, isFromSnapshot: boolean): Promise<string | null> {
  const app = isFromSnapshot ? appIn(tenant) : tenant.app("inviter");
  return app === undefined ? null : (await tenant.credential({ as: app }).getToken()).token;
}

/// <reference types="node" />
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VirtualClock } from "@vestibule/sdk/testing";
import { systemClock } from "@vestibule/sdk/time";
import { administer } from "../admin/index.ts";
import { createWorld } from "../create-world.ts";
import { listen } from "../doors/listen.ts";
import { readScenario, type Scenario, scenarioNamed } from "../scenario/index.ts";
import type { Tenant, World } from "../world/index.ts";
import { keepTime } from "./keep-time.ts";
import { UsageError } from "./usage.ts";

/** What `serve` and `exec` take. */
export interface ServeOptions {
  readonly scenario?: string | undefined;
  readonly seed?: string | undefined;
  readonly realism?: string | undefined;
  readonly port?: string | undefined;
  readonly clock?: string | undefined;
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
  /** A token of an application of that tenant that may do everything. */
  readonly token: string | null;
}

export interface Serving {
  readonly world: World;
  readonly ready: Ready;
  close(): Promise<void>;
}

/** Makes a world and lets it answer. @throws UsageError for what cannot be meant */
export async function startServing(options: ServeOptions): Promise<Serving> {
  const { clock = "running", port } = options;
  if (clock !== "running" && clock !== "still")
    throw new UsageError(`--clock is running or still, not "${clock}"`);
  const at = numberIn("--port", port);
  const world = await worldOf(options);
  const [tenant] = world.tenants;
  // Before the start that can be gone back to, so that it stays good.
  const token = tenant === undefined ? null : await tokenOf(tenant);
  const server = await listen(world, { admin: administer(world), ...(at !== undefined && { port: at }) });
  const stop = new AbortController();
  const time = clock === "running" ? keepTime(world.clock, systemClock, stop.signal) : undefined;
  const folder = await mkdtemp(join(tmpdir(), "vestibule-fake-"));
  const ca = join(folder, "ca.pem");
  await writeFile(ca, await server.authority());
  const { origin } = server;
  return {
    world,
    ready: {
      ...{ graph: origin, login: origin, admin: `${origin}/_fake`, proxy: origin, ca },
      tenant: tenant?.id ?? null,
      token,
    },
    async close() {
      stop.abort();
      await time;
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A world that begins now: clients compare the times in tokens with the machine's clock. */
async function worldOf({ scenario = "one-tenant", seed, realism }: ServeOptions): Promise<World> {
  const clock = new VirtualClock(systemClock.now());
  try {
    return createWorld({
      clock,
      scenario: await scenarioAt(scenario),
      ...(seed !== undefined && { seed: numberIn("--seed", seed) ?? 1 }),
      ...(realism !== undefined && { realism: realism as "instant" }),
    });
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError)
      throw new UsageError(cause.message, { cause });
    throw cause;
  }
}

/** By name, or from a file. */
async function scenarioAt(given: string): Promise<Scenario> {
  if (!/[./\\]/.test(given)) return scenarioNamed(given);
  let text: string;
  try {
    text = await readFile(given, "utf8");
  } catch (cause) {
    throw new UsageError(`--scenario: ${given} cannot be read: ${(cause as Error).message}`, { cause });
  }
  return readScenario(text);
}

function numberIn(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`${option} takes a whole number, not "${text}"`);
}

async function tokenOf(tenant: Tenant): Promise<string> {
  return (await tenant.credential({ as: tenant.app("inviter") }).getToken()).token;
}

import type { FaultRule, FiredFault } from "../faults/index.ts";
import type { World } from "../world/index.ts";
import { jsonIn } from "./file.ts";
import { UsageError } from "./usage-error.ts";

/** What went wrong in one tenant, to go wrong again: each at the request of its number. */
export interface TenantSchedule {
  readonly cloud: string;
  readonly tenant: string;
  readonly fired: readonly FiredFault[];
}

/** What is to go wrong in a world that begins: the same in every tenant, or in each what went wrong there before. */
export type FaultPlan =
  | { readonly rules: readonly FaultRule[] }
  | { readonly schedules: readonly TenantSchedule[]; readonly served?: Served };

/** What of the way a world was served has to be the same for it to go the same way again. */
export interface Served {
  readonly scenario?: string;
  readonly seed?: string;
  readonly realism?: string;
  readonly clock?: string;
  readonly snapshot?: string;
}

/**
 * Reads what is to go wrong: a list of rules, what `faults` has shown, or what `exec` has left where a command failed.
 *
 * @throws UsageError for what is none of these
 */
export async function readFaultPlan(file: string): Promise<FaultPlan> {
  const value = await jsonIn(file, "--faults");
  const trace = traceIn(value);
  if (trace !== undefined) return trace;
  if (Array.isArray(value)) return { rules: value as readonly FaultRule[] };
  throw new UsageError(`--faults: ${file} is neither a list of rules, nor a schedule of what went wrong`);
}

/** A schedule of what went wrong, and of which world; `undefined` for what is none. */
export function traceIn(value: unknown): Extract<FaultPlan, { readonly schedules: unknown }> | undefined {
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    return list.length > 0 && list.every(isSchedule) ? { schedules: list } : undefined;
  }
  const { faults, served } = (value ?? {}) as { readonly faults?: unknown; readonly served?: unknown };
  if (!Array.isArray(faults) || !(faults as readonly unknown[]).every(isSchedule)) return undefined;
  return { schedules: faults, served: servedBy((served ?? {}) as Served) };
}

/** What of the options says so. */
export function servedBy({ scenario, seed, realism, clock, snapshot }: Loose<Served>): Served {
  const all = { scenario, seed, realism, clock, snapshot };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => typeof value === "string"));
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

function isSchedule(value: unknown): value is TenantSchedule {
  const { cloud, tenant, fired } = (value ?? {}) as Partial<Record<keyof TenantSchedule, unknown>>;
  return typeof cloud === "string" && typeof tenant === "string" && Array.isArray(fired);
}

/** Lets it go wrong. For a world in which nothing has been sent yet. @throws UsageError for what cannot be meant */
export function addFaults(world: World, plan: FaultPlan): void {
  try {
    if ("rules" in plan) {
      for (const { faults } of world.tenants) for (const rule of plan.rules) faults.add(rule);
      return;
    }
    for (const { cloud, tenant: name, fired } of plan.schedules) {
      const tenant = world.tenants.find((one) => one.name === name && one.directory.cloud.id === cloud);
      if (tenant === undefined) throw new RangeError(`there is no tenant ${cloud}/${name} in this world`);
      tenant.faults.replay(fired);
    }
  } catch (cause) {
    throw new UsageError(`--faults: ${(cause as Error).message}`, { cause });
  }
}

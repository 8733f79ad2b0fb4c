/// <reference types="node" />
import { describeSchedule, type FiredFault, shrink as smallest } from "../faults/index.ts";
import { addFaults, type Served, servedBy, type TenantSchedule, traceIn } from "./fault-plan.ts";
import { fileToWrite, jsonIn, writeJson } from "./file.ts";
import { environmentOf, runCommand } from "./run-command.ts";
import { type ServeOptions, startServing } from "./serving.ts";
import { UsageError } from "./usage-error.ts";

type Options = ServeOptions & { readonly trace?: string | undefined };

/** One fault, and whose. */
interface Placed {
  readonly cloud: string;
  readonly tenant: string;
  readonly fault: FiredFault;
}

/**
 * Runs a command again and again, each time in a world that begins anew, until the fewest faults are left under which it
 * still fails. Prints them, and writes them for `exec --faults`.
 *
 * @throws Error where the command does not fail with all of them
 */
export async function shrink(
  options: Options,
  [file]: readonly string[],
  command: readonly string[],
): Promise<number> {
  if (file === undefined || command.length === 0)
    throw new UsageError(
      "shrink takes a trace and a command, as in: vestibule-fake shrink trace.json -- npm test",
    );
  const trace = traceIn(await jsonIn(file, "shrink"));
  if (trace === undefined)
    throw new UsageError(
      `${file} holds no schedule: shrink takes what exec has left, or what faults has shown`,
    );
  const served = { ...trace.served, ...servedBy(options) };
  const { scenario, snapshot } = served;
  const out = await fileToWrite(options.trace, "vestibule-fake.shrunk.json", [file, scenario, snapshot]);
  const faults = placed(trace.schedules);
  let seed: number | string = 1;
  let runs = 0;
  const failsWith = async (schedule: readonly Placed[]) => {
    const ended = await runUnder(served, bySchedule(schedule), command);
    const { code } = ended;
    seed = ended.seed;
    const of = `${schedule.length} of ${faults.length} faults`;
    process.stderr.write(
      `vestibule-fake: run ${++runs}, ${of}: ${code === 0 ? "passes" : `fails (${code})`}\n`,
    );
    return code !== 0;
  };
  const few = await smallest(faults, failsWith);
  const schedules = bySchedule(few);
  await writeJson(out, { seed, served, faults: schedules });
  process.stdout.write(told(schedules, seed, out));
  return 0;
}

async function runUnder(
  options: Served,
  schedules: readonly TenantSchedule[],
  command: readonly string[],
): Promise<{ readonly code: number; readonly seed: number | string }> {
  const serving = await startServing(options);
  try {
    addFaults(serving.world, { schedules });
    const { code, wasStopped } = await runCommand(environmentOf(serving), command, "ignore");
    if (wasStopped) throw new Error("stopped; nothing was written");
    return { code, seed: serving.world.seed };
  } finally {
    await serving.close();
  }
}

function told(schedules: readonly TenantSchedule[], seed: number | string, out: string): string {
  if (schedules.length === 0) return `It fails without any fault. ${out} says so.\n`;
  const lines = schedules.map(
    ({ cloud, tenant, fired }) => `${cloud}/${tenant}: ${describeSchedule(seed, fired)}\n`,
  );
  return `${lines.join("")}They are in ${out}; to run it with them: vestibule-fake exec --faults ${out} -- COMMAND\n`;
}

function placed(schedules: readonly TenantSchedule[]): readonly Placed[] {
  return schedules.flatMap(({ cloud, tenant, fired }) => fired.map((fault) => ({ cloud, tenant, fault })));
}

function bySchedule(faults: readonly Placed[]): readonly TenantSchedule[] {
  const tenants = Map.groupBy(faults, ({ cloud, tenant }) => `${cloud}/${tenant}`);
  return [...tenants.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ cloud: first.cloud, tenant: first.tenant, fired: own.map(({ fault }) => fault) }] : [];
  });
}

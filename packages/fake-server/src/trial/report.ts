import { describeSchedule } from "../faults/index.ts";
import type { Tenant, World } from "../world/index.ts";
import { describePlan, environment, type TestWorldPlan } from "./plan.ts";
import { traceOf } from "./trace.ts";
import { counted } from "./verdict.ts";
import type { Loan, Standing } from "./worlds.ts";

/** A test that failed, and how to run it again. */
export interface Failed {
  readonly name: string;
  /** Without the seed. */
  readonly command: string;
}

/** So many lines of the trace are shown: the last ones. */
const SHOWN = 60;

/**
 * Tells what happened in the world of a test that failed, where whoever runs the tests looks: by the console, which
 * runners take down with the test.
 */
export function tellFailure(loan: Loan, plan: TestWorldPlan, failed: Failed): void {
  // biome-ignore lint/suspicious/noConsole: nothing else is told apart by test in every runner
  console.error(reportOf(loan, plan, failed));
}

/** What to say of a test that failed: how to run it again, and what happened in its world. Holds no token, link or code. */
function reportOf(
  { world, since }: Pick<Loan, "world" | "since">,
  plan: TestWorldPlan,
  { name, command }: Failed,
): string {
  const lines = traceOf(world, since);
  const shown = environment("VESTIBULE_TRACE") === "all" ? lines : lines.slice(-SHOWN);
  const left = lines.length - shown.length;
  return [
    `vestibule: what happened in the world of the test "${name}"`,
    `  made of    ${describePlan(plan, world)}`,
    `  run again  VESTIBULE_SEED=${quoted(String(world.seed))} ${command}`,
    ...(left > 0 ? [`  left out   the first ${left} lines; VESTIBULE_TRACE=all shows them`] : []),
    "",
    ...(shown.length > 0 ? shown : ["  nothing was sent, and nothing was written"]),
    "",
    ...world.tenants.flatMap((tenant) => endOf(tenant, world, since)),
  ].join("\n");
}

/** How things stood at the end: instances that are behind, what went wrong on purpose, and what clients did badly. */
function endOf(tenant: Tenant, { clock, seed }: World, { tenants }: Standing): readonly string[] {
  const { last } = tenant.directory.store;
  const behind = tenant.readers
    .filter((reader) => reader.advance(clock.now()) < last)

    .map(({ name, applied, held }) => `${name} has applied ${applied}${held ? " (held)" : ""}`);
  const fired = tenant.faults.fired.slice(tenants.get(tenant)?.fired ?? 0);
  return [
    `  ${tenant.name}: ${behind.length === 0 ? `every instance has applied all of ${counted(last, "commit")}` : `of ${counted(last, "commit")}, ${behind.join(", ")}`}`,
    ...(fired.length > 0
      ? [`  ${tenant.name}: ${describeSchedule(seed, fired).replaceAll("\n", "\n  ")}`]
      : []),
    ...tenant.conduct.remarks.map(
      ({ lint, caller, requests, text }) =>
        `  ${tenant.name}: ${lint} by ${caller}, request ${requests.join(", ")}: ${text}`,
    ),
  ];
}

/** For a shell, where it has to be. */
export function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A pattern that fits this text alone. */
export function literally(text: string): string {
  return `^${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$`;
}

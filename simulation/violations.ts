import { describeSchedule, type FiredFault, shrink } from "@vestibule/fake-server";
import { invariants } from "./invariants/index.ts";
import { planFor } from "./plan.ts";
import { type Run, runPlan } from "./run.ts";

/** Something that must not be, and where. */
export interface Violation {
  readonly seed: number;
  readonly invariant: string;
  readonly text: string;
}

/** All that is wrong with a run. Of one that does not end there is nothing else to be said. */
export function violationsOf(run: Run): readonly Violation[] {
  const { stuckBecause, plan } = run;
  if (stuckBecause !== undefined) {
    const open = [...run.calls, ...(run.neighbour?.calls ?? [])].filter(({ endedAt }) =>
      Number.isNaN(endedAt),
    );
    const which = open.map(({ number, kind }) => `${number} (${kind})`).join(", ");
    return [
      {
        seed: plan.seed,
        invariant: "every run ends",
        text: `${stuckBecause}, and these calls are not over: ${which}`,
      },
    ];
  }
  return [...violationsOfOne(run), ...(run.neighbour ? violationsOfOne(run.neighbour) : [])];
}

function violationsOfOne(run: Run): readonly Violation[] {
  return Object.entries(invariants).flatMap(([invariant, check]) =>
    check(run).map((text) => ({ seed: run.plan.seed, invariant, text })),
  );
}

/** The run again, with as few of its faults as it takes for the same thing to be wrong; as text. */
export async function explain({ seed, invariant, text }: Violation): Promise<string> {
  const plan = planFor(seed);
  const breaks = async (schedule: readonly FiredFault[]) =>
    violationsOf(await runPlan(plan, schedule)).some((violation) => violation.invariant === invariant);
  const { fired } = await runPlan(plan);
  const isPlayable = await breaks(fired);
  const few = isPlayable ? await shrink(fired, breaks) : fired;
  const note = isPlayable
    ? `of ${fired.length} faults these are enough`
    : "the same faults alone do not do it";
  return `${invariant}: ${text}\n${describeSchedule(seed, few)}\n  ${note}`;
}

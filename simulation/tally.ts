import { type FaultEffect, type FaultFamily, faultEffects } from "@vestibule/fake-server";
import type { Run } from "./run.ts";

/** What many runs amount to. Plain numbers, so that it can go from one thread to another. */
export interface Tally {
  runs: number;
  calls: number;
  failedCalls: number;
  requests: number;
  staleReads: number;
  reconciled: number;
  readonly faults: Partial<Record<FaultEffect, number>>;
}

export function emptyTally(): Tally {
  return { runs: 0, calls: 0, failedCalls: 0, requests: 0, staleReads: 0, reconciled: 0, faults: {} };
}

export function addRun(tally: Tally, run: Run): void {
  tally.runs++;
  for (const { effect } of run.fired) tally.faults[effect] = (tally.faults[effect] ?? 0) + 1;
  for (const each of run.neighbour ? [run, run.neighbour] : [run]) addWork(tally, each);
}

function addWork(tally: Tally, { calls, wire }: Run): void {
  tally.calls += calls.length;
  tally.failedCalls += calls.filter(({ error }) => error !== undefined).length;
  tally.requests += wire.length;
  // A stranger is missing for good: that is no stale read.
  tally.staleReads += calls
    .filter(({ guest }) => guest !== undefined)
    .flatMap(({ requests }) => requests)
    .filter(({ saidAbsent }) => saidAbsent).length;
  tally.reconciled += calls.filter(
    ({ withMail, requests }) => withMail && requests.some(isWithoutMail),
  ).length;
}

function isWithoutMail({ body }: Run["wire"][number]): boolean {
  return (body as { sendInvitationMessage?: unknown } | undefined)?.sendInvitationMessage === false;
}

export function addTally(sum: Tally, one: Tally): void {
  for (const key of ["runs", "calls", "failedCalls", "requests", "staleReads", "reconciled"] as const) {
    sum[key] += one[key];
  }
  for (const [effect, times] of Object.entries(one.faults) as [FaultEffect, number][]) {
    sum.faults[effect] = (sum.faults[effect] ?? 0) + times;
  }
}

/** The effects that have never happened. */
export function unseenEffects({ faults }: Tally): readonly FaultEffect[] {
  return Object.values(faultEffects)
    .flat()
    .filter((effect) => faults[effect] === undefined);
}

export function tallyText(tally: Tally): string {
  const n = (value: number) => value.toLocaleString("en").padStart(12);
  const families = (Object.keys(faultEffects) as FaultFamily[]).map((family) => {
    const effects = faultEffects[family];
    const times = effects.reduce((sum, effect) => sum + (tally.faults[effect] ?? 0), 0);
    const hit = effects.filter((effect) => tally.faults[effect] !== undefined).length;
    return `  ${`faults, ${family}`.padEnd(22)}${n(times)}   ${hit} of ${effects.length} effects`;
  });
  return [
    `  seeds                 ${n(tally.runs)}`,
    `  calls                 ${n(tally.calls)}   ${n(tally.failedCalls).trim()} ended with an error`,
    `  requests              ${n(tally.requests)}`,
    `  stale reads met       ${n(tally.staleReads)}`,
    `  mails reconciled      ${n(tally.reconciled)}`,
    ...families,
  ].join("\n");
}

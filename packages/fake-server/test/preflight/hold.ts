import { createWorld } from "@vestibule/fake-server";
import type { B2BError, Finding, PreflightReport } from "@vestibule/sdk";
import fc from "fast-check";
import { expect } from "vitest";
import { meet } from "./meet.ts";
import { holdMfa } from "./mfa.ts";
import type { Situation } from "./situation.ts";

type Met = Awaited<ReturnType<typeof meet>>;

/** What stands in the way, by the words in which an invitation was refused. */
function limitationOf(error: B2BError): Finding["limitation"] {
  const [first] = error.remedies?.map(({ action }) => action) ?? [];
  if (error.is("cloud-boundary") || first === "allow-partner") return "cloud-boundary";
  if (first === "allow-domain" || error.message.includes("verified domain")) return "domain-not-allowed";
  if (error.is("limit-reached")) return "directory-limit";
  if (error.is("invitations-restricted") || error.status === 401 || error.status === 403) {
    return "invitations-restricted";
  }
  return "already-in-directory";
}

/** Nothing of what decides is kept from the caller, or unsaid. */
function isAllKnown({ given, report }: { given: Situation; report: PreflightReport }): boolean {
  const isHeld = !["application", "administrator"].includes(given.caller);
  return (
    (given.knows === "both" || given.knows === "told" || given.domain !== "theirs") &&
    given.knows !== "nothing" &&
    given.isToldPermissions &&
    knowsKind(given) &&
    // Which organisation is the directory's own is asked once more where its settings shut somebody out.
    !given.forbidden.includes("organization.findTenantId") &&
    !(isHeld && given.hasCreatedAll) &&
    given.holder !== "guest and member" &&
    report.findings.every(({ permission }) => permission === null)
  );
}

/** Only in the government's clouds it matters which kind of directory one is in. */
function knowsKind({ pair: [here], knowsOwn }: Situation): boolean {
  return knowsOwn || !here.startsWith("usgov");
}

/** Whether the client is given all that it needs: it may read everything, knows both sides, and is told what nobody can read. */
function isFullInput(given: Situation): boolean {
  const { caller, permissions, forbidden, knows, domain, isToldPermissions, homeMfa } = given;
  const mayReadAll =
    ["application", "administrator"].includes(caller) && permissions === null && forbidden.length === 0;
  const knowsSides = knows === "both" || (domain === "theirs" ? knows === "told" : knows !== "nothing");
  return mayReadAll && knowsSides && isToldPermissions && homeMfa !== undefined && knowsKind(given);
}

/** Whether a report leaves open what comes: it says `caution`, and not just for what the situation really has in store. */
function isLeftOpen({ mfa, room }: Situation, { verdict, findings }: PreflightReport): boolean {
  const isWarranted: Partial<Record<Finding["limitation"], boolean>> = {
    "double-mfa": mfa.startsWith("asked") || mfa === "kept out",
    "directory-limit": room === "a little" || room === "the last place",
  };
  const cautions = findings.filter(({ severity }) => severity === "caution");
  return verdict === "caution" && cautions.some(({ limitation }) => isWarranted[limitation] !== true);
}

/** Holds what was foreseen against what came. */
export function hold(
  given: Situation,
  { report, answer, address, isJust, entered }: Met,
): string | undefined {
  expect(isJust).toBe(true);
  const { verdict, findings } = report;
  if (verdict === "blocked") expect(answer.ok).toBe(false);
  if (!answer.ok) {
    expect(verdict).not.toBe("clear");
    const blocking = findings.filter(({ severity }) => severity === "blocked");
    // Where it says that the invitation is refused, what the service names is among the reasons, if it can be seen at all.
    if (isAllKnown({ given, report })) {
      expect(blocking.map(({ limitation }) => limitation)).toContain(limitationOf(answer.error));
    }
  }
  expect(JSON.stringify(findings).toLowerCase()).not.toContain(address);
  if (entered === undefined) return undefined;
  const whose = given.holder === "nobody" && given.reset === "no" ? "somebody new" : "somebody who was here";
  const what = holdMfa(given, report, entered);
  return what && `${whose}, ${what}`;
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** Holds every one of many situations; answers how often each verdict, and each kind of finding, was met. */
export async function holdAll(
  situation: fc.Arbitrary<Situation>,
  parameters: { readonly numRuns: number; readonly seed: number },
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  let number = 0;
  let world = createWorld();
  await fc.assert(
    fc.asyncProperty(situation, async (given) => {
      // What a world holds is searched through for everybody who is invited.
      if (number % 100 === 0) world = createWorld();
      const met = await meet(world, number++, given);
      const entered = hold(given, met);
      for (const what of [...countedAs(given, met), ...(entered ? [entered] : [])]) count(counts, what);
    }),
    parameters,
  );
  return counts;
}

/** What of a situation, and of what was foreseen, is to be met often enough. */
function countedAs(given: Situation, { report, answer }: Met): readonly string[] {
  const kinds = report.findings.map(
    ({ limitation, severity, permission }) => `${limitation}: ${permission === null ? severity : "unread"}`,
  );
  return [
    `${report.verdict}, and ${answer.ok ? "invited" : "refused"}`,
    ...(isFullInput(given) ? ["full input"] : []),
    ...(isFullInput(given) && isLeftOpen(given, report) ? ["full input, left open"] : []),
    ...ofClouds(given, report),
    ...new Set(kinds),
  ];
}

/** What there is of kinds of directories and of clouds. */
function ofClouds({ pair, older, worker }: Situation, { findings }: PreflightReport): readonly string[] {
  const isBlockedFor = (what: string) =>
    findings.some(({ severity, observed }) => severity === "blocked" && observed.includes(what));
  const isOlder = (n: 0 | 1, whose: string) => pair[n].startsWith("usgov") && [whose, "both"].includes(older);
  return [
    ...(isOlder(0, "ours") ? ["an older directory"] : []),
    ...(isOlder(1, "theirs") ? ["an older organisation"] : []),
    ...(worker === "disabled" && pair[0] !== pair[1] ? ["a disabled worker"] : []),
    ...(isBlockedFor("this directory, in") ? ["an older directory, blocked"] : []),
    ...(isBlockedFor("is one without") && !isBlockedFor("this directory, in")
      ? ["an older organisation, blocked"]
      : []),
    ...(isBlockedFor("has disabled the application") ? ["a disabled worker, blocked"] : []),
  ];
}

/** How often each outcome, and each kind of finding, has to be met at least, by each kind of caller. */
export const LEAST = {
  ...{ "blocked, and refused": 4_000, "caution, and invited": 2_000, "caution, and refused": 1_000 },
  ...{ "clear, and invited": 1_000, "full input": 1_500 },
  ...{ "cloud-boundary: blocked": 1_000, "cloud-boundary: caution": 1_000, "cloud-boundary: unread": 100 },
  ...{ "cloud-boundary: info": 100 },
  ...{ "invitations-restricted: blocked": 1_000, "invitations-restricted: caution": 1_000 },
  ...{ "invitations-restricted: unread": 500 },
  ...{ "domain-not-allowed: blocked": 500, "domain-not-allowed: unread": 500 },
  ...{ "already-in-directory: blocked": 1_000, "already-in-directory: caution": 200 },
  ...{ "already-in-directory: info": 1_000, "already-in-directory: unread": 200 },
  ...{ "directory-limit: blocked": 300, "directory-limit: caution": 300, "directory-limit: unread": 200 },
  ...{ "directory-limit: info": 1_000, "double-mfa: caution": 1_000, "double-mfa: unread": 200 },
  ...{ "domain-not-allowed: caution": 10, "replication: info": 1_000 },
  ...{ "an older directory, blocked": 1_000, "an older organisation, blocked": 1_000 },
  ...{ "a disabled worker": 1_000, "a disabled worker, blocked": 300 },
} as const;

/** The same of what came at sign-in of what was foreseen of it. */
export function atSignIn(least: number): Readonly<Record<string, number>> {
  const whose = ["somebody new", "somebody who was here"];
  const what = ["asked twice", "kept out", "not asked twice"];
  return Object.fromEntries(whose.flatMap((who) => what.map((came) => [`${who}, ${came}`, least])));
}

/** How much was left open where nothing was kept from the client, of one. */
export function shareLeftOpen(counts: ReadonlyMap<string, number>): number {
  return (counts.get("full input, left open") ?? 0) / (counts.get("full input") ?? 0);
}

/** Which of these were met less often than they should have been. */
export function tooSeldom(
  counts: ReadonlyMap<string, number>,
  least: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(least).flatMap(([what, wanted]) => {
    const met = counts.get(what) ?? 0;
    return met < wanted ? [`${what}: ${met} of ${wanted}`] : [];
  });
}

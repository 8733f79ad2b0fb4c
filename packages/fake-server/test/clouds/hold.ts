import type { Reach } from "@vestibule/sdk";
import { expect } from "vitest";
import type { Met, Situation } from "./meeting.ts";
import { type Side, shutsAllOut } from "./sides.ts";

const REFUSED_AS: Readonly<Record<string, string>> = {
  "pair-unsupported": "cloud-boundary",
  "cloud-not-enabled": "cloud-boundary",
  "partner-not-added": "invitations-restricted",
  "partner-blocked": "invitations-restricted",
  "account-unsupported": "cloud-boundary",
  "directory-unsupported": "cloud-boundary",
};

/** How much may be left open, of one, where nothing is kept from the client. */
export const MOST_LEFT_OPEN = 0.05;

/** What nobody sees from this side. */
const ONLY_OF_BOTH: readonly string[] = ["closed-at-home", "cloud-worker-disabled"];

/** Holds what was foreseen against what came. */
export function hold(met: Met, given: Situation): void {
  const { reach, reachOfBoth, answer } = met;
  // Whoever can read both sides knows the answer; the other side is asked only where this one lets the guest in.
  if (outcomeOf(reachOfBoth) !== "home-unknown") expect(reachOfBoth.reachable).toBe(answer.ok);
  if (ONLY_OF_BOTH.includes(outcomeOf(reachOfBoth))) expect(reach.reachable).toBe(true);
  else expect(reachOfBoth).toEqual(isAsked(reach) ? { ...reach, isLetOut: true } : reach);
  if (given.address === "unheld" || given.address === "personal") holdNobodys(met, given);
  else if (reach.reachable) holdReachable(reach.via, met, given);
  if (!reach.reachable && reach.reason !== "home-unknown") {
    expect(answer).toMatchObject({ ok: false, error: { code: REFUSED_AS[reach.reason] } });
  }
}

/** In China there is no passcode, and a personal account is no guest: whether nobody's domain can sign in is more than an invitation tells. */
function holdNobodys({ reach, answer }: Met, { pair: [here], address, older }: Situation): void {
  if (here.startsWith("usgov") && (older === "ours" || older === "both")) {
    expect(outcomeOf(reach)).toBe("directory-unsupported");
    expect(answer.ok).toBe(false);
    return;
  }
  const expected = {
    unheld: { china: "home-unknown", elsewhere: "one-time-passcode" },
    personal: { china: "account-unsupported", elsewhere: "consumer" },
  }[address as "unheld" | "personal"];
  expect(outcomeOf(reach)).toBe(expected[here === "china" ? "china" : "elsewhere"]);
  expect(answer.ok).toBe(outcomeOf(reach) !== "account-unsupported");
}

function holdReachable(via: string, { answer, reachOfBoth }: Met, { theirs, worker }: Situation): void {
  const isStopped = via === "cross-cloud" && worker === "disabled";
  expect(answer.ok).toBe(!keepsIn(via, theirs) && !isStopped);
  if (answer.ok) return;
  const asked = answer.error.remedies?.map(({ who }) => who);
  if (keepsIn(via, theirs)) expect(asked).toEqual(["resource-admin", "home-admin"]);
  else if (!reachOfBoth.reachable) {
    // The words differ: an error does not know in which cloud the guest is.
    const advised = reachOfBoth.remedies.map(({ action }) => action);
    expect(advised).toEqual(answer.error.remedies?.map(({ action }) => action));
  }
}

/** The other side is asked about people of an organisation that this one lets in. */
function isAsked(reach: Reach): boolean {
  return reach.reachable === true && ["same-cloud", "cross-cloud"].includes(reach.via);
}

/** How it goes for somebody, or why it does not. */
export function outcomeOf(reach: Reach): string {
  return reach.reachable ? reach.via : reach.reason;
}

/** Whether the other side's settings keep its people in. */
function keepsIn(via: string, theirs: Side): boolean {
  const isClosed = !theirs.opensCloud || theirs.entry === "none";
  return (via === "cross-cloud" && isClosed) || shutsAllOut(theirs);
}

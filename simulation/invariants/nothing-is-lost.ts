import type { CallRecord } from "../calls.ts";
import { doneFor, hasSlept, type Run } from "../run.ts";
import { isTrouble, type Tapped } from "../wiretap.ts";

/** A client has a budget of ten retries for a service in trouble: with no more trouble than that it was never spent. */
const TROUBLES_WITHIN_BUDGET = 10;
/** How long a call is tried again, in milliseconds. */
const DEADLINE_MS = 100_000;

/** After so long no instance lags, in milliseconds. */
const LONGEST_LAG_MS = 120_000;

/** What the log calls what a call does. */
const COMMITS: Partial<Record<CallRecord["kind"], string>> = {
  invite: "invitations.create",
  update: "users.update",
  delete: "users.delete",
  addMember: "groups.addMember",
  assign: "apps.assign",
};

/**
 * What a call says it has done is in the directory's log; and an invitation whose fate nobody knew was looked after,
 * and not given up while there was a way to find out.
 */
export function nothingIsLost(run: Run): readonly string[] {
  const { plan, calls, wire, doneBy } = run;
  const lost = calls.filter((call) => call.error === undefined && !isInLog(call) && !wasToldGone(call, run));
  // A token that does not come uses up attempts that nobody sees; where the service takes little, there may be no time to look.
  const isPrompt = plan.credential !== "slow" && plan.limits?.invitations === undefined && !hasSlept(run);
  const isCalm = isPrompt && wire.filter(isTrouble).length <= TROUBLES_WITHIN_BUDGET;
  const abandoned = isCalm ? calls.filter((call) => wasAbandoned(call) && !hadToPause(call)) : [];
  return [
    ...lost.map(
      ({ number, kind }) => `call ${number} (${kind}) says it is done, and the directory has not heard of it`,
    ),
    ...abandoned.map(
      ({ number }) => `call ${number} left nobody knowing whether its guest was invited, without looking`,
    ),
  ];

  function isInLog({ kind, requests, invitedId, guest }: CallRecord): boolean {
    const operation = COMMITS[kind];
    if (operation === undefined) return true;
    // A member stays one, and so does an assignment: an earlier call may have done it.
    const mayBeOld = kind === "addMember" || kind === "assign";
    const all = mayBeOld
      ? calls
          .filter((call) => call.kind === kind && call.guest?.id === guest?.id)
          .flatMap((call) => call.requests)
      : requests;
    const done = doneFor(all, doneBy).filter((commit) => commit.operation === operation);
    return kind === "invite" ? done.some(({ ids }) => ids[0] === invitedId) : done.length > 0;
  }

  /** Whether the service wanted no invitations until it was too late for this one. */
  function hadToPause({ startedAt, endedAt }: CallRecord): boolean {
    const deadline = startedAt + DEADLINE_MS;
    return wire.some(
      (seen) => seen.scope === "invitations" && seen.endedAt <= endedAt && asksPast(seen, deadline),
    );
  }
}

/** An instance that misses a guest long after it has to know him lies, as a fault makes it: nobody can tell that from a deletion. */
function wasToldGone({ kind, guest, requests }: CallRecord, { fired }: Run): boolean {
  const last = requests.at(-1);
  if (kind !== "delete" || guest === undefined || last === undefined || !last.saidAbsent) return false;
  const isLie = fired.some(
    (fault) => fault.effect === "object-missing" && fault.operation === "users.delete",
  );
  return isLie && last.sentAt - guest.writtenAt > LONGEST_LAG_MS;
}

function wasAbandoned({ error, limit, withMail, requests }: CallRecord): boolean {
  if (!withMail || limit !== undefined || error?.outcome !== "unknown") return false;
  const last = requests.at(-1);
  if (last === undefined || !isTrouble(last)) return false;
  return requests.length < 5 && !requests.some(isWithoutMail);
}

function asksPast({ quietUntil = 0 }: Tapped, deadline: number): boolean {
  return quietUntil >= deadline - 1_000;
}

function isWithoutMail({ body }: Tapped): boolean {
  return (body as { sendInvitationMessage?: unknown }).sendInvitationMessage === false;
}

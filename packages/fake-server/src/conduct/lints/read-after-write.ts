import { quietUntil } from "../quiet-until.ts";
import { Recent } from "../recent.ts";
import {
  isRefusal,
  isTrouble,
  type Judge,
  type LastSaid,
  type SeenEnd,
  type SeenRequest,
  type Witness,
} from "../sighting.ts";

/** How long instances may lag behind a write, in milliseconds: for the directory, and for assignments to applications. */
const WINDOW_MS = 120_000;
const APPS_WINDOW_MS = 300_000;
const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const GUID_NAMED = /^Resource '([0-9a-f-]{36})'/;
const ABSENT = /does not exist|not a valid reference update|objects being referenced don't exist/i;

/** So many of the requests that show it are named: the last ones. */
const SHOWN = 10;

/** An absence that was answered, of which object, and whether it was left at that. */
interface Absence extends LastSaid {
  readonly id: string;
  isLast: boolean;
}

/**
 * An application, which has no session, that took "not there" for the answer of an object that it had just made itself.
 * Whoever tries again did not, whatever comes of it; nor did whoever is told to be quiet. What has been deleted by then,
 * by whomever, is not there.
 */
export function readAfterWrite({ wasGone }: Witness): Judge {
  const made = new Recent<number>();
  const absences = new Recent<Absence>();
  let quiet = Number.NEGATIVE_INFINITY;
  return {
    sent: triedAgain,
    missed: triedAgain,
    ended(end) {
      if (end.seen.hasSession) return undefined;
      const id = invitedIn(end);
      if (id !== undefined) made.set(id, end.at);
      if (isRefusal(end)) beQuiet(quietUntil(end) ?? end.at);
      else if (!isTrouble(end)) for (const one of idsOfInterest(end)) note(one, end);
      return undefined;
    },
    atLast: () =>
      [...absences.values()]
        .filter(({ isLast, id, at }) => isLast && !wasGone(id, at))
        .map(({ isLast: _, id: __, ...said }) => said),
  };

  /** Seen once, it is not thought to be missing any more, whatever was asked. */
  function forget(id: string): void {
    for (const key of [...absences.keys()]) if (key.endsWith(id)) absences.delete(key);
  }

  function beQuiet(until: number): void {
    quiet = Math.max(quiet, until);
    for (const absence of absences.values()) absence.isLast = false;
  }

  function triedAgain(seen: SeenRequest): undefined {
    const isDeletion = seen.request.method === "DELETE";
    if (absences.size === 0 && !isDeletion) return;
    for (const id of seen.words.match(GUID) ?? []) {
      const absence = absences.get(`${seen.operation} ${id}`);
      if (absence) absence.isLast = false;
      if (isDeletion) expectGone(id);
    }
  }

  /** Whoever deletes something expects it to be gone, whether or not an answer comes. */
  function expectGone(id: string): void {
    made.delete(id);
    forget(id);
  }

  /** The caller's own objects that a request was about, where its answer may say anything about them. */
  function idsOfInterest(end: SeenEnd): readonly string[] {
    return absences.size > 0 || saysAbsent(end) ? idsIn(end).filter((id) => made.has(id)) : [];
  }

  function note(id: string, end: SeenEnd): void {
    const { seen } = end;
    const key = `${seen.operation} ${id}`;
    const age = end.at - (made.get(id) ?? Number.NEGATIVE_INFINITY);
    // What is missing when no instance can lag any more is not there.
    if (isSuccess(end)) forget(id);
    else if (!saysAbsent(end) || age >= windowOf(seen)) absences.delete(key);
    else absences.set(key, { ...absenceOf(end, age, absences.get(key)), id, isLast: end.at >= quiet });
  }
}

/** The objects that an answer is about: the one that it says is missing, or else all that the request named. */
function idsIn(end: SeenEnd): readonly string[] {
  const named = saysAbsent(end) ? GUID_NAMED.exec(messageOf(end)) : null;
  return named?.[1] ? [named[1]] : (end.seen.words.match(GUID) ?? []);
}

function absenceOf({ seen, at, response }: SeenEnd, age: number, before: Absence | undefined): LastSaid {
  const text = `${seen.operation} of an object that the same caller had made ${Math.round(age)} ms before was answered with ${response?.status}, and it never asked again; instances lag, and an application has no session`;
  return {
    at,
    text,
    requests: [...(before?.requests ?? []), seen.number].slice(-SHOWN),
    correlationIds: [...(before?.correlationIds ?? []), seen.correlationId].slice(-SHOWN),
  };
}

function windowOf({ operation }: SeenRequest): number {
  return operation === "apps.assign" ? APPS_WINDOW_MS : WINDOW_MS;
}

function invitedIn({ seen, response }: SeenEnd): string | undefined {
  if (response?.status !== 201 || seen.operation !== "invitations.create") return undefined;
  return (response?.body as { invitedUser?: { id?: string } | null } | undefined)?.invitedUser?.id;
}

function isSuccess({ response }: SeenEnd): boolean {
  return response !== undefined && response.status < 300;
}

function saysAbsent({ response }: SeenEnd): boolean {
  if (response?.status !== 404 && response?.status !== 400) return false;
  return ABSENT.test(messageOf({ response }));
}

function messageOf({ response }: Pick<SeenEnd, "response">): string {
  const { error } = (response?.body ?? {}) as { readonly error?: { readonly message?: string } };
  return error?.message ?? "";
}

import type { GraphResponse } from "../../graph/index.ts";
import { Recent } from "../recent.ts";
import { isRefusal, isTrouble, type Judge, type SeenEnd, type SeenRequest } from "../sighting.ts";

/** How long instances may lag behind a write, in milliseconds: for the directory, and for assignments to applications. */
const WINDOW_MS = 120_000;
const APPS_WINDOW_MS = 300_000;
const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const ABSENT = /does not exist|not a valid reference update|objects being referenced don't exist/i;

/**
 * An application, which has no session, that took "not there" for the answer of an object that it had just made itself.
 */
export function readAfterWrite(): Judge {
  const made = new Recent<number>();
  const given = new Recent<{ readonly text: string; readonly requests: readonly number[] }>();
  return {
    ended(end) {
      if (end.seen.hasSession) return undefined;
      const id = invitedIn(end);
      if (id !== undefined) made.set(id, end.at);
      for (const one of idsOfInterest(end)) note(one, end);
      return undefined;
    },
    atLast: () => [...given.values()],
  };

  /** The caller's own objects that a request was about, where its end may say anything about them. */
  function idsOfInterest(end: SeenEnd): readonly string[] {
    const isOfInterest = given.size > 0 || saysAbsent(end) || end.seen.request.method === "DELETE";
    if (!isOfInterest || end.response === undefined) return [];
    return (end.seen.words.match(GUID) ?? []).filter((id) => made.has(id));
  }

  function note(id: string, end: SeenEnd): void {
    const { seen, response } = end;
    const key = `${seen.operation} ${id}`;
    if (isSuccess(response) && seen.operation === "users.delete") made.delete(id);
    const age = end.at - (made.get(id) ?? Number.NEGATIVE_INFINITY);
    // What is missing when no instance can lag any more is not there.
    if (isAnswer(end) && (!saysAbsent(end) || age >= windowOf(seen))) given.delete(key);
    else if (saysAbsent(end)) noteAbsence(key, seen, response?.status ?? 0, age);
  }

  function noteAbsence(key: string, seen: SeenRequest, status: number, age: number): void {
    const text = `${seen.operation} of an object that the same caller had made ${Math.round(age)} ms before was answered with ${status}, and it never asked again; instances lag, and an application has no session`;
    given.set(key, { text, requests: [...(given.get(key)?.requests ?? []), seen.number] });
  }
}

function windowOf({ operation }: SeenRequest): number {
  return operation === "apps.assign" ? APPS_WINDOW_MS : WINDOW_MS;
}

function invitedIn({ seen, response }: SeenEnd): string | undefined {
  if (seen.operation !== "invitations.create" || response?.status !== 201) return undefined;
  return (response?.body as { invitedUser?: { id?: string } | null } | undefined)?.invitedUser?.id;
}

/** Whether the service has worked on it, whatever it says. */
function isAnswer(end: SeenEnd): boolean {
  return !isTrouble(end) && !isRefusal(end);
}

function isSuccess(response: GraphResponse | undefined): boolean {
  return response !== undefined && response.status < 300;
}

function saysAbsent({ response }: SeenEnd): boolean {
  if (response?.status !== 404 && response?.status !== 400) return false;
  const error = (response.body as { error?: { message?: string } } | undefined)?.error;
  return ABSENT.test(error?.message ?? "");
}

import { type Arrival, scriptedService, USER_ID } from "../service.ts";
import { type Check, duration, ended, type Finding, invitation } from "./check.ts";

/** Check 12: only who has just written something may doubt that it is not there. */
export const foreignNotFound: Check = {
  title: "404 for an id of somebody else's: an answer, at once",
  async run(client) {
    const { fetch, arrivals } = scriptedService(() => ({ status: 404 }));
    const ending = await ended(client.open(fetch).readUser(USER_ID));
    if (ending.ok) throw new Error("resolved, though there was nothing to read");
    const passed = arrivals.length === 1 && ending.at === arrivals[0]?.answeredAt;
    return { passed, figure: counted(arrivals.length, "request"), badness: arrivals.length };
  },
};

/** Checks 14 to 16: an invitation with a mail, of which nobody knows whether it went out. */
export const mailsOfUnknownOutcome: readonly Check[] = [
  askedOnce("POST that sends a mail: not again on a guess after 500", { status: 500 }),
  askedOnce("POST that sends a mail: not again on a guess after 503", { status: 503 }),
  askedOnce("POST that sends a mail: not again on a guess after a reset", "reset"),
];

function askedOnce(title: string, first: { readonly status: number } | "reset"): Check {
  return {
    title,
    async run(client) {
      const { fetch, arrivals } = scriptedService((_, nth) => (nth === 0 ? first : { status: 201 }));
      await ended(client.open(fetch).invite(invitation({ mail: true })));
      return judgeMails(arrivals);
    },
  };
}

function judgeMails(arrivals: readonly Arrival[]): Finding {
  const mails = arrivals.filter(asksForMail).length;
  if (mails === 0) throw new Error("the invitation never reached the service");
  const passed = mails === 1;
  if (!passed) return { passed, figure: `${mails} mails`, badness: mails };
  return { passed, figure: arrivals.length === 1 ? "not again" : "again without mail", badness: mails };
}

function asksForMail({ body }: Arrival): boolean {
  return (body as { sendInvitationMessage?: boolean } | undefined)?.sendInvitationMessage === true;
}

const ABORTED_AFTER_MS = 200;
const SOON_MS = 50;

/** Check 17: the call is aborted while the client waits out a `Retry-After` of 3 s. */
export const abortedWait: Check = {
  title: "abort during a wait: rejects within 50 ms",
  async run(client) {
    if (!client.takesSignal) return { passed: false, figure: "takes no signal", badness: 0 };
    const caller = new AbortController();
    let abortedAt = Number.NaN;
    const { fetch, arrivals } = scriptedService((_, nth) => {
      if (nth > 0) return { status: 200 };
      setTimeout(() => {
        abortedAt = Date.now();
        caller.abort();
      }, ABORTED_AFTER_MS);
      return { status: 429, headers: { "retry-after": "3" } };
    });
    const ending = await ended(client.open(fetch).readUser(USER_ID, caller.signal));
    if (Number.isNaN(abortedAt)) return { passed: false, figure: "did not wait", badness: 0 };
    if (ending.ok) return { passed: false, figure: counted(arrivals.length, "request"), badness: 0 };
    const late = ending.at - abortedAt;
    return { passed: late <= SOON_MS, figure: duration(late), badness: late };
  },
};

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

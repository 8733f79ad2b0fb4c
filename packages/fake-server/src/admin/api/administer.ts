import { type Clock, systemClock } from "@vestibule/sdk/time";
import { faultEffects } from "../../faults/index.ts";
import type { World } from "../../world/index.ts";
import {
  type Administration,
  addFaults,
  changeReaders,
  clearFaults,
  goBack,
  mailsWithin,
  marksOf,
  moveClock,
  putSnapshot,
  redeemLink,
  setMark,
  tenantsNamed,
} from "./actions.ts";
import { type BodyName, schemaOf } from "./bodies.ts";
import { eventsOf } from "./events.ts";
import { explored } from "./explore.ts";
import { Problem, problemResponse } from "./problem.ts";
import { stepOf } from "./redemption.ts";
import { servePage } from "./serve-page.ts";
import { giveToken } from "./token.ts";
import { conductOf, faultsIn, requestsOf, signInsOf, stateOf, timelineOf } from "./views.ts";

interface Asked {
  readonly here: Administration;
  readonly request: Request;
  readonly query: URLSearchParams;
}

interface Route {
  readonly says: string;
  /** What may stand in the address. */
  readonly query?: readonly string[];
  readonly body?: BodyName;
  readonly answer: (asked: Asked) => object | Promise<object>;
}

/** What an administrator can ask for and do, by method and path. */
const ROUTES: Readonly<Record<string, Route>> = {
  "GET /_fake": {
    says: "This list; for a browser, the page.",
    answer: ({ request }) => (wantsPage(request) ? servePage("page.html") : { routes: described() }),
  },
  "GET /_fake/page": { says: "The page to look at all this.", answer: () => servePage("page.html") },
  "GET /_fake/page/page.js": { says: "What the page does.", answer: () => servePage("page.js") },
  "GET /_fake/page/views.css": { says: "How its views look.", answer: () => servePage("views.css") },
  "GET /_fake/page/page.css": { says: "How the page looks.", answer: () => servePage("page.css") },
  "GET /_fake/state": {
    says: "The seed, the time, and of each tenant its size and how far each instance has come.",
    answer: ({ here }) => stateOf(here.world),
  },
  "GET /_fake/timeline": {
    says: "The changes of each tenant after the first `from`, and how far its instances are.",
    query: ["tenant", "from"],
    answer: ({ here, query }) => timelineOf(tenantsIn(here, query), numberIn(query, "from")),
  },
  "GET /_fake/requests": {
    says: "The last requests of each tenant: at which instance each was read, what came of it, and what was bad about it.",
    query: ["tenant"],
    answer: ({ here, query }) => requestsOf(tenantsIn(here, query)),
  },
  "GET /_fake/objects": {
    says: "A tenant's objects as an instance shows them, or as they were after a commit, and what is otherwise by now.",
    query: ["tenant", "reader", "lsn", "q", "differing", "limit"],
    answer: ({ here, query }) => {
      const [tenant, other] = tenantsIn(here, query);
      if (tenant === undefined || other !== undefined) throw new Problem(400, "tenant has to name one");
      const lsn = query.has("lsn") ? numberIn(query, "lsn") : null;
      return explored(
        tenant,
        { reader: query.get("reader"), lsn },
        {
          q: query.get("q") ?? "",
          differing: query.get("differing") === "true",
          limit: query.has("limit") ? numberIn(query, "limit") : 200,
        },
      );
    },
  },
  "GET /_fake/conduct": {
    says: "What the clients of each tenant did badly.",
    query: ["tenant"],
    answer: ({ here, query }) => conductOf(tenantsIn(here, query)),
  },
  "GET /_fake/sign-ins": {
    says: "Who was let in where, and who was not.",
    query: ["tenant"],
    answer: ({ here, query }) => signInsOf(tenantsIn(here, query)),
  },
  "GET /_fake/faults": {
    says: "What is to go wrong in each tenant, and how often it still may; and what has: a schedule that can be played again.",
    query: ["tenant"],
    answer: ({ here, query }) => faultsIn(tenantsIn(here, query)),
  },
  "GET /_fake/effects": { says: "What can be made to go wrong, by where.", answer: () => faultEffects },
  "POST /_fake/faults": {
    says: "Lets something go wrong from now on.",
    body: "faults",
    answer: ({ here, request }) => addFaults(here, request),
  },
  "DELETE /_fake/faults": {
    says: "Lets nothing go wrong any more.",
    query: ["tenant"],
    answer: ({ here, query }) => clearFaults(here, query.get("tenant")),
  },
  "POST /_fake/readers": {
    says: "Holds an instance, lets it go on, or changes how late it is; without a name, all.",
    body: "reader",
    answer: ({ here, request }) => changeReaders(here, request),
  },
  "GET /_fake/inbox": {
    says: "The mails that have arrived; with `wait`, so many milliseconds until the first that fits.",
    query: ["tenant", "to", "cc", "about", "wait"],
    answer: ({ here, query, request }) => {
      const [tenant, to, cc, about] = ["tenant", "to", "cc", "about"].map((name) => query.get(name)) as [
        string | null,
        string | null,
        string | null,
        string | null,
      ];
      const filter = { tenant, to, cc, about };
      return mailsWithin(here, filter, numberIn(query, "wait"), request.signal);
    },
  },
  "POST /_fake/redeem": {
    says: "Follows a redeem link to its end, as the guest would.",
    body: "redeem",
    answer: ({ here, request }) => redeemLink(here, request),
  },
  "POST /_fake/redemption": {
    says: "Opens a redeem link, or answers the step that its redemption is at; gives the step that follows.",
    body: "redemption",
    answer: ({ here, request }) => stepOf(here.world, request),
  },
  "POST /_fake/token": {
    says: "Gives a new token of an application, by its name or client id; without one, of the first that may do everything. Of the first tenant, where none is named.",
    body: "token",
    answer: ({ here, request }) => giveToken(here, request),
  },
  "POST /_fake/clock": {
    says: "Moves the world's time on.",
    body: "clock",
    answer: ({ here, request }) => moveClock(here, request),
  },
  "GET /_fake/snapshot": {
    says: "All of the world as data, with nothing secret in it: what `createWorld({ snapshot })` takes.",
    answer: ({ here }) => here.world.snapshot(),
  },
  "PUT /_fake/snapshot": {
    says: "Puts the world of a snapshot in the place of this one, in one step. Marks are gone; its start is now.",
    answer: ({ here, request }) => putSnapshot(here, request),
  },
  "GET /_fake/marks": { says: "The moments that can be gone back to.", answer: ({ here }) => marksOf(here) },
  "POST /_fake/marks": { says: "Remembers this moment.", answer: ({ here }) => setMark(here) },
  "POST /_fake/rewind": {
    says: "Goes back to a moment; without one, to the start.",
    body: "rewind",
    answer: ({ here, request }) => goBack(here, request),
  },
  "GET /_fake/events": {
    says: "The state, now and whenever it has changed, as server-sent events.",
    answer: ({ here, request }) => eventsOf(here.world, here.clock, request.signal),
  },
};

/** With what a world is administered. */
export interface AdministerOptions {
  /** Real time, for whoever waits for a mail of another process. Default: the computer's. */
  readonly clock?: Clock;
}

/**
 * Answers what is addressed to the fake itself, below `/_fake`: its state, its post, its clock, its instances, what goes
 * wrong, and going back. For `listen(world, { admin: administer(world) })`.
 *
 * @example
 * ```ts
 * await using server = await listen(world, { admin: administer(world) });
 * const mails = await (await fetch(`${server.origin}/_fake/inbox?to=ada@fabrikam.example&wait=5000`)).json();
 * ```
 * @returns `undefined` for an address that it does not have
 * @throws TypeError for what is no world, and for options that cannot be meant
 */
export function administer(
  world: World,
  options: AdministerOptions = {},
): (request: Request) => Promise<Response> | undefined {
  checkAdminister(world, options);
  const { clock = systemClock } = options;
  const here: Administration = { world, clock, marks: new Map([["start", world.mark()]]) };
  return (request) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const path = pathname.replace(/\/$/, "");
    const key = `${request.method} ${path}`;
    if (Object.hasOwn(ROUTES, key)) return answered(ROUTES[key] as Route, { here, request, query });
    const methods = Object.keys(ROUTES).flatMap((known) =>
      known.endsWith(` ${path}`) ? [known.slice(0, known.indexOf(" "))] : [],
    );
    if (methods.length === 0) return undefined;
    return Promise.resolve(problemResponse(new Problem(405, `${path} takes ${methods.join(", ")}`)));
  };
}

function checkAdminister(world: unknown, options: unknown): void {
  const { mark } = (world ?? {}) as { readonly mark?: unknown };
  if (typeof mark !== "function") throw new TypeError("administer takes a world, as createWorld() makes it");
  const isObject = typeof options === "object" && options !== null && !Array.isArray(options);
  if (!isObject || Object.keys(options).some((name) => name !== "clock"))
    throw new TypeError("administer takes its options as an object, which has clock and nothing else");
}

async function answered({ query: known = [], answer }: Route, asked: Asked): Promise<Response> {
  try {
    const other = [...asked.query.keys()].find((name) => !known.includes(name));
    if (other !== undefined)
      throw new Problem(400, `"${other}" is not known here; there are ${known.join(", ") || "none"}`);
    const given = await answer(asked);
    return given instanceof Response ? given : Response.json(given);
  } catch (cause) {
    if (cause instanceof Problem) return problemResponse(cause);
    // What a builder or a rule says of what it was given.
    if (cause instanceof TypeError || cause instanceof RangeError)
      return problemResponse(new Problem(400, cause.message));
    throw cause;
  }
}

function wantsPage({ headers }: Request): boolean {
  return headers.get("accept")?.includes("text/html") === true;
}

function tenantsIn(here: Administration, query: URLSearchParams) {
  return tenantsNamed(here, query.get("tenant"));
}

function numberIn(query: URLSearchParams, name: string): number {
  const value = Number(query.get(name) ?? 0);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new Problem(400, `${name} has to be a number from 0`);
}

function described(): readonly object[] {
  return Object.entries(ROUTES).map(([key, { says, query, body }]) => ({
    ...{ request: key, says },
    ...(query && { query }),
    ...(body && { body: schemaOf(body) }),
  }));
}

import type { Draw } from "../../directory/index.ts";
import type { Party } from "../../replication/index.ts";
import type { GraphRequest } from "../exchange.ts";
import { onceByOperation } from "../once-by-operation.ts";
import { BASE_UNITS, SHORT_PAGE, UNITS_FOR } from "./documented.ts";

/** What has limits of its own behind the one Graph. */
type Service = "directory" | "invitations" | "conditional access" | "reports";

/** The service that answers a route. */
export function serviceOf(route: string): Service {
  if (route === "/invitations") return "invitations";
  if (route.startsWith("/auditLogs/")) return "reports";
  return route.startsWith("/identity/conditionalAccess/") ? "conditional access" : "directory";
}

/** What a request costs the directory, in resource units. */
export function unitsOf(route: string, { method, query }: Pick<GraphRequest, "method" | "query">): number {
  let units = baseOf(method, route);
  if (query.$select !== undefined) units += UNITS_FOR.select;
  if (query.$expand !== undefined) units += UNITS_FOR.expand;
  if (Number(query.$top) < SHORT_PAGE) units += UNITS_FOR.shortPage;
  return Math.max(units, UNITS_FOR.least);
}

const VARIABLE = /\{\w+\}/g;

/** What an operation costs before its query options are looked at. A part of a list by type costs what the list does. */
const baseOf = onceByOperation((method, route) => {
  const named = route.replaceAll(VARIABLE, "{id}").replace(/\/microsoft\.graph\.[a-zA-Z]+$/, "");
  return BASE_UNITS[`${method} ${named}`] ?? 1;
});

/** What a request draws, and from which buckets. */
export function drawsOf(route: string, request: GraphRequest, party: Party): readonly Draw[] {
  // Each request of a batch is counted for itself.
  if (route === "/$batch") return [];
  const service = serviceOf(route);
  if (service === "invitations") return ONE_INVITATION;
  if (service === "conditional access") return ONE_LOOK;
  const owner = applicationOf(party);
  if (service === "reports") return [{ limit: "reports", owner, cost: 1 }];
  const units: Draw = { limit: "units", owner, cost: unitsOf(route, request) };
  return request.method === "GET" ? [units] : [units, { limit: "writes", owner, cost: 1 }, ONE_WRITE];
}

const ONE_INVITATION: readonly Draw[] = [{ limit: "invitations", owner: "", cost: 1 }];
const ONE_LOOK: readonly Draw[] = [{ limit: "conditionalAccess", owner: "", cost: 1 }];
const ONE_WRITE: Draw = { limit: "tenantWrites", owner: "", cost: 1 };

/** The application that a caller is, or works with: `app/inviter`. Users of one application share what it may do. */
export function applicationOf({ name, session }: Party): string {
  return session === undefined ? name : `app/${session.slice(0, session.indexOf("|"))}`;
}

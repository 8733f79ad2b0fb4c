import type { Directory, Ruling } from "../../directory/index.ts";
import type { Party } from "../../replication/index.ts";
import type { ErrorStamp } from "../errors.ts";
import type { GraphRequest, RouteAnswer } from "../exchange.ts";
import { applicationOf, drawsOf, serviceOf, unitsOf } from "./cost.ts";
import { REPORTED_USAGE } from "./documented.ts";

export const METER_HEADERS = [
  "retry-after",
  "x-ms-resource-unit",
  "x-ms-throttle-limit-percentage",
  "x-ms-throttle-scope",
  "x-ms-throttle-information",
] as const;

/** How the directory's own limits are named where one of them refuses. */
const REFUSALS = {
  units: { scope: "Tenant_Application/ReadWrite", information: "ResourceUnitLimitExceeded" },
  writes: { scope: "Tenant_Application/Write", information: "WriteLimitExceeded" },
  tenantWrites: { scope: "Tenant/Write", information: "WriteLimitExceeded" },
  invitations: undefined,
  conditionalAccess: undefined,
  reports: undefined,
} as const;

/**
 * What one request costs, whether there is room for it, and how the answer says so. Reading what it says costs time only
 * where somebody does.
 */
export class Meter {
  readonly #directory: Directory;
  readonly #party: Party;
  readonly #route: string;
  readonly #request: GraphRequest;
  readonly #ruling: Ruling | undefined;

  constructor(directory: Directory, party: Party, route: string, request: GraphRequest) {
    this.#directory = directory;
    this.#party = party;
    this.#route = route;
    this.#request = request;
    const { limits } = directory.throttle;
    this.#ruling = limits && directory.throttle.ask(limits, drawsOf(route, request, party));
  }

  get isRefused(): boolean {
    return this.#ruling?.refusedBy !== undefined;
  }

  /** One of {@link METER_HEADERS}, by its name in lower case. */
  header(name: string): string | null {
    switch (name) {
      case "retry-after":
        return this.#retryAfter();
      case "x-ms-resource-unit":
        return this.#isDirectory ? String(unitsOf(this.#route, this.#request)) : null;
      case "x-ms-throttle-limit-percentage":
        return this.#isDirectory ? usageText(this.#ruling?.usage ?? 0) : null;
      case "x-ms-throttle-scope":
        return this.#scope();
      case "x-ms-throttle-information":
        return this.#refusal?.information ?? null;
      default:
        return null;
    }
  }

  get #isDirectory(): boolean {
    return serviceOf(this.#route) === "directory";
  }

  get #refusal() {
    const { refusedBy } = this.#ruling ?? {};
    return refusedBy && REFUSALS[refusedBy];
  }

  /**
   * Whole seconds, and never none; conditional access does not say how long to wait. Fractions of a second have been seen:
   * they are a fault of their own.
   *
   * @see https://learn.microsoft.com/graph/throttling section "Sample response"
   */
  #retryAfter(): string | null {
    const { refusedBy, waitMs } = this.#ruling ?? { waitMs: 0 };
    if (refusedBy === undefined || refusedBy === "conditionalAccess") return null;
    return String(Math.max(1, Math.ceil(waitMs / 1000)));
  }

  #scope(): string | null {
    const refusal = this.#refusal;
    if (!refusal) return null;
    const { chance, tenantId } = this.#directory;
    return `${refusal.scope}/${chance.guid(applicationOf(this.#party))}/${tenantId}`;
  }
}

/** Rounded up, so that what is reported is above what is not. */
function usageText(usage: number): string | null {
  if (usage <= REPORTED_USAGE.above) return null;
  return String(Math.min(Math.ceil(usage * 1000) / 1000, REPORTED_USAGE.most));
}

/**
 * What is refused for lack of room looks like this, whichever service it is; documented for Graph at large.
 *
 * @see https://learn.microsoft.com/graph/throttling section "Sample response"
 */
export function tooManyRequests({ date, requestId }: ErrorStamp): RouteAnswer {
  const innerError = {
    code: "429",
    date: date.slice(0, 19),
    message: "Please retry after",
    "request-id": requestId,
    status: "429",
  };
  return {
    status: 429,
    body: { error: { code: "TooManyRequests", innerError, message: "Please retry again later." } },
  };
}

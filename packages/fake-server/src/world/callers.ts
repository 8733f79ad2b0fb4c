import type { Caller } from "../login/index.ts";
import type { Party } from "../replication/index.ts";

/** An application of a tenant: it can call by itself, and users can be assigned to it. */
export interface FakeApp {
  readonly kind: "app";
  readonly name: string;
  readonly tenantId: string;
  /** The object id of its service principal: what `apps.assign` takes as `resourceId`. */
  readonly id: string;
  readonly appId: string;
}

/** A user of a tenant, who can call with an application. */
export interface FakeUser {
  readonly kind: "user";
  readonly tenantId: string;
  readonly id: string;
  readonly userPrincipalName: string;
  readonly mail: string;
}

/** Who sends requests. An application on its own has no session; a user has one in each datacenter. */
export interface CallerOptions {
  readonly as: FakeApp | FakeUser;
  /** The datacenters that the requests arrive in, for example `["weu", "neu"]`. Default: one for a user, any for an application. */
  readonly datacenters?: readonly string[];
}

/** The application that a user works with where nothing else is said. */
const WORKPLACE = "workplace";

export function callerOf({ as }: CallerOptions): Caller {
  return as.kind === "app"
    ? { kind: "app", tenantId: as.tenantId, appId: as.appId, principalId: as.id, name: as.name }
    : { kind: "user", tenantId: as.tenantId, appId: WORKPLACE, userId: as.id, name: as.userPrincipalName };
}

/** What replication has to know of a caller. */
export function partyOf(caller: Caller, datacenters?: readonly string[]): Party {
  return {
    name: `${caller.kind}/${caller.name}`,
    principalId: caller.kind === "user" ? caller.userId : caller.principalId,
    ...(caller.kind === "user" && { session: `${caller.appId}|${caller.userId}` }),
    ...(datacenters && { datacenters }),
  };
}

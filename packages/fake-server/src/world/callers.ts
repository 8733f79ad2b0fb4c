import type { Principal } from "../directory/index.ts";
import type { Caller } from "../login/index.ts";

/** An application of a tenant: it can call by itself, and users can be assigned to it. */
export interface FakeApp {
  readonly kind: "app";
  readonly name: string;
  readonly tenantId: string;
  /** The object id of its service principal: what `apps.assign` takes as `resourceId`. */
  readonly id: string;
  readonly appId: string;
  /** What it may do on its own, by the names of Graph's permissions. Absent: everything. */
  readonly permissions?: readonly string[];
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
  /**
   * What a user lets the application do, by the names of Graph's scopes, for example `["User.Invite.All"]`. Default:
   * everything, as far as the user may do it. An application's own permissions are given to {@link Tenant.app}.
   */
  readonly scopes?: readonly string[];
}

/** The application that a user works with where nothing else is said. */
const WORKPLACE = "workplace";

/** @throws TypeError for scopes of an application, which has permissions of its own */
export function callerOf({ as, scopes }: CallerOptions): Caller {
  if (as.kind === "user") {
    const { tenantId, id: userId, userPrincipalName: name } = as;
    const caller: Caller = { kind: "user", tenantId, appId: WORKPLACE, userId, name };
    return scopes ? { ...caller, permissions: scopes } : caller;
  }
  if (scopes)
    throw new TypeError("scopes are a user's; give an application its permissions with tenant.app()");
  const { tenantId, id: principalId, appId, name, permissions } = as;
  return { kind: "app", tenantId, appId, principalId, name, ...(permissions && { permissions }) };
}

/** What the directory has to know of a caller. */
export function partyOf(caller: Caller, datacenters?: readonly string[]): Principal {
  return {
    name: `${caller.kind}/${caller.name}`,
    principalId: caller.kind === "user" ? caller.userId : caller.principalId,
    ...(caller.kind === "user" && { session: `${caller.appId}|${caller.userId}`, userId: caller.userId }),
    ...(caller.permissions && { permissions: caller.permissions }),
    ...(datacenters && { datacenters }),
  };
}

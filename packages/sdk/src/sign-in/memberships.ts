import { B2BError } from "../errors/index.ts";
import { type CallOptions, type Line, listMemberships, listOf } from "../resources/index.ts";
import { MAY_SIGN_IN, ORIGIN } from "./account.ts";
import { USER_TYPE } from "./account-kind.ts";
import { GROUPS, ROLES } from "./guest-coverage.ts";
import type { SignInPrediction } from "./predict.ts";

/** What could be read of it. */
interface Memberships {
  readonly groupIds?: readonly string[];
  /** By the ids of their templates, as policies name them. */
  readonly roleIds?: readonly string[];
}

const PERMISSIONS = new Map([
  [GROUPS, "User.Read.All"],
  [ROLES, "RoleManagement.Read.Directory"],
  [USER_TYPE, "User.Read.All"],
  [MAY_SIGN_IN, "User.Read.All"],
  [ORIGIN, "User.Read.All"],
]);

/** Whether an answer is open because of what a guest is in. */
export function turnsOnMemberships({ missing }: SignInPrediction): boolean {
  return missing.includes(GROUPS) || missing.includes(ROLES);
}

/** The groups and roles of a guest, those through a group too, as far as the caller may see them. */
export async function membershipsOf(line: Line, guestId: string, options: CallOptions): Promise<Memberships> {
  try {
    const all = await listOf(line, { ...listMemberships, id: "signIn.predict" }, guestId, options).collect();
    const ofType = (type: string) => all.filter((one) => one["@odata.type"] === `#microsoft.graph.${type}`);
    const roles = ofType("directoryRole");
    const roleIds = roles.flatMap(({ roleTemplateId }) => roleTemplateId ?? []);
    const groupIds = ofType("group").map(({ id }) => id);
    // A role without its template is one that the caller may not see.
    return { groupIds, ...(roleIds.length === roles.length && { roleIds }) };
  } catch (error) {
    if (error instanceof B2BError && error.is("forbidden")) return {};
    throw error;
  }
}

/** Says of what could not be read which permission it takes. */
export function withPermissions(prediction: SignInPrediction): SignInPrediction {
  const missing = prediction.missing.map((what) => {
    const permission = PERMISSIONS.get(what);
    return permission === undefined ? what : `${what}; reading that needs ${permission}`;
  });
  return { ...prediction, missing };
}

import type { View } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";

/** What an activity was done to, under Graph's own property names. */
export interface AuditTarget {
  readonly id: string;
  readonly displayName: string | null;
  readonly type: string;
  readonly userPrincipalName: string | null;
  readonly groupType: null;
  readonly modifiedProperties: readonly never[];
}

const TYPES: Readonly<Partial<Record<DirectoryObject["kind"], string>>> = {
  user: "User",
  group: "Group",
  application: "Application",
  servicePrincipal: "ServicePrincipal",
  roleDefinition: "Role",
  conditionalAccessPolicy: "Policy",
  namedLocation: "Policy",
  domainPolicy: "Policy",
  authorizationPolicy: "Policy",
};

/** What a commit wrote about: of a relation, both of its ends. What only accompanies a write is no target. */
export function targetsOf(view: View<DirectoryObject>, ids: readonly string[]): readonly AuditTarget[] {
  const about = new Set(ids.flatMap((id) => endsOf(view.get(id), id)));
  return [...about].flatMap((id) => {
    const object = view.get(id);
    const type = object && TYPES[object.kind];
    if (object === undefined || type === undefined) return [];
    const { displayName = null, userPrincipalName = null } = object as {
      readonly displayName?: string | null;
      readonly userPrincipalName?: string;
    };
    return [{ id, displayName, type, userPrincipalName, groupType: null, modifiedProperties: [] }];
  });
}

function endsOf(object: DirectoryObject | undefined, id: string): readonly string[] {
  switch (object?.kind) {
    case "membership":
      return [object.memberId, object.groupId];
    case "ownership":
      return [object.ownerId, object.ownedId];
    case "sponsorship":
      return [object.userId, object.sponsorId];
    case "management":
      return [object.userId, object.managerId];
    case "appRoleAssignment":
      return [object.principalId, object.resourceId];
    case "roleAssignment":
      return [object.principalId];
    case "redemption":
      return [object.userId];
    case undefined:
      // A relation that is gone still has both of its ends in its key.
      return id.split("/").slice(1);
    default:
      return [id];
  }
}

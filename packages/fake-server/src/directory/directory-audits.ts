import type { Commit, View } from "../replication/index.ts";
import { isoDateTime } from "../simulation/index.ts";
import { type AuditActivity, activityOf } from "./audit-activities.ts";
import { type AuditTarget, targetsOf } from "./audit-targets.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser } from "./users.ts";

/** One line of the audit log, under Graph's own property names. */
export interface DirectoryAudit extends AuditActivity {
  readonly id: string;
  readonly activityDateTime: string;
  readonly correlationId: string;
  readonly result: "success";
  readonly resultReason: string;
  readonly initiatedBy: { readonly user: object | null; readonly app: object | null };
  readonly targetResources: readonly AuditTarget[];
  readonly additionalDetails: readonly { readonly key: string; readonly value: string }[];
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What happens around the directory, and is no activity in it. */
const NO_ACTIVITY = /^(?:seed$|mail\.|redemption\.)/;

/**
 * The audit log as far as a view goes, the newest line first. It is the directory's own log: what was refused is not in it.
 *
 * @see https://learn.microsoft.com/graph/api/directoryaudit-list
 */
export function directoryAudits(
  directory: Directory,
  view: View<DirectoryObject>,
): readonly DirectoryAudit[] {
  return directory.store
    .commitsSince(0)
    .slice(0, view.lsn)
    .filter(({ operation }) => !NO_ACTIVITY.test(operation))
    .map((commit) => auditOf(directory, view, commit))
    .reverse();
}

export function getDirectoryAudit(directory: Directory, access: Access, id: string): DirectoryAudit {
  const wanted = id.toLowerCase();
  const found = directoryAudits(directory, access.view).find((one) => one.id === wanted);
  if (found === undefined) throw new Refusal({ reason: "resource-not-found", id });
  return found;
}

function auditOf(directory: Directory, view: View<DirectoryObject>, commit: Commit): DirectoryAudit {
  const { lsn, at, actor, operation, ids, correlationId } = commit;
  const id = directory.chance.guid(`audit/${lsn}`);
  return {
    id,
    ...activityOf(operation),
    activityDateTime: isoDateTime(at),
    correlationId: correlationId !== undefined && GUID.test(correlationId) ? correlationId : id,
    result: "success",
    resultReason: "",
    initiatedBy: initiatorOf(directory, view, actor),
    targetResources: targetsOf(view, ids),
    additionalDetails: operation === "invitations.create" ? invitedIn(view, ids) : [],
  };
}

/** The address that was invited, as the guest has it since. */
function invitedIn(view: View<DirectoryObject>, ids: readonly string[]): DirectoryAudit["additionalDetails"] {
  return ids.flatMap((id) => {
    const guest = view.get(id);
    return guest?.kind === "user" && guest.mail !== null
      ? [{ key: "invitedUserEmailAddress", value: guest.mail }]
      : [];
  });
}

/** The log names its actors: `app/inviter`, `user/mia@contoso.example`, `guest/` and an id. */
function initiatorOf({ chance }: Directory, view: View<DirectoryObject>, actor: string) {
  const [kind, name = ""] = [actor.slice(0, actor.indexOf("/")), actor.slice(actor.indexOf("/") + 1)];
  if (kind === "app") {
    const servicePrincipalId = chance.guid(`servicePrincipal/${name}`);
    const app = view.get(servicePrincipalId);
    const appId = app?.kind === "servicePrincipal" ? app.appId : null;
    return { user: null, app: { appId, displayName: name, servicePrincipalId, servicePrincipalName: null } };
  }
  const user = findUser(view, name);
  const { id = null, displayName = null, userPrincipalName = name } = user ?? {};
  return { user: { id, displayName, userPrincipalName, ipAddress: null }, app: null };
}

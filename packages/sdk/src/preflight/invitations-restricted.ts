import { inviterVerdict } from "../delegation/index.ts";
import { remedies } from "../remedies/index.ts";
import { isAdministrator } from "./directory-limit.ts";
import type { Facts } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";

const ABOUT = {
  limitation: "invitations-restricted",
  source: "https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure",
} as const;

/** Whether the caller may invite. */
export function judgeCaller(facts: Facts): readonly Finding[] {
  const { allowInvitesFrom, inviter, question, input } = facts;
  const verdict = inviterVerdict({
    allowInvitesFrom: "unread" in allowInvitesFrom ? undefined : allowInvitesFrom.value,
    inviter,
    permissions: question.permissions,
  });
  const { allowed, because, missing } = verdict;
  const about = { ...ABOUT, observed: because, remedies: verdict.remedies };
  if (allowed === false) {
    return [
      finding({ ...about, severity: severityOf(facts), because: "an invitation by this caller is refused" }),
    ];
  }
  const open = finding({
    ...{ ...about, severity: "caution", permission: lackedBy(facts) },
    because: `an invitation by this caller may be refused; to tell takes ${missing.join(", ")}`,
  });
  return [
    ...(allowed === undefined ? [open] : []),
    ...(verdict.assumed.length > 0 ? [assumed(input.resetRedemption === true)] : []),
    ...(input.invitedUserType === "Member" && !isAdministrator(inviter) ? [externalMember()] : []),
  ];
}

/** Until what this client has changed acts, what is read is not what the service goes by. */
export function severityOf({ rightsSettleInMs }: Facts): "blocked" | "caution" {
  return rightsSettleInMs > 0 ? "caution" : "blocked";
}

/** What could not be read, in the order in which it is asked for. */
function lackedBy({ allowInvitesFrom, inviter }: Facts): string | null {
  if ("unread" in allowInvitesFrom) return allowInvitesFrom.unread;
  if (inviter === undefined) return "User.Read";
  return inviter.kind === "user" && !inviter.allRoles ? "RoleManagement.Read.Directory" : null;
}

function assumed(isReset: boolean): Finding {
  const needed = isReset ? "User.Invite.All and User.ReadWrite.All" : "User.Invite.All";
  return finding({
    ...{ ...ABOUT, severity: "caution" },
    observed: `it is taken for granted that the token carries ${needed}`,
    because: "a token that does not is refused; tell in `permissions` what it carries",
    remedies: [remedies.grantInvitePermission, ...(isReset ? [remedies.grantResetPermission] : [])],
  });
}

function externalMember(): Finding {
  return finding({
    ...{ ...ABOUT, severity: "caution", remedies: [remedies.grantPermission] },
    observed: "the person is to become a `Member`, and the caller is not known to be an administrator",
    because: "that takes an administrator's rights; just which is not documented",
    source: "https://learn.microsoft.com/graph/api/invitation-post",
  });
}

import { carriesAny, INVITER_ROLES } from "../delegation/index.ts";
import { remedies } from "../remedies/index.ts";
import type { Facts, NamedAccount, ResetFacts } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { severityOf } from "./invitations-restricted.ts";
import { unreadFinding } from "./seen.ts";

const SOURCE = "https://learn.microsoft.com/entra/external-id/reset-redemption-status";
const WHO = { limitation: "invitations-restricted", source: SOURCE } as const;
const WHOM = { limitation: "already-in-directory", source: SOURCE } as const;

/** What a reset takes; inviting alone is not enough. */
const ENOUGH: readonly string[] = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
/** The roles that may reset: all but the Guest Inviter's and the Directory Writers', and the Helpdesk's. */
const RESETTERS: ReadonlySet<string> = new Set([
  ...INVITER_ROLES.flatMap(({ id, name }) => (name.endsWith(" Administrator") ? [id] : [])),
  "729827e3-9c14-49f7-bb1b-9608f156bbb8",
]);

/** Whether the caller may let this guest redeem anew, and whether there is such a guest. */
export function judgeReset(facts: Facts): readonly Finding[] {
  const { reset } = facts;
  return reset === undefined ? [] : [...byToken(facts), ...byRole(facts, reset), ...byTarget(facts, reset)];
}

function byToken({ question: { permissions } }: Facts): readonly Finding[] {
  if (permissions === undefined || carriesAny(permissions, ENOUGH)) return [];
  return [
    finding({
      ...{ ...WHO, severity: "blocked", because: "the reset is refused" },
      observed: "the token does not carry User.ReadWrite.All",
      remedies: [remedies.grantResetPermission],
    }),
  ];
}

function byRole(facts: Facts, { target, memberships }: ResetFacts): readonly Finding[] {
  const { inviter } = facts;
  const isNobody = "value" in target && target.value === undefined;
  if (inviter?.kind === "application") return isNobody ? [] : byTargetsRoles(memberships);
  if (inviter?.kind === "user" && inviter.roles.some((role) => RESETTERS.has(role))) return [];
  const because = "a reset by anybody but a Helpdesk, User or Global Administrator is refused";
  if (inviter === undefined || !inviter.allRoles) {
    const unread = inviter === undefined ? "User.Read" : "RoleManagement.Read.Directory";
    return [unreadFinding({ unread }, "which roles the caller has", { ...WHO, because })];
  }
  return [
    finding({
      ...{ ...WHO, severity: severityOf(facts), because },
      observed: "the caller has no role that may reset a redemption",
      remedies: [remedies.resetAsAdmin],
    }),
  ];
}

function byTargetsRoles(memberships: ResetFacts["memberships"]): readonly Finding[] {
  const because = "no application on its own resets somebody who has a role of the directory";
  if ("unread" in memberships) {
    return [unreadFinding(memberships, "which roles the guest has", { ...WHO, because })];
  }
  const hasRole = memberships.value.some((one) => one["@odata.type"] === "#microsoft.graph.directoryRole");
  if (!hasRole) return [];
  return [
    finding({
      ...{ ...WHO, severity: "blocked", because, remedies: [remedies.resetAsAdmin] },
      observed: "the guest has a role of the directory, and an application calls on its own",
    }),
  ];
}

function byTarget({ input }: Facts, { target }: ResetFacts): readonly Finding[] {
  if ("unread" in target) {
    const because = "a reset is refused for nobody's id, and for an address that the guest does not have";
    return [unreadFinding(target, "whose redemption is to be reset", { ...WHOM, because })];
  }
  const whom = target.value;
  if (whom === undefined) {
    return [
      finding({
        ...{ ...WHOM, severity: "blocked", because: "there is no redemption to reset" },
        observed: "nobody in this directory has the object id that `invitedUser` names",
        remedies: [remedies.wait],
      }),
    ];
  }
  if (!hasAddress(whom, input.invitedUserEmailAddress)) {
    return [
      finding({
        ...{ ...WHOM, severity: "blocked", because: "the reset is refused", remedies: [remedies.addAddress] },
        observed: `the account ${whom.id} does not have the address, neither as \`mail\` nor among \`otherMails\``,
      }),
    ];
  }
  return [standing(whom)];
}

/** Whoever was invited can redeem anew. That nobody else can is how the pages read; none says it. */
function standing({ id, creationType }: NamedAccount): Finding {
  if (creationType === "Invitation") {
    return finding({
      ...{ ...WHOM, severity: "info", remedies: [] },
      observed: `the account ${id} is a guest's`,
      because:
        "the guest keeps id, groups and applications, and signs in again once the new link is redeemed",
    });
  }
  const isMember = creationType === null || creationType === "LocalAccount";
  return finding({
    ...{ ...WHOM, severity: isMember ? "blocked" : "caution", remedies: [remedies.useAccount] },
    observed: `the account ${id} was never invited`,
    because: "there is no redemption to reset, as far as is documented",
  });
}

function hasAddress({ mail, otherMails }: NamedAccount, address: string): boolean {
  return [mail, ...otherMails].some((one) => one?.toLowerCase() === address.toLowerCase());
}

import { remedies } from "../remedies/index.ts";
import { type Facts, isOwnDomain, type NamedAccount } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { unreadFinding } from "./seen.ts";

const ABOUT = {
  limitation: "already-in-directory",
  source: "https://learn.microsoft.com/entra/external-id/invite-internal-users",
} as const;

/** Whether an account of this directory can be invited itself, so that its person signs in elsewhere from then on. */
export function judgeAccount(facts: Facts): readonly Finding[] {
  const { account } = facts;
  if (account === undefined) return [];
  if ("unread" in account) {
    const because =
      "the invitation is refused for nobody's id, and where the account's `mail` is not the address";
    return [unreadFinding(account, "which account is invited itself", { ...ABOUT, because })];
  }
  return [account.value === undefined ? NOBODY : judgeOne(account.value, facts)];
}

const NOBODY = finding({
  ...{ ...ABOUT, severity: "blocked", because: "there is no account to invite" },
  observed: "nobody in this directory has the object id that `invitedUser` names",
  remedies: [remedies.wait],
});

function judgeOne({ id, mail, creationType, accountEnabled }: NamedAccount, facts: Facts): Finding {
  const account = `the account ${id}`;
  const { input, domain } = facts;
  if (mail?.toLowerCase() !== input.invitedUserEmailAddress.toLowerCase()) {
    return finding({
      ...{
        ...ABOUT,
        severity: "blocked",
        because: "the invitation is refused",
        remedies: [remedies.setMail],
      },
      observed: `${account} is invited itself, and its \`mail\` is not the address`,
    });
  }
  if (accountEnabled === false) {
    return finding({
      ...{
        ...ABOUT,
        severity: "caution",
        because: "whether such an account can be invited is not documented",
      },
      observed: `${account} is invited itself, and is blocked from signing in`,
      remedies: [remedies.unblockAccount],
    });
  }
  if (creationType === "Invitation") {
    return finding({
      ...{ ...ABOUT, severity: "caution", remedies: [] },
      observed: `${account} is invited itself, and is a guest's already`,
      because: "what that does is not documented; invite the address alone, or with `resetRedemption`",
    });
  }
  const isOwn = isOwnDomain(facts) === true;
  return finding({
    ...{ ...ABOUT, severity: isOwn ? "blocked" : "caution" },
    observed: isOwn
      ? `${account} is invited itself, and ${domain} is a verified domain of this directory`
      : `${account} is invited itself`,
    because: isOwn
      ? "the address has to be one outside this directory"
      : "its person signs in elsewhere from then on, for good; one that is synchronised from on premises is refused",
    remedies: [isOwn ? remedies.setMail : remedies.useAccount],
  });
}

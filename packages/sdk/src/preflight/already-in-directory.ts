import { remedies } from "../remedies/index.ts";
import type { Namesake } from "../resources/index.ts";
import type { Facts } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { unreadFinding } from "./seen.ts";

const ABOUT = {
  limitation: "already-in-directory",
  source: "https://learn.microsoft.com/entra/external-id/troubleshoot",
} as const;

/** Whether somebody has the address already, and what an invitation is to them. */
export function judgeNamesakes({ namesakes, input }: Facts): readonly Finding[] {
  // Who is meant is said, and is no matter of the address.
  if (input.invitedUser !== undefined) return [];
  if ("unread" in namesakes) {
    const because = "an invitation is refused where the address is a member's, or of a blocked account";
    return [unreadFinding(namesakes, "whether somebody has the address already", { ...ABOUT, because })];
  }
  const found = namesakes.value.map(judgeOne);
  const kinds = new Set(found.map(({ severity }) => severity));
  // Of several, the service takes one; which is not documented.
  return kinds.size > 1
    ? found.map((one) => ({ ...one, severity: "caution", because: `${SEVERAL}; ${one.because}` }))
    : found;
}

const SEVERAL = "several accounts have the address, and which of them is meant is not documented";

function judgeOne(user: Namesake): Finding {
  const account = `the account ${user.id} has the address`;
  if (user.creationType !== "Invitation") return judgeMember(user, account);
  if (user.accountEnabled === false) {
    return finding({
      ...{ ...ABOUT, severity: "blocked", observed: `${account}: a guest who is blocked from signing in` },
      because: "a blocked account is not invited again",
      remedies: [remedies.unblockAccount],
    });
  }
  const hasAccepted = user.externalUserState === "Accepted";
  return finding({
    ...{ ...ABOUT, severity: "info", remedies: [] },
    observed: `${account}: a guest who ${hasAccepted ? "has accepted an invitation" : "has yet to accept"}`,
    because: hasAccepted
      ? "the same guest gets another link, and stays redeemed; to redeem anew takes `resetRedemption`"
      : "the same guest gets another link, and the earlier one may stop working",
  });
}

function judgeMember(user: Namesake, account: string): Finding {
  // Somebody who signed up alone, for example.
  const isMember = user.creationType === null || user.creationType === "LocalAccount";
  if (!isMember) {
    return finding({
      ...{ ...ABOUT, severity: "caution", remedies: [remedies.useAccount] },
      observed: `${account}: one that was made by ${JSON.stringify(user.creationType)}`,
      because: "whether it can be invited is not documented",
    });
  }
  const isBlocked = user.accountEnabled === false;
  const whose = user.userType === "Guest" ? "a guest whom nobody invited" : "a member";
  return finding({
    ...{ ...ABOUT, severity: "blocked" },
    observed: `${account}: ${whose}${isBlocked ? ", who is blocked from signing in" : ""}`,
    because: "nobody who has an account here is invited to it",
    remedies: isBlocked ? [remedies.unblockAccount, remedies.useAccount] : [remedies.useAccount],
  });
}

import type { SignInQuestion } from "../schemas/index.ts";
import type { Account } from "./account.ts";
import { isOwn } from "./account-kind.ts";
import { has } from "./named.ts";

/** A question with what is known of whose account it is, and where that lives. */
export interface Settled {
  readonly question: SignInQuestion;
  /** Who vouches for the guest, where that is no organisation and the question named one. */
  readonly vouchedForBy?: string;
  /** What would have to be known of it for any certain answer. */
  readonly open: readonly string[];
}

/**
 * Lets the account decide where it lives. A guest signs in with what it has redeemed with; and whoever lives in the
 * directory itself is no guest of it. `ownTenantId` is undefined where nobody may read it.
 */
export function settled(
  question: SignInQuestion,
  { guest, issuer, unread }: Account,
  ownTenantId: string | undefined,
): Settled {
  const { homeTenantId } = question;
  const known = { ...question, guest };
  if (isOwn(guest)) return { question: known, open: unread };
  if (homeTenantId !== null && homeTenantId === ownTenantId) {
    const isInvited = guest?.creationType !== undefined || guest?.id !== undefined;
    if (isInvited) return { question: known, open: [...unread, ELSEWHERE] };
    return { question: { ...known, guest: { userType: "Member", ...guest, creationType: null } }, open: [] };
  }
  if (issuer === undefined) return { question: known, open: unread };
  if (isOrganisation(issuer)) {
    return { question: known, open: homeTenantId === null ? [...unread, WHICH] : unread };
  }
  return {
    question: { ...known, homeTenantId: null },
    ...(homeTenantId !== null && { vouchedForBy: issuer }),
    open: unread,
  };
}

/** What Graph calls the issuer of whoever is of another Entra organisation, whichever. */
const ORGANISATION = "ExternalAzureAD";

function isOrganisation(issuer: string): boolean {
  return has([ORGANISATION], issuer);
}

const WHICH =
  "in which organisation the guest is at home (`homeTenantId`): it has redeemed with an account of one";
const ELSEWHERE =
  "in which organisation the guest is at home: `homeTenantId` is this directory's own, and the account was invited to it";

import type { Directory } from "./directory.ts";
import type { MetChallenge } from "./redemption-record.ts";

/**
 * One line of a directory's sign-in log, under the names of Graph's beta `signIn`, and beside them the prompts.
 *
 * @see https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta
 */
export interface SignInRecord {
  readonly kind: "signInRecord";
  readonly id: string;
  readonly createdDateTime: string;
  readonly userId: string;
  readonly userDisplayName: string | null;
  readonly userPrincipalName: string;
  readonly crossTenantAccessType: "b2bCollaboration";
  /** The guest's own directory; null for an account of no Entra directory. */
  readonly homeTenantId: string | null;
  readonly resourceTenantId: string;
  /** What the policies of this directory asked for, wherever it was done. */
  readonly authenticationRequirement: "singleFactorAuthentication" | "multiFactorAuthentication";
  /** 0 for whoever was let in, else the number after `AADSTS`. */
  readonly status: { readonly errorCode: number };
  /** The prompts that were seen, in order: in which tenant, and how each ended. */
  readonly challenges: readonly MetChallenge[];
}

/** The sign-in log of a directory, in order. */
export function signInRecords({ store }: Directory): readonly SignInRecord[] {
  return store
    .primary()
    .find("signInRecord")
    .filter((object) => object.kind === "signInRecord");
}

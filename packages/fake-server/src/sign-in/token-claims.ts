import type { AccountKind, Directory, User } from "../directory/index.ts";
import type { SignInResult } from "./attempt.ts";

/**
 * What an application finds in the token of somebody who was let in, as far as it tells who that is and what was done
 * where. `acct` is there for applications that ask for it.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 * @see https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export interface TokenClaims {
  /** Who issued the token: the directory that was signed in to, never the guest's own. */
  readonly iss: string;
  /** The directory that was signed in to. */
  readonly tid: string;
  /** The user's object id there: another one in every directory. */
  readonly oid: string;
  /** 0 for a member of the directory, 1 for a guest. */
  readonly acct: 0 | 1;
  /** Who vouches for the account: the guest's own organisation, `live.com`, `google.com`, `mail` for a code, or a provider's URI. */
  readonly idp: string;
  readonly email: string;
  /**
   * How the person authenticated: `pwd`, `otp` (a code by mail) or `fed` (at another provider), and `mfa` where
   * multifactor authentication stands as done here. What was done at home and is not trusted is not told.
   */
  readonly amr: readonly string[];
  /** When the person signed in, in seconds since 1970. */
  readonly auth_time: number;
}

/** Whom a token is about. */
export interface TokenSubject {
  readonly user: User;
  readonly account: { readonly kind: AccountKind; readonly address: string; readonly issuer: string };
  /** The directory in which the account lives, and its cloud; `undefined` for an account of no Entra directory. */
  readonly home: { readonly tenantId: string; readonly cloudInstance: string } | undefined;
  /** In milliseconds. */
  readonly signedInAt: number;
}

/** The claims of somebody who was let in. */
export function tokenClaims(
  { tenantId, cloud }: Directory,
  { user, account, home, signedInAt }: TokenSubject,
  { countsAsMfa }: Pick<SignInResult, "countsAsMfa">,
): TokenClaims {
  return {
    iss: `${cloud.login}/${tenantId}/v2.0`,
    tid: tenantId,
    oid: user.id,
    acct: user.userType === "Guest" ? 1 : 0,
    idp: home ? `${stsOf(home.cloudInstance)}/${home.tenantId}/` : (IDP[account.kind] ?? account.issuer),
    email: account.address,
    amr: [METHOD[account.kind], ...(countsAsMfa ? ["mfa"] : [])],
    auth_time: Math.floor(signedInAt / 1000),
  };
}

/** Who vouches for an organisation's people, by cloud instance. Assumed: no page of Microsoft's gives the name for every cloud. */
const STS: Readonly<Record<string, string>> = {
  "partner.microsoftonline.cn": "https://sts.chinacloudapi.cn",
};
const STS_ELSEWHERE = "https://sts.windows.net";

/** Where an organisation's people are vouched for, and its tokens of the first version issued. */
export function stsOf(cloudInstance: string): string {
  return STS[cloudInstance] ?? STS_ELSEWHERE;
}

/** Where it is not called as in the guest's `identities`. */
const IDP: Partial<Record<AccountKind, string>> = { "microsoft-account": "live.com" };

const METHOD: Readonly<Record<AccountKind, string>> = {
  organisation: "pwd",
  "microsoft-account": "pwd",
  google: "fed",
  federation: "fed",
  passcode: "otp",
};

import { type CallOptions, getGuest, type Line, startCall } from "../resources/index.ts";
import type { Guest, SignInQuestion } from "../schemas/index.ts";
import { isOwn } from "./account-kind.ts";

type Asked = SignInQuestion["guest"];

/** The guest, with what the account shows. */
export interface Account {
  readonly guest: Asked;
  /** Who vouches for whoever signs in with it; `undefined` where the account does not tell, or nobody has redeemed yet. */
  readonly issuer?: string | undefined;
  /** What nobody said of the account, and the caller may not read. */
  readonly unread: readonly string[];
}

/** What a sign-in begins with, and what only the account tells. */
export const MAY_SIGN_IN = "whether there is such an account, and whether it may sign in";
export const ORIGIN = "whether the account was invited";

/** The guest with what an account shows of it. What the question says already goes before. */
export async function accountOf(
  line: Line,
  operation: string,
  guest: Asked,
  options: CallOptions,
): Promise<Account> {
  if (guest?.id === undefined) return { guest, unread: [] };
  const read = { ...getGuest<(typeof SHOWN)[number]>(), id: operation };
  const account = await startCall(line, read, { id: guest.id, select: SHOWN }, options).safe();
  if (!account.ok) {
    if (account.error.is("forbidden")) return { guest, unread: unsaidOf(guest) };
    throw account.error;
  }
  const { value } = account;
  const { accountEnabled = value.accountEnabled ?? true, creationType = value.creationType } = guest;
  // Members from before there were user types have none.
  const usual = isOwn({ creationType }) ? "Member" : "Guest";
  const { userType = value.userType ?? usual } = guest;
  const known = {
    accountEnabled,
    creationType,
    userType: userType === "Member" ? "Member" : "Guest",
  } as const;
  return { guest: { ...guest, ...known }, issuer: issuerOf(value), unread: [] };
}

/** By its name too, which a change of the account may have gone by. */
const SHOWN = [
  ...(["id", "userPrincipalName", "userType", "creationType", "accountEnabled"] as const),
  ...(["externalUserState", "identities"] as const),
] as const;

/**
 * Who vouches for a guest who has redeemed: it is that account that signs in, whatever else its address is of by now.
 *
 * @see https://learn.microsoft.com/entra/external-id/user-properties
 */
function issuerOf({
  externalUserState,
  identities,
}: Pick<Guest, "externalUserState" | "identities">): string | undefined {
  if (externalUserState !== "Accepted") return undefined;
  return identities.findLast(({ signInType }) => signInType === "federated")?.issuer ?? undefined;
}

/** A blocked account stays out, however it came about. */
function unsaidOf({ accountEnabled, creationType }: NonNullable<Asked>): readonly string[] {
  if (accountEnabled === false) return [];
  return [
    ...(accountEnabled === undefined ? [MAY_SIGN_IN] : []),
    ...(creationType === undefined ? [ORIGIN] : []),
  ];
}

import type { Directory } from "./directory.ts";
import type { Ticket, User } from "./directory-object.ts";
import { identityProviders } from "./identity-providers.ts";
import { findUser } from "./users.ts";

/** A ticket for a guest, which makes any earlier one worthless. */
export function newTicket(
  directory: Directory,
  userId: string,
  redirectUrl: string,
  address: string,
): Ticket {
  const before = currentTicket(directory, userId);
  return {
    kind: "ticket",
    ticket: ticketOf(directory, userId, directory.store.last + 1),
    userId,
    redirectUrl,
    address,
    issuedAt: directory.now(),
    replaced: before ? [...before.replaced, before.ticket] : [],
  };
}

/** The ticket that a guest got by this commit. */
export function ticketOf({ chance }: Directory, userId: string, lsn: number): string {
  return chance.guid(`ticket/${userId}/${lsn}`).replaceAll("-", "");
}

/** The link of a ticket, in the shape of the service's own: the inner address is encoded, in lower case. */
export function redeemUrlOf(
  { cloud, tenantId }: Directory,
  { ticket, userId }: Pick<Ticket, "ticket" | "userId">,
): string {
  const inner = `https://invitations.microsoft.com/redeem/?tenant=${tenantId}&user=${userId}&ticket=${ticket}%3d&ver=2.0`;
  const rd = encodeURIComponent(inner).replace(/%[0-9A-F]{2}/g, (encoded) => encoded.toLowerCase());
  return `${cloud.login}/redeem?rd=${rd}`;
}

export interface RedeemLink {
  readonly tenantId: string;
  readonly userId: string;
  readonly ticket: string;
}

/** What a redeem link stands for; `undefined` where it is none. */
export function readRedeemUrl(redeemUrl: string): RedeemLink | undefined {
  const inner = URL.parse(URL.parse(redeemUrl)?.searchParams.get("rd") ?? "")?.searchParams;
  const tenantId = inner?.get("tenant");
  const userId = inner?.get("user");
  const ticket = inner?.get("ticket")?.replace(/=$/, "");
  return tenantId && userId && ticket ? { tenantId, userId, ticket } : undefined;
}

/** Why a link lets nobody in: it stands for nobody, a later invitation has replaced it, its time is up, or the guest is gone. */
export type LinkProblem = "unknown" | "replaced" | "expired" | "guest-gone";

/** Whom a link lets in, and with which ticket; or why it does not. */
export function holderOf(
  directory: Directory,
  { userId, ticket }: Pick<RedeemLink, "userId" | "ticket">,
): { readonly guest: User; readonly ticket: Ticket } | LinkProblem {
  const held = currentTicket(directory, userId);
  if (held?.replaced.includes(ticket)) return "replaced";
  if (held?.ticket !== ticket) return "unknown";
  const { linkLifetimeMs } = identityProviders(directory.store.primary());
  if (linkLifetimeMs !== null && directory.now() >= held.issuedAt + linkLifetimeMs) return "expired";
  const guest = findUser(directory.store.primary(), userId);
  return guest ? { guest, ticket: held } : "guest-gone";
}

function currentTicket({ store }: Directory, userId: string): Ticket | undefined {
  const held = store.primary().get(`ticket/${userId}`);
  return held?.kind === "ticket" ? held : undefined;
}

import type { Directory } from "./directory.ts";
import type { Ticket, User } from "./directory-object.ts";
import { findUser } from "./users.ts";

/** A ticket for a guest, worth more than any earlier one. */
export function newTicket(directory: Directory, userId: string, redirectUrl: string): Ticket {
  const ticket = directory.newId(`ticket/${userId}`).replaceAll("-", "");
  return { kind: "ticket", ticket, userId, redirectUrl };
}

/** The link of a ticket, in the shape of the service's own: the inner address is encoded, in lower case. */
export function redeemUrlOf({ cloud, tenantId }: Directory, { ticket, userId }: Ticket): string {
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

/** The guest whom a link still lets in, and where the browser lands afterwards. */
export function holderOf(
  directory: Directory,
  { userId, ticket }: RedeemLink,
): { readonly guest: User; readonly redirectUrl: string } | undefined {
  const primary = directory.store.primary();
  const held = primary.get(`ticket/${userId}`);
  const guest = findUser(primary, userId);
  if (held?.kind !== "ticket" || held.ticket !== ticket || guest === undefined) return undefined;
  return { guest, redirectUrl: held.redirectUrl };
}

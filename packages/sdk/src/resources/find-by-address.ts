import { type Guest, guestReader, pageReader, readIdentity } from "../schemas/index.ts";
import { accountsWith, showsPage, USERS } from "../wire/index.ts";
import type { ListOperation } from "./operation.ts";

const SELECT = ["id", "userType", "creationType", "externalUserState", "accountEnabled"] as const;

/** Read to see whether the instance that answers knows what was written of the account, and by which name. */
const ADDRESSES = ["userPrincipalName", "mail", "otherMails"];

/** A user of this directory who has an address, as far as it matters to an invitation. */
export type Namesake = Pick<Guest, (typeof SELECT)[number]>;

/**
 * `GET /users`: whoever has an address or a principal name, in any of the places that an invitation is matched with. A
 * primary address is marked `SMTP:`, any other `smtp:`.
 *
 * @see https://learn.microsoft.com/entra/external-id/customize-invitation-api
 */
export const findByAddress: ListOperation<string, Namesake> = {
  id: "preflight.findByAddress",
  input: readIdentity,
  describe: (address) => ({
    method: "GET",
    path: "/users",
    query: {
      $select: [...SELECT, ...ADDRESSES].join(","),
      $filter: filterFor(address.replaceAll("'", "''")),
    },
    effect: "read",
    permission: "User.Read.All",
    shows: showsPage([USERS, accountsWith(address)]),
  }),
  output: () => pageReader(guestReader(SELECT)),
};

function filterFor(address: string): string {
  const proxies = ["SMTP", "smtp"].map((mark) => `proxyAddresses/any(p:p eq '${mark}:${address}')`);
  const places = ["userPrincipalName", "mail"].map((place) => `${place} eq '${address}'`);
  return [...places, `otherMails/any(m:m eq '${address}')`, ...proxies].join(" or ");
}

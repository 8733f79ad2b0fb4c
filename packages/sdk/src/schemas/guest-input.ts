import * as z from "zod/mini";
import { guid, identity, userKey } from "./field.ts";
import { type GuestChanges, type GuestProperty, guestChanges, guestProperties } from "./guest.ts";
import { type Reader, reader } from "./reader.ts";

const property = z.enum(guestProperties as [GuestProperty, ...GuestProperty[]]);
const select = z.optional(
  z.array(property).check(z.refine((names) => names.length > 0, { error: "must name a property" })),
);
const orderBy = z.enum(["displayName", "displayName desc", "userPrincipalName", "userPrincipalName desc"]);

export const readMembership: Reader<{ readonly groupId: string; readonly memberId: string }> = reader(
  z.strictObject({ groupId: guid, memberId: guid }),
);

/** What a list of guests may be asked for. */
export interface GuestQuery<K extends GuestProperty> {
  /** Which properties each guest has. */
  readonly select?: readonly K[] | undefined;
  /** A condition in OData, for example `externalUserState eq 'PendingAcceptance'`. Combined with what makes a guest. */
  readonly filter?: string | undefined;
  readonly orderby?:
    | "displayName"
    | "displayName desc"
    | "userPrincipalName"
    | "userPrincipalName desc"
    | undefined;
  /** How many guests a page holds, 1 to 999. Default 100. */
  readonly top?: number | undefined;
  /** Whether the first page tells how many there are in all. */
  readonly count?: boolean | undefined;
  /**
   * Whether to ask the separate index that advanced queries need (`ne`, `not`, `endsWith`, a count, an order together
   * with a filter). It lags more than the directory. Default: only where `count` or `orderby` needs it.
   */
  readonly advanced?: boolean | undefined;
}

const readQuery = reader(
  z.strictObject({
    select,
    filter: z.optional(
      z.string().check(z.refine((text) => text.trim() !== "", { error: "must hold a condition" })),
    ),
    orderby: z.optional(orderBy),
    top: z.optional(
      z.number().check(
        z.refine((n) => Number.isInteger(n) && n >= 1 && n <= 999, {
          error: "must be a whole number from 1 to 999",
        }),
      ),
    ),
    count: z.optional(z.boolean()),
    advanced: z.optional(z.boolean()),
  }),
);
const readKey = reader(z.strictObject({ id: userKey, select }));

/** The reader knows the names; the type parameter only says which of them. */
export function readGuestQuery<K extends GuestProperty>(): Reader<GuestQuery<K>> {
  return readQuery as Reader<GuestQuery<K>>;
}

export function readGuestKey<K extends GuestProperty>(): Reader<{
  readonly id: string;
  readonly select?: readonly K[] | undefined;
}> {
  return readKey as Reader<{ id: string; select?: K[] | undefined }>;
}

export const readGuestUpdate: Reader<{ readonly id: string; readonly changes: GuestChanges }> = reader(
  z.strictObject({ id: userKey, changes: guestChanges }),
);
export const readGuestDeletion: Reader<{ readonly id: string }> = reader(z.strictObject({ id: userKey }));
export const readIdentity: Reader<string> = reader(identity, "identity");

import {
  type DefaultGuestProperty,
  type Guest,
  type GuestProperty,
  type GuestQuery,
  guestReader,
  pageReader,
  readGuestQuery,
} from "../schemas/index.ts";
import type { Query } from "../wire/index.ts";
import { selected } from "./guest-operations.ts";
import type { ListOperation } from "./operation.ts";

/** What a list of guests may be asked for: the input of {@link listGuests}. */
export type GuestListOptions<K extends GuestProperty> = GuestQuery<K>;

type QueryName = keyof GuestQuery<GuestProperty>;
/** The names of what it may be asked for. */
export const GUEST_QUERY: readonly QueryName[] = ["select", "filter", "orderby", "top", "count", "advanced"];

/** The user type alone misses external members; the way of creation alone misses guests who signed up themselves. */
const IS_GUEST = "(userType eq 'Guest' or creationType eq 'Invitation')";

/** `GET /users` @see https://learn.microsoft.com/graph/api/user-list */
export function listGuests<K extends GuestProperty = DefaultGuestProperty>(): ListOperation<
  GuestListOptions<K>,
  Pick<Guest, K>
> {
  return {
    id: "guests.list",
    input: readGuestQuery<K>(),
    describe: (options) => ({
      method: "GET",
      path: "/users",
      query: queryFor(options),
      // Not part of a next link: it has to go along with every page.
      headers: isAdvanced(options) ? { consistencylevel: "eventual" } : {},
      effect: "read",
      permission: "User.Read.All",
    }),
    output: ({ select }) => pageReader(guestReader(selected(select))),
  };
}

function queryFor<K extends GuestProperty>(options: GuestListOptions<K>): Query {
  const { select, filter, orderby, top } = options;
  return {
    $select: selected(select).join(","),
    $filter: filter === undefined ? IS_GUEST : `${IS_GUEST} and (${filter})`,
    ...(orderby !== undefined && { $orderby: orderby }),
    ...(top !== undefined && { $top: String(top) }),
    ...(isAdvanced(options) && { $count: "true" }),
  };
}

function isAdvanced<K extends GuestProperty>({ advanced, count, orderby }: GuestListOptions<K>): boolean {
  return advanced === true || count === true || orderby !== undefined;
}

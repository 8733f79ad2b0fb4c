import { absenceIn } from "../errors/index.ts";
import {
  type DefaultGuestProperty,
  defaultGuestProperties,
  type Guest,
  type GuestChanges,
  type GuestProperty,
  guestReader,
  readGuestDeletion,
  readGuestKey,
  readGuestUpdate,
} from "../schemas/index.ts";
import { showsOne, USERS, writtenUser } from "../wire/index.ts";
import { nothing, type Operation, segment } from "./operation.ts";

/** Which properties of a guest to read. */
export interface GuestSelection<K extends GuestProperty> {
  /** The result holds exactly these, and its type says so. */
  readonly select?: readonly K[] | undefined;
}

/** `GET /users/{id}` @see https://learn.microsoft.com/graph/api/user-get */
export function getGuest<K extends GuestProperty = DefaultGuestProperty>(): Operation<
  { readonly id: string } & GuestSelection<K>,
  Pick<Guest, K>
> {
  return {
    id: "guests.get",
    input: readGuestKey<K>(),
    describe: ({ id, select }) => ({
      method: "GET",
      path: userPath(id),
      query: { $select: selected(select).join(",") },
      effect: "read",
      permission: "User.Read.All",
      references: [id],
      shows: showsOne(USERS, id),
    }),
    output: ({ select }) => guestReader(selected(select)),
  };
}

/** `PATCH /users/{id}` @see https://learn.microsoft.com/graph/api/user-update */
export const updateGuest: Operation<{ readonly id: string; readonly changes: GuestChanges }, void> = {
  id: "guests.update",
  input: readGuestUpdate,
  describe: ({ id, changes }) => ({
    method: "PATCH",
    path: userPath(id),
    body: changes,
    effect: "idempotent",
    permission: "User.ReadWrite.All",
    references: [id],
    writes: () => writtenUser(id, { ...changes }, [changes.mail, ...(changes.otherMails ?? [])]),
  }),
  output: () => nothing,
};

/** `DELETE /users/{id}` @see https://learn.microsoft.com/graph/api/user-delete */
export const deleteGuest: Operation<{ readonly id: string }, void> = {
  id: "guests.delete",
  input: readGuestDeletion,
  describe: ({ id }) => ({
    method: "DELETE",
    path: userPath(id),
    effect: "idempotent",
    permission: "User.ReadWrite.All",
    references: [id],
    removes: [id],
    writes: () => writtenUser(id, undefined),
  }),
  output: () => nothing,
  // Gone after an attempt of unknown outcome: that one did it.
  alreadyDone: (response, { outcome }) =>
    response.status === 404 && absenceIn(response)?.id !== undefined && outcome === "unknown"
      ? { value: undefined }
      : undefined,
};

/** The default stands for `K` where `select` is absent: then `K` is the default as well. */
export function selected<K extends GuestProperty>(select: readonly K[] | undefined): readonly K[] {
  return select ?? (defaultGuestProperties as readonly GuestProperty[] as readonly K[]);
}

/** A principal name that begins with `$` would read as a part of the query language. */
export function userPath(key: string): string {
  return key.startsWith("$") ? `/users('${segment(key.replaceAll("'", "''"))}')` : `/users/${segment(key)}`;
}

import type { RoleName, User } from "../directory/index.ts";

/**
 * Properties that a user can be made with.
 *
 * @interface
 */
export type UserProperties = Partial<Omit<User, "kind" | "id" | "userPrincipalName" | "deletedAt">> & {
  /** The directory roles that it has. Default: none. */
  readonly roles?: readonly RoleName[];
};

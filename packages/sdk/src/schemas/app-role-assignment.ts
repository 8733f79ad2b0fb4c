import * as z from "zod/mini";
import { guid, nullableString, openEnum } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Who is assigned to which application, and in what role. */
export interface AppRoleAssignmentInput {
  /** The object id of the guest, or of a group. */
  readonly principalId: string;
  /** The object id of the application's service principal (its app id is another one). */
  readonly resourceId: string;
  /** Default: the zero GUID, which stands for plain access to an application that declares no roles. */
  readonly appRoleId?: string | undefined;
}

/**
 * An assignment to an application.
 *
 * @see https://learn.microsoft.com/graph/api/resources/approleassignment
 */
export interface AppRoleAssignment {
  /** Opaque; not a GUID. */
  readonly id: string;
  readonly principalId: string;
  readonly principalType: "User" | "Group" | "ServicePrincipal" | (string & {}) | null;
  readonly principalDisplayName: string | null;
  readonly resourceId: string;
  readonly resourceDisplayName: string | null;
  readonly appRoleId: string;
  /** ISO 8601, UTC. */
  readonly createdDateTime: string | null;
}

export const appRoleAssignmentInput = z.strictObject({
  principalId: guid,
  resourceId: guid,
  appRoleId: z.optional(guid),
});

export const appRoleAssignment = z.object({
  id: z.string(),
  principalId: z.string(),
  principalType: z.nullable(openEnum<"User" | "Group" | "ServicePrincipal">()),
  principalDisplayName: nullableString,
  resourceId: z.string(),
  resourceDisplayName: nullableString,
  appRoleId: z.string(),
  createdDateTime: nullableString,
});

export const readAppRoleAssignmentInput: Reader<AppRoleAssignmentInput> = reader(
  appRoleAssignmentInput,
  "assignment",
);
export const readAppRoleAssignment: Reader<AppRoleAssignment> = reader(appRoleAssignment);

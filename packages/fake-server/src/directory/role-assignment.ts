/** A role that somebody has in the whole directory. */
export interface RoleAssignment {
  readonly kind: "roleAssignment";
  readonly id: string;
  /** A user, a group that roles can be assigned to, or an application. */
  readonly principalId: string;
  /** The id of its definition; of a built-in role that is its template's. */
  readonly roleDefinitionId: string;
  readonly directoryScopeId: "/";
}

/** A role: what whoever has it may do. Under Graph's own property names. */
export interface RoleDefinition {
  readonly kind: "roleDefinition";
  readonly id: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly isBuiltIn: boolean;
  /** Whether it can be assigned. */
  readonly isEnabled: boolean;
  readonly resourceScopes: readonly string[];
  /** The same in every directory, where it is built in. */
  readonly templateId: string | null;
  readonly version: string | null;
  readonly rolePermissions: readonly {
    readonly allowedResourceActions: readonly string[];
    readonly condition: string | null;
  }[];
}

/** A role that has been put to use in the directory, whether anybody has it or not. */
export interface ActivatedRole {
  readonly kind: "activatedRole";
  readonly roleTemplateId: string;
}

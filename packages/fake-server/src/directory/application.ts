/** A role that an application declares, for users and applications to be assigned to. */
export interface AppRole {
  readonly allowedMemberTypes: readonly string[];
  readonly description: string | null;
  readonly displayName: string | null;
  readonly id: string;
  readonly isEnabled: boolean;
  readonly origin: string;
  readonly value: string | null;
}

/** What is kept as it was written: nothing here looks into it. */
export type Settings = Readonly<Record<string, unknown>>;

/** The registration of an application at home, under Graph's own property names. */
export interface Application {
  readonly kind: "application";
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly createdDateTime: string;
  readonly publisherDomain: string;
  readonly signInAudience: string;
  readonly identifierUris: readonly string[];
  readonly tags: readonly string[];
  readonly appRoles: readonly AppRole[];
  /** Every other property that was written. */
  readonly settings: Settings;
}

/** An application as the directory knows it: whom users are assigned to. */
export interface ServicePrincipal {
  readonly kind: "servicePrincipal";
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly accountEnabled: boolean;
  readonly appOwnerOrganizationId: string | null;
  readonly appRoleAssignmentRequired: boolean;
  /** The roles that it declares; with none, everybody gets the default role. */
  readonly appRoles: readonly AppRole[];
  readonly servicePrincipalNames: readonly string[];
  readonly servicePrincipalType: string;
  readonly signInAudience: string;
  readonly tags: readonly string[];
  readonly createdDateTime: string;
  /** Every other property that was written. */
  readonly settings: Settings;
  /** Whether it may create as much as an administrator may, when it calls on its own. */
  readonly isAdministrator: boolean;
  /** What it may do in this directory on its own, by the names of Graph's permissions; null for everything. */
  readonly permissions: readonly string[] | null;
  /** What users may lend it in this directory, by the names of Graph's scopes; null for everything. */
  readonly scopes: readonly string[] | null;
  /** Whether it can keep no secret, and so needs none: an application on a device or in a browser. */
  readonly isPublicClient: boolean;
}

/** That somebody, a group or an application has a role of an application. */
export interface AppRoleAssignment {
  readonly kind: "appRoleAssignment";
  readonly id: string;
  readonly principalId: string;
  readonly principalDisplayName: string | null;
  readonly principalType: "User" | "Group" | "ServicePrincipal";
  readonly resourceId: string;
  readonly resourceDisplayName: string;
  readonly appRoleId: string;
  readonly createdDateTime: string;
}

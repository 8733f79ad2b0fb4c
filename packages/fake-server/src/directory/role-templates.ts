/** A built-in role, by the name that the admin center shows. */
export type RoleName =
  | "Global Administrator"
  | "Global Reader"
  | "Privileged Role Administrator"
  | "Security Administrator"
  | "Security Reader"
  | "Conditional Access Administrator"
  | "Reports Reader"
  | "Application Administrator"
  | "Cloud Application Administrator"
  | "Groups Administrator"
  | "User Administrator"
  | "Helpdesk Administrator"
  | "Directory Writers"
  | "Directory Readers"
  | "Guest Inviter";

/** A role that every directory knows. */
export interface RoleTemplate {
  /** The template's id, and the role definition's. */
  readonly id: string;
  readonly displayName: RoleName;
  readonly description: string;
}

/**
 * The built-in roles that matter for guests, and some that do not.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const TEMPLATES: readonly RoleTemplate[] = [
  {
    id: "62e90394-69f5-4237-9190-012177145e10",
    displayName: "Global Administrator",
    description: "Manages everything in the directory, and in the services that use its identities.",
  },
  {
    id: "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
    displayName: "Global Reader",
    description: "Reads what a Global Administrator can read, and changes nothing.",
  },
  {
    id: "e8611ab8-c189-46e8-94e1-60213ab1f814",
    displayName: "Privileged Role Administrator",
    description: "Manages who has which role.",
  },
  {
    id: "194ae4cb-b126-40b2-bd5b-6091b380977d",
    displayName: "Security Administrator",
    description: "Reads security reports, and manages what is configured for security.",
  },
  {
    id: "5d6b6bb7-de71-4623-b4af-96380a352509",
    displayName: "Security Reader",
    description: "Reads security reports, and what is configured for security.",
  },
  {
    id: "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
    displayName: "Conditional Access Administrator",
    description: "Manages the policies for conditional access, and the places that they name.",
  },
  {
    id: "4a5d8f65-41da-4de4-8968-e035b65339cf",
    displayName: "Reports Reader",
    description: "Reads the logs of sign-ins and of changes.",
  },
  {
    id: "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
    displayName: "Application Administrator",
    description: "Manages applications, and who is assigned to them.",
  },
  {
    id: "158c047a-c907-4556-b7ef-446551a6b5f7",
    displayName: "Cloud Application Administrator",
    description: "Manages applications but for their proxies, and who is assigned to them.",
  },
  {
    id: "fdd7a751-b60b-444a-984c-02652fe8fa1c",
    displayName: "Groups Administrator",
    description: "Manages groups that no role can be assigned to.",
  },
  {
    id: "fe930be7-5e62-47db-91af-98c3a49a38b1",
    displayName: "User Administrator",
    description: "Manages users and groups, and the passwords of those without much power.",
  },
  {
    id: "729827e3-9c14-49f7-bb1b-9608f156bbb8",
    displayName: "Helpdesk Administrator",
    description: "Resets the passwords of those who are no administrators.",
  },
  {
    id: "9360feb5-f418-4baa-8175-e2a00bac4301",
    displayName: "Directory Writers",
    description: "Reads and writes the basics of the directory. Meant for applications.",
  },
  {
    id: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
    displayName: "Directory Readers",
    description: "Reads the basics of the directory. Meant for applications and guests.",
  },
  {
    id: "95e79109-95c0-4d8e-aee3-d01accf2d47b",
    displayName: "Guest Inviter",
    description: "Invites guests, whether or not members may.",
  },
];

/** All of them. */
export function roleTemplates(): readonly RoleTemplate[] {
  return TEMPLATES;
}

/** The role with this id or name; `undefined` where there is none. */
export function roleTemplate(idOrName: string): RoleTemplate | undefined {
  const wanted = idOrName.toLowerCase();
  return TEMPLATES.find(({ id, displayName }) => id === wanted || displayName.toLowerCase() === wanted);
}

/** The ids of these roles. */
export function roleIds(names: readonly RoleName[]): readonly string[] {
  return names.flatMap((name) => roleTemplate(name)?.id ?? []);
}

/** Whether the role makes an administrator of whoever has it. */
export function isAdministrators(roleId: string): boolean {
  return roleTemplate(roleId)?.displayName.endsWith(" Administrator") ?? false;
}

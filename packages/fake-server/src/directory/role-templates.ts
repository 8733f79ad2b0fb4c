/** A built-in role, by the name that the admin center shows. */
export type RoleName =
  | "Global Administrator"
  | "Global Reader"
  | "Privileged Role Administrator"
  | "Security Administrator"
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

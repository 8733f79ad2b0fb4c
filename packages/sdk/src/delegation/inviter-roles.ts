/**
 * The built-in roles that may invite where the directory leaves it to administrators and Guest Inviters.
 *
 * @see https://learn.microsoft.com/graph/api/invitation-post
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const INVITER_ROLES = [
  { id: "95e79109-95c0-4d8e-aee3-d01accf2d47b", name: "Guest Inviter" },
  { id: "fe930be7-5e62-47db-91af-98c3a49a38b1", name: "User Administrator" },
  { id: "9360feb5-f418-4baa-8175-e2a00bac4301", name: "Directory Writers" },
  { id: "62e90394-69f5-4237-9190-012177145e10", name: "Global Administrator" },
] as const;

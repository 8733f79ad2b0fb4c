/** Cross-tenant access that lets everybody through to everything, or nobody to anything: Graph takes the two together alone. */
export function everybody<A extends "allowed" | "blocked">(accessType: A) {
  return {
    usersAndGroups: { accessType, targets: [{ target: "AllUsers", targetType: "user" }] },
    applications: { accessType, targets: [{ target: "AllApplications", targetType: "application" }] },
  } as const;
}

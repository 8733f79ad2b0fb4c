import type { AccessTargets, B2BSetting, CrossTenantAccess } from "../schemas/index.ts";

/**
 * Whether settings let anybody through at all: an entry for an organisation goes before the default, part by part.
 * Settings for certain people or applications let somebody through.
 */
export function letsThrough(
  direction: "b2bCollaborationInbound" | "b2bCollaborationOutbound",
  entry: CrossTenantAccess | undefined,
  general: CrossTenantAccess | undefined,
): boolean {
  const part = (name: keyof B2BSetting) => entry?.[direction]?.[name] ?? general?.[direction]?.[name];
  return [part("usersAndGroups"), part("applications")].every((targets) => targets && !shutsAllOut(targets));
}

/** All that are blocked, or nobody that is allowed. */
function shutsAllOut({ accessType, targets }: AccessTargets): boolean {
  return accessType === "blocked" ? targets.some(({ target }) => ALL.has(target)) : targets.length === 0;
}

const ALL: ReadonlySet<string> = new Set(["AllUsers", "AllApplications"]);

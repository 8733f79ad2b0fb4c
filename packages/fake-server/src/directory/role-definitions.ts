import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { ROLE_ACTIONS } from "./role-actions.ts";
import type { RoleDefinition } from "./role-definition.ts";
import { type RoleTemplate, roleIds, roleTemplate, roleTemplates } from "./role-templates.ts";
import type { Access } from "./users.ts";

/** What every other built-in role allows too. */
const INHERITED = roleIds(["Directory Readers"]);

/** What a custom role is made of. */
export type RoleDefinitionInput = Pick<
  RoleDefinition,
  "displayName" | "description" | "isEnabled" | "rolePermissions"
> &
  Partial<Pick<RoleDefinition, "templateId" | "version">>;

/** The built-in roles, and those that the directory has made for itself. */
export function listRoleDefinitions(access: Pick<Access, "view">): readonly RoleDefinition[] {
  return [...roleTemplates().map(builtIn), ...customIn(access.view)];
}

export function getRoleDefinition(access: Access, id: string): RoleDefinition {
  return found(access.view, id);
}

/** The roles whose permissions one has too, by its definition. */
export function inheritedBy({ isBuiltIn, id }: RoleDefinition): readonly string[] {
  return isBuiltIn ? INHERITED.filter((inherited) => inherited !== id) : [];
}

export function createRoleDefinition(
  directory: Directory,
  access: Access,
  input: RoleDefinitionInput,
): RoleDefinition {
  refuseTakenName(access, input.displayName);
  const id = directory.newId(`roleDefinition/${input.displayName}`);
  const made: RoleDefinition = {
    ...{ kind: "roleDefinition", version: null, templateId: id, resourceScopes: ["/"] },
    ...input,
    ...{ id, isBuiltIn: false },
  };
  access.commit("roles.define", new Map([[id, made]]));
  return made;
}

/** Changes a custom role. Built-in ones stay as they are. */
export function updateRoleDefinition(
  access: Access,
  id: string,
  changes: Partial<RoleDefinitionInput>,
): void {
  const seen = customFound(access.view, id);
  const current = customFound(access.primary, seen.id);
  if (changes.displayName !== undefined) refuseTakenName(access, changes.displayName, current.id);
  access.commit("roles.redefine", new Map([[current.id, { ...current, ...changes }]]));
}

/** Deletes a custom role that nobody has. */
export function deleteRoleDefinition(access: Access, id: string): void {
  const seen = customFound(access.view, id);
  customFound(access.primary, seen.id);
  const isInUse = access.primary
    .find("roleAssignment")
    .some((object) => object.kind === "roleAssignment" && object.roleDefinitionId === seen.id);
  if (isInUse) throw new Refusal({ reason: "role-in-use" });
  access.commit("roles.undefine", new Map([[seen.id, null]]));
}

function builtIn({ id, displayName, description }: RoleTemplate): RoleDefinition {
  return {
    kind: "roleDefinition",
    id,
    displayName,
    description,
    isBuiltIn: true,
    isEnabled: true,
    resourceScopes: ["/"],
    templateId: id,
    version: "1",
    rolePermissions: [{ allowedResourceActions: ROLE_ACTIONS[displayName], condition: null }],
  };
}

function customIn(view: View<DirectoryObject>): readonly RoleDefinition[] {
  return view.find("roleDefinition").filter((object) => object.kind === "roleDefinition");
}

function found(view: View<DirectoryObject>, id: string): RoleDefinition {
  const template = roleTemplate(id);
  if (template?.id === id.toLowerCase()) return builtIn(template);
  const custom = view.get(id.toLowerCase());
  if (custom?.kind !== "roleDefinition") throw new Refusal({ reason: "resource-not-found", id });
  return custom;
}

function customFound(view: View<DirectoryObject>, id: string): RoleDefinition {
  const definition = found(view, id);
  if (definition.isBuiltIn) throw new Refusal({ reason: "role-built-in" });
  return definition;
}

/** No two roles have the same name. */
function refuseTakenName({ primary }: Access, displayName: string, except?: string): void {
  const name = displayName.toLowerCase();
  const isTaken =
    roleTemplate(name) !== undefined ||
    customIn(primary).some((one) => one.id !== except && one.displayName.toLowerCase() === name);
  if (isTaken) throw new Refusal({ reason: "role-assigned" });
}

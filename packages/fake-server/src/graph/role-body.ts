import { type Directory, directoryRoleId, roleTemplate } from "../directory/index.ts";
import type { Body } from "./body.ts";

/** A role in use as the directory shows it. Whoever may not see roles gets its id, and nulls. */
export function directoryRoleBody(directory: Directory, roleTemplateId: string, isShown = true): Body {
  const id = directoryRoleId(directory, roleTemplateId);
  if (!isShown)
    return { id, deletedDateTime: null, description: null, displayName: null, roleTemplateId: null };
  const { description = null, displayName = null } = roleTemplate(roleTemplateId) ?? {};
  return { id, deletedDateTime: null, description, displayName, roleTemplateId };
}

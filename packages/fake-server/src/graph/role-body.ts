import { type Directory, roleTemplate } from "../directory/index.ts";
import type { Body } from "./body.ts";

/** A role in use as the directory shows it. Whoever may not see roles gets its id, and nulls. */
export function directoryRoleBody({ chance }: Directory, roleTemplateId: string, isShown = true): Body {
  const id = chance.guid(`directoryRole/${roleTemplateId}`);
  if (!isShown)
    return { id, deletedDateTime: null, description: null, displayName: null, roleTemplateId: null };
  const displayName = roleTemplate(roleTemplateId)?.displayName ?? null;
  return { id, deletedDateTime: null, description: null, displayName, roleTemplateId };
}

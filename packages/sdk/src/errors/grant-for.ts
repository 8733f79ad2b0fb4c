import { type Remedy, remedies } from "../remedies/index.ts";

/** What to do about a refusal for lack of a permission: with its name, where the operation tells it. */
export function grantFor(permission: string | undefined): Remedy {
  if (permission === undefined) return remedies.grantPermission;
  const { text, ...advice } = remedies.grantPermission;
  return { ...advice, text: text.replace(UNNAMED, permission) };
}

const UNNAMED = "the permission that the operation's Graph page names";

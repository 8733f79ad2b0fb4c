import type { AppRole } from "../directory/index.ts";
import { readBody, type Shape } from "./body.ts";
import { required } from "./written-properties.ts";

const ROLE: Shape = {
  allowedMemberTypes: "strings",
  description: "string?",
  displayName: "string?",
  id: "string",
  isEnabled: "boolean",
  origin: "string?",
  value: "string?",
};

/** The roles that an application's registration declares. */
export function readAppRoles(given: unknown): readonly AppRole[] {
  return (given as readonly unknown[]).map((one) => {
    const role = readBody(one, "appRole", ROLE) as Partial<AppRole>;
    if (role.id === undefined) throw required("id", "AppRole");
    if (role.allowedMemberTypes === undefined) throw required("allowedMemberTypes", "AppRole");
    return {
      allowedMemberTypes: role.allowedMemberTypes,
      description: role.description ?? null,
      displayName: role.displayName ?? null,
      id: role.id.toLowerCase(),
      isEnabled: role.isEnabled ?? true,
      origin: "Application",
      value: role.value ?? null,
    };
  });
}

import {
  type AppProperties,
  type Directory,
  groupOf,
  type RoleName,
  servicePrincipalOf,
  userOf,
} from "../directory/index.ts";
import type { FakeApp, FakeUser } from "./callers.ts";
import type { UserProperties } from "./made-with.ts";
import { seedRoles } from "./rights.ts";
import { seedOnce } from "./seed-once.ts";

export function seedApp(directory: Directory, name: string, properties: AppProperties): FakeApp {
  const made = servicePrincipalOf(directory, name, properties);
  const { id, appId, permissions } = seedOnce(directory, made.id, made);
  return { kind: "app", name, tenantId: directory.tenantId, id, appId, ...(permissions && { permissions }) };
}

export function seedUser(
  directory: Directory,
  name: string,
  { roles = [], ...properties }: UserProperties,
): FakeUser {
  const { chance, initialDomain, tenantId } = directory;
  const userPrincipalName = name.includes("@") ? name : `${name}@${initialDomain}`;
  const id = chance.guid(`user/${userPrincipalName.toLowerCase()}`);
  const mail = properties.mail ?? userPrincipalName;
  const createdDateTime = directory.timestamp();
  const user = userOf({ displayName: name, mail, createdDateTime, ...properties, id, userPrincipalName });
  seedOnce(directory, id, user);
  seedRoles(directory, id, roles);
  return { kind: "user", tenantId, id, userPrincipalName, mail };
}

export function seedGroup(
  directory: Directory,
  name: string,
  roles: readonly RoleName[] | undefined,
): { readonly id: string; readonly displayName: string } {
  const made = groupOf(directory, name, roles !== undefined);
  const { id, displayName } = seedOnce(directory, made.id, made);
  seedRoles(directory, id, roles ?? []);
  return { id, displayName };
}

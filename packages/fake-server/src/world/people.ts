import { digestOf } from "../cryptography/index.ts";
import {
  type AppProperties,
  type Directory,
  findUser,
  groupOf,
  type ServicePrincipal,
  secretCredential,
  servicePrincipalOf,
  servicePrincipalWithAppId,
  userOf,
} from "../directory/index.ts";
import {
  checkAdministrators,
  checkApp,
  checkGroup,
  checkUser,
  type GroupProperties,
  type UserProperties,
} from "../furnishing/index.ts";
import { isoDateTime } from "../simulation/index.ts";
import type { FakeApp, FakeUser } from "./callers.ts";
import { seedRoles } from "./rights.ts";
import { seedOnce } from "./seed-once.ts";

export function seedApp(directory: Directory, name: string, properties: AppProperties): FakeApp {
  checkApp({ name, properties });
  const made = servicePrincipalOf(directory, name, properties);
  refuseOtherAppId(directory, made, properties.appId?.toLowerCase());
  const { id, appId, permissions } = seedOnce(directory, made.id, made);
  seedCredentials(directory, appId, properties);
  return { kind: "app", name, tenantId: directory.tenantId, id, appId, ...(permissions && { permissions }) };
}

/** @throws RangeError for a client id that is another's, or not that which it has already */
function refuseOtherAppId({ store }: Directory, { id, displayName }: ServicePrincipal, appId?: string): void {
  if (appId === undefined) return;
  const view = store.primary();
  const existing = view.get(id);
  if (existing?.kind === "servicePrincipal" && existing.appId !== appId)
    throw new RangeError(`${displayName} is there already, with the appId ${existing.appId}`);
  const holder = servicePrincipalWithAppId(view, appId);
  if (holder !== undefined && holder.id !== id)
    throw new RangeError(`${holder.displayName} has the appId ${appId} already`);
}

/** Long enough to be no matter, however far a test goes. */
const CREDENTIAL_YEARS = 100;

/** What is named is good beside what was named before. */
function seedCredentials(
  directory: Directory,
  appId: string,
  { secret, certificate }: Pick<AppProperties, "secret" | "certificate">,
): void {
  const common = (of: string) => ({
    ...{ id: directory.chance.guid(`credential/${appId}/${of}`), appId, displayName: null },
    startDateTime: isoDateTime(0),
    endDateTime: isoDateTime(directory.now() + CREDENTIAL_YEARS * 31_557_600_000),
  });
  if (secret !== undefined) {
    const made = secretCredential(secret, common(digestOf(secret)));
    seedOnce(directory, made.id, made);
  }
  if (certificate !== undefined) {
    const made = common(digestOf(certificate));
    seedOnce(directory, made.id, { kind: "appCredential", proof: { certificate }, hint: null, ...made });
  }
}

export function seedUser(directory: Directory, name: string, given: UserProperties): FakeUser {
  checkUser({ name, properties: given });
  const { roles = [], ...properties } = withoutGaps(given);
  const { chance, initialDomain, tenantId } = directory;
  const userPrincipalName = name.includes("@") ? name : `${name}@${initialDomain}`;
  const named = findUser(directory.store.primary(), userPrincipalName);
  const id = named?.id ?? chance.guid(`user/${userPrincipalName.toLowerCase()}`);
  const mail = properties.mail ?? named?.mail ?? userPrincipalName;
  const createdDateTime = directory.timestamp();
  const user = userOf({ displayName: name, mail, createdDateTime, ...properties, id, userPrincipalName });
  seedOnce(directory, id, user);
  seedRoles(directory, id, roles);
  return { kind: "user", tenantId, id, userPrincipalName, mail };
}

export function seedGroup(
  directory: Directory,
  name: string,
  given: GroupProperties,
): { readonly id: string; readonly displayName: string } {
  checkGroup({ name, properties: given });
  const { roles, ...properties } = withoutGaps(given);
  const made = groupOf(directory, name, { ...properties, isAssignableToRole: roles !== undefined });
  const { id, displayName } = seedOnce(directory, made.id, made);
  seedRoles(directory, id, roles ?? []);
  return { id, displayName };
}

export function seedAdministrators(directory: Directory, users: readonly FakeUser[]): void {
  checkAdministrators({ users });
  for (const { id } of users) seedRoles(directory, id, ["Global Administrator"]);
}

/** What is undefined was not said: it must not stand in the place of a default. */
function withoutGaps<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

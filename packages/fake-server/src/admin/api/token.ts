import { listServicePrincipals, type ServicePrincipal } from "../../directory/index.ts";
import type { FakeApp, Tenant } from "../../world/index.ts";
import { type Administration, tenantsNamed } from "./actions.ts";
import { bodyOf } from "./bodies.ts";
import { Problem } from "./problem.ts";

/** A new token of an application's own, as it asks for one by itself; without a name, of one that may do everything. */
export async function giveToken(here: Administration, request: Request): Promise<object> {
  const { tenant: name, app } = (await bodyOf("token", request)) as Wanted;
  const [tenant] = tenantsNamed(here, name);
  if (tenant === undefined) throw new Problem(404, "there is no tenant in this world");
  const found = appIn(tenant, app);
  if (found === undefined) throw new Problem(404, missing(tenant, app));
  const { token, expiresOnTimestamp } = await tenant.credential({ as: found }).getToken();
  return { tenant: tenant.id, appId: found.appId, token, expiresAt: expiresOnTimestamp };
}

interface Wanted {
  readonly tenant?: string;
  readonly app?: string;
}

/** The application of this name or client id; the first that may do everything where none is named. */
export function appIn({ directory, id: tenantId }: Tenant, wanted?: string): FakeApp | undefined {
  const isMeant = (one: ServicePrincipal) =>
    wanted === undefined
      ? one.permissions === null
      : one.displayName === wanted || one.appId === wanted.toLowerCase();
  const found = listServicePrincipals(directory.store.primary()).find(
    (one) => one.accountEnabled && isMeant(one),
  );
  if (found === undefined) return undefined;
  const { id, appId, displayName: name, permissions } = found;
  return { kind: "app", tenantId, id, appId, name, ...(permissions && { permissions }) };
}

function missing({ directory, name }: Tenant, wanted: string | undefined): string {
  const all = listServicePrincipals(directory.store.primary()).map(({ displayName }) => displayName);
  const there = all.length === 0 ? "none" : all.join(", ");
  return wanted === undefined
    ? `no application of ${name} may do everything: name one of ${there}`
    : `${name} has no application "${wanted}" that is enabled; it has ${there}`;
}

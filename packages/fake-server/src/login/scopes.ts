import type { Directory, ServicePrincipal } from "../directory/index.ts";
import { refusals } from "./refusals.ts";
import { type Resource, resourceNamed } from "./resource.ts";

/** What is asked for, taken apart. */
export interface AskedScopes {
  /** `openid`, `profile`, `email`, `offline_access`: what is told of the user, and for how long. */
  readonly aboutUser: ReadonlySet<string>;
  /** `undefined` where nothing but the user is asked for. */
  readonly resource: Resource | undefined;
  /** What the resource is asked to let the application do. */
  readonly names: readonly string[];
  /** Whether everything is asked for that has been granted. */
  readonly isDefault: boolean;
}

const ABOUT_USER: ReadonlySet<string> = new Set(["openid", "profile", "email", "offline_access"]);
const DEFAULT = ".default";
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * Reads scopes as they are written, `resource/scope` each; without a resource they are Graph's.
 *
 * @throws LoginRefusal for what is no scope, for two resources, for one that the directory does not know
 * @see https://learn.microsoft.com/entra/identity-platform/scopes-oidc
 */
export function readScopes(directory: Directory, written: string): AskedScopes {
  const [asked, ...others] = scopesByResource(directory, written);
  if (others.length > 0) throw refusals.scopeOfTwo({ scope: written });
  return asked;
}

/**
 * The same for each resource by itself: a user may be asked to agree to several at once. With none, what is asked about
 * the user alone.
 *
 * @throws LoginRefusal for what is no scope, for a resource that the directory does not know
 */
export function scopesByResource(
  directory: Directory,
  written: string,
): readonly [AskedScopes, ...AskedScopes[]] {
  const all = written.split(/\s+/).filter((scope) => scope !== "");
  const [malformed] = all.filter((scope) => !SCOPE.test(scope));
  if (all.length === 0 || malformed !== undefined)
    throw refusals.scopeMalformed({ scope: malformed ?? written });
  const aboutUser = new Set(all.map((scope) => scope.toLowerCase()).filter((scope) => ABOUT_USER.has(scope)));
  const resources = new Map<string, Resource>();
  const names = new Map<string, Set<string>>();
  for (const { resource, name } of all.filter((one) => !ABOUT_USER.has(one.toLowerCase())).map(parted)) {
    const found = resourceNamed(directory, resource ?? directory.cloud.graph);
    resources.set(found.audience, resources.get(found.audience) ?? found);
    names.set(found.audience, (names.get(found.audience) ?? new Set()).add(name));
  }
  const [first = { aboutUser, resource: undefined, names: [], isDefault: false }, ...others] = [
    ...resources,
  ].map(([audience, resource]) => {
    const asked = names.get(audience) ?? new Set();
    const isDefault = asked.has(DEFAULT);
    // All that was granted leaves nothing to be asked for by name.
    if (isDefault && asked.size > 1) throw refusals.scopeMalformed({ scope: written });
    return { aboutUser, resource, names: [...asked], isDefault };
  });
  return [first, ...others];
}

/** What users have lent an application of what is asked for; `undefined` for everything. */
export type LentScopes = readonly string[] | undefined;

/**
 * What users have lent of what is asked for.
 *
 * @throws LoginRefusal where more is asked for
 */
export function lentScopes({ names, isDefault }: AskedScopes, client: ServicePrincipal): LentScopes {
  const { scopes, appId: app, displayName: name } = client;
  if (isDefault) return scopes ?? undefined;
  const known = new Set(scopes?.map((scope) => scope.toLowerCase()));
  if (scopes !== null && names.some((scope) => !known.has(scope.toLowerCase())))
    throw refusals.consentMissing({ app, name });
  return names;
}

/** The part after the last slash is the scope, what is before it the resource: `https://graph.microsoft.com//.default` too. */
function parted(scope: string): { readonly resource: string | undefined; readonly name: string } {
  const at = scope.lastIndexOf("/");
  return at < 0
    ? { resource: undefined, name: scope }
    : { resource: scope.slice(0, at), name: scope.slice(at + 1) };
}

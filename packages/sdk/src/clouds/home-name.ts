const TENANT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WRITTEN = /^[\p{L}\p{M}\p{N}.-]{1,253}$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What a home can be looked up by. */
export interface HomeName {
  readonly kind: "domain" | "tenant-id";
  /** In lower case; a domain with other letters as the net writes it, `xn--…`. */
  readonly name: string;
}

/** What {@link readHomeName} takes, in words for an error. */
export const HOME_NAME = "must be a domain, for example fabrikam.com, or a tenant id (a GUID)";

/** A domain as the net writes it: in lower case, other letters as `xn--…`. Lists of domains are compared by that. */
export function plainDomain(domain: string): string {
  return readHomeName(domain)?.name ?? domain.toLowerCase();
}

/** What a text names; `undefined` where it is neither a domain nor a tenant id. An address of four numbers is no domain: none ends in a number. */
export function readHomeName(text: string): HomeName | undefined {
  if (typeof text !== "string" || !WRITTEN.test(text)) return undefined;
  const lowerCase = text.toLowerCase();
  if (TENANT_ID.test(lowerCase)) return { kind: "tenant-id", name: lowerCase };
  const name = URL.parse(`https://${lowerCase}`)?.hostname ?? "";
  return name.length <= 253 && DOMAIN.test(name) ? { kind: "domain", name } : undefined;
}

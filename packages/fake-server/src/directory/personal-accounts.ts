/** Domains whose addresses are Google's. */
export const GOOGLE_DOMAINS: ReadonlySet<string> = new Set(["gmail.com", "googlemail.com"]);

/** Domains whose addresses are personal Microsoft accounts by themselves. */
export const MICROSOFT_DOMAINS: ReadonlySet<string> = new Set([
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
]);

/** Whether every address of a domain is a personal account. */
export function isPersonal(domain: string): boolean {
  return MICROSOFT_DOMAINS.has(domain) || GOOGLE_DOMAINS.has(domain);
}

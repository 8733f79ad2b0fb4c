const LINK = /\bhttps?:\/\/\S+/gi;
const TOKEN = /\bBearer\s+[^\s"',;]+|\bey[\w-]{10,}\.[\w-]+(?:\.[\w-]*)?/gi;
/** An apostrophe may be part of an address; in front of one it is a quotation mark. */
const ADDRESS = /('?)[^\s"<>()[\],;:]+@[^\s"'<>()[\],;:]+/g;
/** The one host whose links a service message may keep: Microsoft's short links to its documentation. */
const DOCUMENTATION = /^https:\/\/aka\.ms\//i;

/** A service's own words without what may be secret or personal in them: links, tokens and addresses. */
export function redact(text: string): string {
  return text
    .replace(LINK, (link) => (DOCUMENTATION.test(link) ? link : "<link>"))
    .replace(TOKEN, "<token>")
    .replace(ADDRESS, "$1<address>");
}

/** `text` without the password that was sent in `body`: a service that quotes what it was given must not make us say it. */
export function withoutPassword(text: string, body: unknown): string {
  const { passwordProfile } = (body ?? {}) as { readonly passwordProfile?: { readonly password?: unknown } };
  const password = passwordProfile?.password;
  if (typeof password !== "string" || password === "") return text;
  // As it is, and as it stands within a JSON text or a link.
  const forms = [password, JSON.stringify(password).slice(1, -1), encodeURIComponent(password)];
  return forms.reduce((rest, form) => rest.replaceAll(form, "<password>"), text);
}

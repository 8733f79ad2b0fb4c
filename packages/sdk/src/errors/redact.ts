const LINK = /\bhttps?:\/\/\S+/gi;
const TOKEN = /\b(?:Bearer\s+)?ey[\w-]{10,}\.[\w-]+(?:\.[\w-]*)?/g;
const ADDRESS = /[^\s"'<>()[\],;:]+@[^\s"'<>()[\],;:]+/g;
/** The one host whose links a service message may keep: Microsoft's short links to its documentation. */
const DOCUMENTATION = /^https:\/\/aka\.ms\//i;

/** A service's own words without what may be secret or personal in them: links, tokens and addresses. */
export function redact(text: string): string {
  return text
    .replace(LINK, (link) => (DOCUMENTATION.test(link) ? link : "<link>"))
    .replace(TOKEN, "<token>")
    .replace(ADDRESS, "<address>");
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** What {@link secureOrigin} takes, in words for an error. */
export const SECURE_ORIGIN = "must be an https origin without a path; plain http is for loopback hosts alone";

/** The origin that a text names; `undefined` where it names none that may be talked to. */
export function secureOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  const isSecure = url?.protocol === "https:" || (url?.protocol === "http:" && LOOPBACK.test(url.hostname));
  return url && isSecure && url.origin === text.replace(/\/$/, "") ? url.origin : undefined;
}

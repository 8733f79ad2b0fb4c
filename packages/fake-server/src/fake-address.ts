/**
 * The origin of a fake that runs, from the address that somebody has given for it.
 *
 * @throws TypeError, in one line, for what leads to none. A name and a password in it are for nobody to see
 */
export function originOfFake(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    throw new TypeError(`a fake's address is such as http://127.0.0.1:4000, not "${withoutName(address)}"`);
  const isOrigin = url.pathname === "/" && url.search === "" && url.hash === "";
  if (!isOrigin || url.username !== "" || url.password !== "")
    throw new TypeError(
      `a fake's address has nothing behind its port, and no name in front: it is ${url.origin} here`,
    );
  return url.origin;
}

/** What to say where none listens, with why, where that is known. */
export function noFakeAt(origin: string, why?: string): string {
  const because = why === undefined ? "" : ` (${why})`;
  return `no fake answers at ${origin}${because}; start one with vestibule-fake serve, which says where it is`;
}

/** A password may have any sign in it, also those that end a name. */
function withoutName(address: string): string {
  return address.replace(/^([a-z][\w+.-]*:\/\/)?.*@/is, "$1…@");
}

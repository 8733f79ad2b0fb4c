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

function withoutName(address: string): string {
  return address.replace(/[^/@]*@/, "…@");
}

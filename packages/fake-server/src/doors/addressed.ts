/** Which hosts a request may name. */
export interface Addressees {
  /** Graph's and the login services' hosts: known by their names alone. */
  readonly known: ReadonlySet<string>;
  /** Names besides, that whoever started the fake has given it. */
  readonly named: ReadonlySet<string>;
  /** Whether the fake listens beyond the own machine: then it goes by any address of it. */
  readonly isOpen: boolean;
  /** The origins that have been worked out; a client names the same host every time. */
  readonly origins: Map<string, string>;
}

const MOST_ORIGINS = 100;

/**
 * The origin that a `Host` header means; `undefined` for a name that is none of the fake's. A page in a browser can have its own name lead
 * to this machine, and then reads what is answered: names are therefore held to a list. An address is no such name.
 */
export function addressed(host: string, isSecure: boolean, addressees: Addressees): string | undefined {
  const { origins } = addressees;
  const name = isSecure ? `${host} by TLS` : host;
  const origin = origins.get(name) ?? originOf(host, isSecure, addressees);
  if (origin !== undefined && origins.size < MOST_ORIGINS) origins.set(name, origin);
  return origin;
}

function originOf(host: string, isSecure: boolean, { known, named, isOpen }: Addressees): string | undefined {
  const url = URL.parse(`${isSecure ? "https" : "http"}://${host}`);
  if (url === null || url.pathname !== "/" || url.search !== "" || url.username !== "") return undefined;
  // With a dot behind it, a name is the same one.
  url.hostname = url.hostname.replace(/\.$/, "");
  const { hostname } = url;
  // Whatever carried the request here: nobody asks these over anything but https.
  if (known.has(hostname)) return url.port === "" ? `https://${hostname}` : undefined;
  const isOurs = isOnOwnMachine(hostname) || named.has(hostname) || (isOpen && isAddress(hostname));
  return isOurs ? url.origin : undefined;
}

/** Whether a name or address is the own machine's, whoever asks. */
export function isOnOwnMachine(hostname: string): boolean {
  return hostname === "[::1]" || /^(?:127(?:\.\d+){3}|(?:.+\.)?localhost)$/.test(hostname);
}

function isAddress(hostname: string): boolean {
  return /^(?:\d+(?:\.\d+){3}|\[.+\])$/.test(hostname);
}

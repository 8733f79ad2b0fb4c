type Header = (name: string) => string | null | undefined;

const EMPTY = "Access token is empty.";

/**
 * What to tell a client that sent no token: after Graph's own sentence, what may have become of it. Some clients leave the
 * token out without a word, so that the answer is the first that anybody hears of it.
 */
export function whyNoToken(header: Header): string {
  const authorization = header("authorization");
  if (authorization)
    return `${EMPTY} This fake was sent an Authorization header that is not "Bearer" and a token.`;
  return `${EMPTY} This fake was sent no Authorization header${client(header)}. ${quirkOf(header)}`;
}

/** Both name themselves in every request that they trust the host of; without trust, Microsoft's JavaScript client does not. */
function client(header: Header): string {
  const name = header("sdkversion") ?? header("user-agent");
  return name ? ` (by ${name.slice(0, 80)})` : "";
}

const KIOTA =
  "Kiota's clients, @microsoft/msgraph-sdk among them, leave the token out where the host is not in the authentication provider's allowedHosts: name it there, without a port.";
const GRAPH_CLIENT =
  "@microsoft/microsoft-graph-client leaves the token out over plain http, and where the host is not in customHosts: use https, and name the host there, without a port.";

function quirkOf(header: Header): string {
  const isKiota = /kiota|graph-typescript/i.test(`${header("user-agent")} ${header("sdkversion")}`);
  const isPreload = "A client that runs behind @vestibule/fake-server/register needs neither.";
  return `${isKiota ? KIOTA : `${GRAPH_CLIENT} ${KIOTA}`} ${isPreload}`;
}

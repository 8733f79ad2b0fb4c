/** What a connection that never came about ends with. A reset is not among them: by then the request may have arrived. */
const NEVER_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** Codes of a TLS handshake that failed: it precedes the first byte of any request. */
const TLS_REFUSED = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;
/** These can also end a connection that stood; only a failed `connect` proves that nothing was sent. */
const NEEDS_CONNECT = new Set(["EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL"]);

/** Whether a system error proves that no request was sent. Several addresses may have been tried: then each has to. */
export function wasNotSent(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(wasNotSent);
  const { code, syscall } = (cause ?? {}) as { code?: unknown; syscall?: unknown };
  if (typeof code !== "string") return false;
  if (NEEDS_CONNECT.has(code)) return syscall === "connect";
  return NEVER_CONNECTED.has(code) || TLS_REFUSED.test(code);
}

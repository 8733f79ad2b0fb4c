/** One request to a login host, as a plain value. */
export interface LoginRequest {
  readonly method: string;
  readonly url: URL;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | null | undefined;
  /** As it was sent: the fields of a form, or nothing. */
  readonly body: string;
  /** Whether the host stands for that of any cloud. Absent: where it is the own machine's. */
  readonly isOurs?: boolean | undefined;
}

/** What the client calls its request, to find it again. It has to be told as it was sent. */
export function correlationIdOf({ header, url }: LoginRequest): string | undefined {
  return header("client-request-id") ?? url.searchParams.get("client-request-id") ?? undefined;
}

/** What a login host answers. */
export interface LoginAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A page as text, or else a JSON value; `undefined` where there is nothing. */
  readonly body: unknown;
}

/** Nobody may keep what is answered, nor read it in a place that it was not made for. */
const NOT_KEPT = { "cache-control": "no-store, no-cache", pragma: "no-cache" };

/** What anybody may read, from a page of any origin too. */
export function published(body: unknown): LoginAnswer {
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8", "access-control-allow-origin": "*" },
    body,
  };
}

/** What is for one reader alone, a page in a browser among them. */
export function given(status: number, body: unknown): LoginAnswer {
  const { headers } = published(body);
  return { status, headers: { ...headers, ...NOT_KEPT }, body };
}

export function shown(status: number, page: string): LoginAnswer {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      ...NOT_KEPT,
    },
    body: page,
  };
}

export function redirected(location: string): LoginAnswer {
  return {
    status: 302,
    headers: { location, "referrer-policy": "no-referrer", ...NOT_KEPT },
    body: undefined,
  };
}

export function bare(status: number): LoginAnswer {
  return { status, headers: {}, body: undefined };
}

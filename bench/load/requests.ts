/** One request as it goes over the wire, and the name under which a bare server keeps its answer. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

const SELECT = "$select=id,displayName,mail,userPrincipalName";
const REDIRECT = "https://app.contoso.example/";

/** Of a hundred requests: 50 read one user, 20 find one by mail, 10 list whom a user belongs to, 10 list a page of five, 5 invite, 5 update. */
export function mix(ids: readonly string[]): (n: number) => Asked {
  const id = (n: number) => ids[(n * 7_919) % ids.length] as string;
  const mail = (n: number) => `member${((n * 7_919) % ids.length) + 1}@contoso.onmicrosoft.com`;
  const read = (path: string): Asked => ({ method: "GET", path: `/v1.0${path}` });
  const write = (method: string, path: string, body: unknown): Asked => ({
    ...{ method, path: `/v1.0${path}`, body: JSON.stringify(body) },
  });
  return (n) => {
    const part = (n * 37) % 100;
    if (part < 50) return read(`/users/${id(n)}?${SELECT}`);
    if (part < 70) return read(`/users?$filter=mail%20eq%20'${mail(n)}'&${SELECT}`);
    if (part < 80) return read(`/users/${id(n % 100)}/memberOf?$select=id,displayName`);
    if (part < 90) return read(`/users?$top=5&${SELECT}`);
    if (part < 95) return write("PATCH", `/users/${id(n)}`, { jobTitle: `Engineer ${n % 1_000}` });
    const invitedUserEmailAddress = `guest${n}@fabrikam.example`;
    return write("POST", "/invitations", { invitedUserEmailAddress, inviteRedirectUrl: REDIRECT });
  };
}

export function wireOf({ method, path, body }: Asked, token: string): Buffer {
  const head = [`${method} ${path} HTTP/1.1`, "host: 127.0.0.1", `authorization: Bearer ${token}`];
  if (body !== undefined) {
    head.push("content-type: application/json", `content-length: ${Buffer.byteLength(body)}`);
  }
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body ?? ""}`);
}

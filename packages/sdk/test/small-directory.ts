import { type Cloud, clouds } from "@vestibule/sdk";
import type { ConformanceSubject } from "@vestibule/sdk/testing";

interface User {
  readonly id: string;
  readonly userPrincipalName: string;
  displayName: string | null;
  jobTitle: string | null;
}

const guest = {
  id: "00000000-0000-0000-0000-000000000001",
  userPrincipalName: "ada_x.com#EXT#@contoso.example",
};

/** The least of a directory that a transport can be tried on: three users behind a fetch function. */
export function smallDirectory(cloud: Cloud = clouds.public): {
  readonly fetch: typeof globalThis.fetch;
  readonly guest: ConformanceSubject["guest"];
} {
  const users: readonly User[] = [
    { ...guest, displayName: "Ada", jobTitle: null },
    {
      id: "00000000-0000-0000-0000-000000000002",
      userPrincipalName: "li@contoso.example",
      displayName: "Li",
      jobTitle: null,
    },
    {
      id: "00000000-0000-0000-0000-000000000003",
      userPrincipalName: "jo@contoso.example",
      displayName: "Jo",
      jobTitle: null,
    },
  ];

  function list({ searchParams }: URL): Response {
    const [, property, value] = /^(\w+) eq '(.*)'$/.exec(searchParams.get("$filter") ?? "") ?? [];
    const wanted = value?.replaceAll("''", "'");
    const found = users.filter((user) => property === undefined || user[property as keyof User] === wanted);
    const from = Number(searchParams.get("$skiptoken") ?? 0);
    const top = Number(searchParams.get("$top") ?? 100);
    const rest = from + top < found.length;
    const next = `${cloud.graph}/v1.0/users?$top=${top}&$skiptoken=${from + top}`;
    return json(200, { value: found.slice(from, from + top), ...(rest && { "@odata.nextLink": next }) });
  }

  async function one(request: Request, key: string): Promise<Response> {
    const user = users.find(({ id, userPrincipalName }) => id === key || userPrincipalName === key);
    if (!user)
      return json(404, { error: { code: "Request_ResourceNotFound", message: `'${key}' does not exist` } });
    if (request.method !== "PATCH") return json(200, user);
    Object.assign(user, await request.json());
    return new Response(null, { status: 204, headers: { "request-id": "r" } });
  }

  return {
    guest,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const url = new URL(request.url);
      const key = url.pathname.split("/")[3];
      const response = key === undefined ? list(url) : await one(request, decodeURIComponent(key));
      request.signal.throwIfAborted();
      return response;
    },
  };
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "request-id": "r" } });
}

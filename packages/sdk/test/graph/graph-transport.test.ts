import { type Cloud, clouds, type Target } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import type { WireRequest } from "@vestibule/sdk/wire";
import ky from "ky";
import { describe, expect, test } from "vitest";
import { wireRequest } from "../wire-request.ts";

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly redirect: RequestRedirect;
}

/** A Graph transport over a fetch function, and what that function heard. */
function over(
  respond: (request: Request) => Response | Promise<Response>,
  cloud: Cloud = clouds.public,
  own?: typeof ky,
) {
  const heard: Heard[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { method, url, headers, redirect } = request;
    heard.push({ method, url, headers, redirect, body: await request.clone().text() });
    return respond(request);
  };
  const transport = graphTransport({ cloud, fetch, ...(own && { ky: own }) });
  const send = (changes: Partial<WireRequest> = {}, signal?: AbortSignal) =>
    transport.send(wireRequest(changes, signal));
  return { transport, send, heard };
}

const empty = () => new Response(null, { status: 204 });

async function urlFor(
  target: Target,
  version: WireRequest["version"] = "v1.0",
  cloud: Cloud = clouds.public,
) {
  const { send, heard } = over(empty, cloud);
  await send({ target, version });
  return heard[0]?.url;
}

describe("where a request goes", () => {
  test.each([
    [{ path: "/users" }, "https://graph.microsoft.com/v1.0/users"],
    [{ path: "/groups/1/members/$ref" }, "https://graph.microsoft.com/v1.0/groups/1/members/$ref"],
    [{ path: "/users/a%23EXT%23%40b.com" }, "https://graph.microsoft.com/v1.0/users/a%23EXT%23%40b.com"],
    [{ path: "/users", query: {} }, "https://graph.microsoft.com/v1.0/users"],
    [
      { path: "/users", query: { $select: "id,mail", $top: "5" } },
      "https://graph.microsoft.com/v1.0/users?$select=id%2Cmail&$top=5",
    ],
    [
      { path: "/users", query: { $filter: "mail eq 'o''neil+x@b.com' & 100% #1?" } },
      "https://graph.microsoft.com/v1.0/users?$filter=mail%20eq%20%27o%27%27neil%2Bx%40b.com%27%20%26%20100%25%20%231%3F",
    ],
  ] as const)("for %o is %s", async (target, expected) => {
    const url = new URL((await urlFor(target)) ?? "");
    const wanted = new URL(expected);
    expect(url.pathname).toBe(wanted.pathname);
    expect([...url.searchParams]).toEqual([...wanted.searchParams]);
    expect(url.hash).toBe("");
  });

  test("is the version and the cloud that it is for", async () => {
    expect(await urlFor({ path: "/users" }, "beta")).toBe("https://graph.microsoft.com/beta/users");
    expect(await urlFor({ path: "/users" }, "v1.0", clouds.china)).toBe(
      "https://microsoftgraph.chinacloudapi.cn/v1.0/users",
    );
  });

  test("has its query's values unharmed, and never a plus for a space", async () => {
    const url = await urlFor({ path: "/users", query: { $search: '"displayName:a+b c"' } });
    expect(url).toContain("a%2Bb%20c");
  });

  test("is a next link exactly as it came in", async () => {
    const next = "https://graph.microsoft.com/v1.0/users?$select=id,mail&$skiptoken=RFN%2bdA%3d%3d&x=a+b";
    expect(await urlFor({ next })).toBe(next);
  });
});

describe("what a request carries", () => {
  test("is its method, its headers and what it accepts, and no redirect is followed", async () => {
    const { send, heard } = over(empty);
    await send({
      headers: { authorization: "Bearer t", consistencylevel: "eventual", "client-request-id": "c" },
    });
    const [request] = heard;
    expect(request).toMatchObject({ method: "GET", body: "", redirect: "manual" });
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: "application/json",
      authorization: "Bearer t",
      consistencylevel: "eventual",
      "client-request-id": "c",
    });
  });

  test.each(["POST", "PATCH", "PUT", "DELETE"] as const)("is its body as JSON, for %s", async (method) => {
    const { send, heard } = over(empty);
    await send({ method, body: { displayName: 'Zoë "Zo" 李 😀', list: [], none: null } });
    expect(heard[0]).toMatchObject({
      method,
      body: '{"displayName":"Zoë \\"Zo\\" 李 😀","list":[],"none":null}',
    });
    expect(heard[0]?.headers.get("content-type")).toBe("application/json");
  });

  test("is no body and no type of one where there is none", async () => {
    const { send, heard } = over(empty);
    await send({ method: "DELETE" });
    expect(heard[0]?.body).toBe("");
    expect(heard[0]?.headers.get("content-type")).toBeNull();
  });

  test.each([null, 0, false, "", []])("is a body that is %j", async (body) => {
    const { send, heard } = over(empty);
    await send({ method: "POST", body });
    expect(heard[0]?.body).toBe(JSON.stringify(body));
  });
});

describe("what comes back", () => {
  test.each([200, 201, 301, 302, 307, 400, 401, 404, 408, 413, 429, 500, 502, 503, 504])(
    "is an answer for status %i, after one request",
    async (status) => {
      const { send, heard } = over(
        () => new Response("{}", { status, headers: { location: "https://evil.example/" } }),
      );
      expect(await send()).toMatchObject({ status, body: {} });
      expect(heard).toHaveLength(1);
    },
  );

  test.each([
    ["an object", '{"a":[1,null]}', { a: [1, null] }],
    ["a text in JSON", '"x"', "x"],
    ["a number", "7", 7],
    ["null", "null", null],
    ["nothing", "", undefined],
    ["HTML", "<html>502</html>", "<html>502</html>"],
    ["JSON that was cut off", '{"value":[{"id":', '{"value":[{"id":'],
    ["a plain number of /$count, as it may begin with a BOM", "\uFEFF12", 12],
  ])("as a body is %s", async (_, text, body) => {
    const { send } = over(() => new Response(text));
    expect((await send()).body).toEqual(body);
  });

  test("has headers whose names have no case", async () => {
    const { send } = over(() => new Response(null, { headers: { "Request-Id": "r", "retry-after": "1" } }));
    const { headers } = await send();
    expect([headers.get("request-id"), headers.get("Retry-After"), headers.get("none")]).toEqual([
      "r",
      "1",
      null,
    ]);
  });
});

describe("a ky of the user's own", () => {
  test("keeps its hooks, and loses its retries, timeouts, errors and redirects", async () => {
    const seen: string[] = [];
    const options: Record<string, unknown>[] = [];
    const own = ky.create({
      retry: { limit: 5, methods: ["get", "post"], statusCodes: [500], backoffLimit: 1, delay: () => 0 },
      timeout: 1,
      totalTimeout: 1,
      throwHttpErrors: true,
      redirect: "follow",
      headers: { "x-own": "yes" },
      hooks: {
        init: [(used) => void options.push({ ...used })],
        beforeRequest: [({ request }) => void seen.push(`> ${request.method}`)],
        afterResponse: [({ response }) => void seen.push(`< ${response.status}`)],
      },
    });
    const { send, heard } = over(() => new Response("{}", { status: 500 }), clouds.public, own);
    expect(await send()).toMatchObject({ status: 500, body: {} });
    expect(seen).toEqual(["> GET", "< 500"]);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.headers.get("x-own")).toBe("yes");
    expect(heard[0]?.redirect).toBe("manual");
    expect(options[0]).toMatchObject({ timeout: false, totalTimeout: false });
  });

  test.each([{ prefix: "https://evil.example" }, { baseUrl: "https://evil.example" }])(
    "cannot lead requests elsewhere by %o",
    async (options) => {
      const { send, heard } = over(empty, clouds.public, ky.create(options));
      await send();
      expect(heard[0]?.url).toBe("https://graph.microsoft.com/v1.0/users");
    },
  );

  test("may bring its own fetch", async () => {
    const own = ky.create({ fetch: async () => Response.json({ by: "own" }) });
    const transport = graphTransport({ cloud: clouds.public, ky: own });
    expect(await transport.send(wireRequest())).toMatchObject({ status: 200, body: { by: "own" } });
  });
});

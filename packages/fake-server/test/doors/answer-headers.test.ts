import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";

const GRAPH = "https://graph.microsoft.com";
const JSON_TYPE = "application/json";
const DATA = `${JSON_TYPE};odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8`;

async function open() {
  const world = createWorld({ seed: 4 });
  const contoso = world.cloud("public").tenant("contoso");
  const { token } = await contoso.credential({ as: contoso.app("caller") }).getToken();
  const send = (path: string, init: RequestInit = {}) =>
    world.fetch(`${GRAPH}/v1.0${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": JSON_TYPE,
        ...(init.headers as Record<string, string>),
      },
    });
  return { world, contoso, send };
}

const shown = ({ headers }: Response, names: readonly string[]) => names.map((name) => headers.get(name));
const GROUP = { displayName: "team", mailEnabled: false, mailNickname: "team", securityEnabled: true };

describe("an answer", () => {
  test("says of which kind its data is; a number, a refusal and nothing are none of OData's", async () => {
    const { send, contoso } = await open();
    const names = ["content-type", "odata-version", "cache-control"];
    expect(shown(await send("/users"), names)).toEqual([DATA, "4.0", "no-cache"]);
    expect(shown(await send("/users/nobody"), names)).toEqual([JSON_TYPE, null, "no-cache"]);
    const eventual = { headers: { consistencylevel: "eventual" } };
    expect(shown(await send("/users/$count", eventual), names)[0]).toBe("text/plain");
    const changed = await send(`/users/${contoso.user("mia").id}`, {
      method: "PATCH",
      body: JSON.stringify({ jobTitle: "Host" }),
    });
    expect([changed.status, ...shown(changed, names)]).toEqual([204, null, null, "no-cache"]);
  });

  test("says where to find what was made", async () => {
    const { send, contoso } = await open();
    const made = await send("/groups", { method: "POST", body: JSON.stringify(GROUP) });
    const { id } = (await made.json()) as { readonly id: string };
    expect(made.headers.get("location")).toBe(
      `${GRAPH}/v2/${contoso.id}/directoryObjects/${id}/Microsoft.DirectoryServices.Group`,
    );
    const location = await send("/identity/conditionalAccess/namedLocations", {
      method: "POST",
      body: JSON.stringify({
        ...{ "@odata.type": "#microsoft.graph.countryNamedLocation", displayName: "abroad" },
        countriesAndRegions: ["US"],
      }),
    });
    const named = (await location.json()) as { readonly id: string };
    expect(location.headers.get("location")).toBe(
      `${GRAPH}/v1.0/identity/conditionalAccess/namedLocations('${named.id}')`,
    );
    expect((await send("/users")).headers.get("location")).toBeNull();
  });

  test("comes without metadata where none is wanted, and keeps what leads on", async () => {
    const { send, contoso } = await open();
    for (const name of ["ada", "bo"]) contoso.user(name);
    const answer = await send("/users?$top=1&$select=id", {
      headers: { accept: "application/json;odata.metadata=none" },
    });
    expect(answer.headers.get("content-type")).toBe(DATA.replace("minimal", "none"));
    const body = (await answer.json()) as Record<string, unknown>;
    expect(Object.keys(body).toSorted()).toEqual(["@odata.nextLink", "value"]);
  });
});

describe("a refused token", () => {
  test.each([
    [GRAPH, "https://login.microsoftonline.com"],
    ["https://graph.microsoft.us", "https://login.microsoftonline.us"],
    ["http://localhost:4000", "http://localhost:4000"],
  ])("is told where to get another, by the cloud that it was sent to: %s", async (graph, login) => {
    const { world } = await open();
    const answer = await world.fetch(`${graph}/v1.0/users`);
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([
      401,
      `Bearer realm="", authorization_uri="${login}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
    ]);
  });

  test.each([
    ["abc", /^IDX14100: JWT is not well formed, there are no dots/],
    ["a.b.c", /^CompactToken parsing failed with error code: 80049217$/],
  ])("is told by what it lacks: %s", async (token, text) => {
    const { world } = await open();
    const answer = await world.fetch(`${GRAPH}/v1.0/users`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { error } = (await answer.json()) as { readonly error: { readonly message: string } };
    expect(error.message).toMatch(text);
  });
});

describe("a page in a browser", () => {
  const origin = "https://app.example";

  test("is let ask, whatever it wants to send", async () => {
    const { world } = await open();
    const asked = await world.fetch(`${GRAPH}/v1.0/users`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "PATCH",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    expect(asked.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect(asked.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
  });

  test("may read what comes back, a refusal too; what asks from no page is told nothing of pages", async () => {
    const { world, send } = await open();
    const name = "access-control-allow-origin";
    expect((await send("/users", { headers: { origin } })).headers.get(name)).toBe("*");
    const refused = await world.fetch(`${GRAPH}/v1.0/users`, { headers: { origin } });
    expect([refused.status, refused.headers.get(name)]).toEqual([401, "*"]);
    expect((await send("/users")).headers.get(name)).toBeNull();
  });
});

describe("the body of a request", () => {
  test.each([
    ["text/plain", /None of the supported type\(s\).*matches the content type 'text\/plain'/],
    ["application/x-www-form-urlencoded", /matches the content type 'application\/x-www-form-urlencoded'/],
  ])("is JSON, and says so: not %s", async (type, text) => {
    const { send, contoso } = await open();
    const path = `/users/${contoso.user("mia").id}`;
    const body = JSON.stringify({ jobTitle: "Host" });
    const answer = await send(path, { method: "PATCH", body, headers: { "content-type": type } });
    const { error } = (await answer.json()) as { readonly error: { readonly message: string } };
    expect([answer.status, error.message]).toEqual([400, expect.stringMatching(text)]);
    const { jobTitle } = (await (await send(path)).json()) as { readonly jobTitle: unknown };
    expect(jobTitle).toBeNull();
  });

  test.each([
    "application/json; charset=utf-8",
    "APPLICATION/JSON",
    "application/json;odata.metadata=minimal",
  ])("says so in any of these ways: %s", async (type) => {
    const { send } = await open();
    const body = JSON.stringify(GROUP);
    const made = await send("/groups", { method: "POST", body, headers: { "content-type": type } });
    expect(made.status).toBe(201);
  });
});

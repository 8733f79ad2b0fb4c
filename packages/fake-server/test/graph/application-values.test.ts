import { describe, expect, test } from "vitest";
import { openRaw } from "./raw-calls.ts";

const ROLE = {
  ...{ id: "11111111-0000-4000-8000-00000000000a", allowedMemberTypes: ["User"], description: "Reads" },
  ...{ displayName: "Reader", value: "reader", isEnabled: true },
};
const SCOPE = {
  ...{ id: "22222222-0000-4000-8000-00000000000a", type: "User", value: "read", isEnabled: true },
  ...{ adminConsentDisplayName: "Read", adminConsentDescription: "Reads" },
};

const ENABLED = {
  ...{ status: 400, code: "CannotDeleteOrUpdateEnabledEntitlement" },
  message: "Permission (scope or role) cannot be deleted or updated unless disabled first.",
};

async function open(given: object = {}) {
  const { ask, made, contoso } = openRaw();
  contoso.domain("contoso.example");
  const app = await made("/applications", { displayName: "Shop", ...given });
  const change = async (body: object) => {
    const answer = await ask("PATCH", `/applications/${app.id}`, { body });
    const { error } = (answer.body ?? {}) as { readonly error?: object };
    return { status: answer.status, ...error };
  };
  return { ask, contoso, app, change };
}

describe("what an application declares", () => {
  test.each([
    ["role", (list: object[]) => ({ appRoles: list }), ROLE],
    ["scope", (list: object[]) => ({ api: { oauth2PermissionScopes: list } }), SCOPE],
  ] as const)("goes, or gets another value, once it is disabled and not before: a %s", async (_, of, one) => {
    const { change } = await open(of([one]));
    expect(await change(of([]))).toMatchObject(ENABLED);
    expect(await change(of([{ ...one, value: "other" }]))).toMatchObject(ENABLED);
    expect(await change(of([{ ...one, isEnabled: false, value: "other" }]))).toMatchObject(ENABLED);
    expect((await change(of([one]))).status).toBe(204);
    expect((await change({ displayName: "Store" })).status).toBe(204);
    expect((await change(of([{ ...one, isEnabled: false }]))).status).toBe(204);
    expect((await change(of([{ ...one, isEnabled: false, value: "other" }]))).status).toBe(204);
    expect((await change(of([]))).status).toBe(204);
  });
});

describe("an identifier URI", () => {
  test.each([
    "https://nowhere.example/x",
    "api://shop",
    "https://contoso.example.org/x",
    "http://notcontoso.example",
  ])("in nobody's domain is refused, when an application is made as when it is changed: %s", async (uri) => {
    const { ask, change } = await open();
    const refused = {
      ...{ code: "HostNameNotOnVerifiedDomain" },
      message: `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
    };
    expect(await change({ identifierUris: [uri] })).toMatchObject({ status: 400, ...refused });
    const body = { displayName: "Other", identifierUris: [uri] };
    expect(await ask("POST", "/applications", { body })).toMatchObject({
      ...{ status: 400, body: { error: refused } },
    });
  });

  test.each([
    "https://contoso.example/x",
    "https://shop.Contoso.example:8443",
    "https://contoso.onmicrosoft.com/shop",
    "api://shop.contoso.onmicrosoft.com/x",
    "api://APP",
    "api://shop/APP",
    "api://TENANT/shop",
    "urn:shop",
  ])("in the directory's own domain, or with an id in it, is taken: %s", async (pattern) => {
    const { app, change, contoso } = await open();
    const uri = pattern.replace("APP", String(app.appId)).replace("TENANT", contoso.id);
    expect((await change({ identifierUris: [uri] })).status).toBe(204);
  });

  test("that is none is refused", async () => {
    const { change } = await open();
    expect(await change({ identifierUris: ["shop"] })).toMatchObject({
      message: "Invalid value specified for property 'identifierUris' of resource 'Application'.",
    });
  });
});

describe("a place to send users back to", () => {
  test.each(["web", "spa", "publicClient"])("has to be a URI: %s", async (kind) => {
    const { change } = await open();
    expect(await change({ [kind]: { redirectUris: ["notauri"] } })).toMatchObject({
      ...{ status: 400, code: "Request_BadRequest" },
      message: `Invalid value specified for property '${kind}' of resource 'Application'.`,
    });
    expect((await change({ [kind]: { redirectUris: ["https://contoso.example/back"] } })).status).toBe(204);
  });
});

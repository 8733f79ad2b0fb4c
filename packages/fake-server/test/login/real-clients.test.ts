import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
} from "@azure/identity";
import {
  ConfidentialClientApplication,
  type INetworkModule,
  InteractionRequiredAuthError,
  PublicClientApplication,
} from "@azure/msal-node";
import { createWorld, type World } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { CERTIFICATE, CERTIFICATE_KEY } from "./certificate.ts";
import { broughtBack, CHALLENGE, claimsOf, GRAPH, graph, REDIRECT, sent, VERIFIER } from "./sign-in.ts";

const SECRET = "a-secret-of-the-client";

/** Each cloud, by what a client is told of it. */
const CLOUDS = [
  ["public", "https://login.microsoftonline.com", GRAPH],
  ["usgov", "https://login.microsoftonline.us", "https://graph.microsoft.us"],
  ["china", "https://login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn"],
] as const;

/** The clients look at the machine's clock: the world's starts there. */
function furnish(cloud: string) {
  const world = createWorld({ seed: 15, clock: new VirtualClock(Date.now()) });
  const tenant = world.cloud(cloud).tenant("contoso").domain("contoso.example");
  tenant.user("ada@contoso.example");
  const { appId } = tenant.app("portal", {
    ...{ secret: SECRET, certificate: CERTIFICATE, redirectUris: [REDIRECT] },
  });
  return { world, tenant, appId };
}

/** What @azure/msal-node sends its requests with, if it is told so. */
function networkOf(fetch: (request: Request) => Promise<Response>): INetworkModule {
  const over = async (method: string, url: string, options?: { headers?: object; body?: string }) => {
    const headers = { ...options?.headers } as Record<string, string>;
    const init = { method, headers, ...(method === "POST" && { body: options?.body ?? "" }) };
    const response = await fetch(new Request(url, init));
    return {
      headers: Object.fromEntries(response.headers),
      body: await response.json(),
      status: response.status,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => over("GET", url, options) as never,
    sendPostRequestAsync: (url, options) => over("POST", url, options) as never,
  };
}

/** What @azure/identity sends its requests with, if it is told so. */
function httpClientOf({ fetch }: { readonly fetch: (request: Request) => Promise<Response> }) {
  return {
    async sendRequest(request: {
      url: string;
      method: string;
      headers: { toJSON(options?: object): Record<string, string> };
      body?: unknown;
    }) {
      const { url, method, headers, body } = request;
      const init = { method, headers: headers.toJSON(), ...(typeof body === "string" && { body }) };
      const response = await fetch(new Request(url, init));
      return {
        ...{ request, status: response.status },
        headers: Object.assign(response.headers, {
          toJSON: () => Object.fromEntries(response.headers),
        }),
        bodyAsText: await response.text(),
      };
    },
  } as never;
}

describe.each(CLOUDS)("in the cloud %s", (cloud, login, graphHost) => {
  const scopes = [`${graphHost}/.default`];
  const networked = (world: World) => ({ networkClient: networkOf((request) => world.fetch(request)) });
  const identified = (world: World) => ({
    authorityHost: login,
    httpClient: httpClientOf({ fetch: (request) => world.fetch(request) }),
  });

  test("@azure/msal-node gets an application's token by its secret, and opens Graph with it", async () => {
    const { world, tenant, appId } = furnish(cloud);
    const client = new ConfidentialClientApplication({
      auth: { clientId: appId, clientSecret: SECRET, authority: `${login}/${tenant.id}` },
      system: networked(world),
    });
    const result = await client.acquireTokenByClientCredential({ scopes });
    const users = await graph(world, result?.accessToken, "/v1.0/users", graphHost);
    expect([users.status, users.body.value]).toMatchObject([200, [{ mail: "ada@contoso.example" }]]);
    expect(result?.expiresOn?.getTime()).toBeGreaterThan(world.clock.now());
  });

  test("@azure/identity gets one by secret, by certificate and by an assertion", async () => {
    const { world, tenant, appId } = furnish(cloud);
    const options = identified(world);
    const credentials = [
      new ClientSecretCredential(tenant.id, appId, SECRET, options),
      new ClientCertificateCredential(
        tenant.id,
        appId,
        { certificate: CERTIFICATE + CERTIFICATE_KEY },
        options,
      ),
    ];
    for (const credential of credentials) {
      const { token } = await credential.getToken(scopes);
      expect((await graph(world, token, "/v1.0/users", graphHost)).status).toBe(200);
    }
    const wrong = new ClientAssertionCredential(tenant.id, appId, async () => "no.token", options);
    await expect(wrong.getToken(scopes)).rejects.toThrow(/AADSTS50027/);
  });

  test("@azure/msal-node signs a user in by code and PKCE, knows the account, and renews in silence", async () => {
    const { world, tenant, appId } = furnish(cloud);
    const client = new ConfidentialClientApplication({
      auth: { clientId: appId, clientSecret: SECRET, authority: `${login}/${tenant.id}` },
      system: networked(world),
    });
    const wanted = [`${graphHost}/User.Read`];
    const url = await client.getAuthCodeUrl({
      ...{ scopes: wanted, redirectUri: REDIRECT, loginHint: "ada@contoso.example", state: "s" },
      ...{ codeChallenge: CHALLENGE, codeChallengeMethod: "S256" },
    });
    const { code = "" } = broughtBack(await sent(world, url));
    const result = await client.acquireTokenByCode({
      ...{ scopes: wanted, redirectUri: REDIRECT, code, codeVerifier: VERIFIER },
    });
    expect(result.account).toMatchObject({ username: "ada@contoso.example", tenantId: tenant.id });
    const me = await graph(world, result.accessToken, "/v1.0/me", graphHost);
    expect(me.body.userPrincipalName).toBe("ada@contoso.example");
    const account = result.account as NonNullable<typeof result.account>;
    const renewed = await client.acquireTokenSilent({ scopes: wanted, account, forceRefresh: true });
    expect(renewed.accessToken).not.toBe(result.accessToken);
    expect((await graph(world, renewed.accessToken, "/v1.0/me", graphHost)).status).toBe(200);
  });

  test("@azure/msal-node tells a wrong secret, and that a person has to be asked, as it tells Entra's", async () => {
    const { world, tenant, appId } = furnish(cloud);
    const client = (clientSecret: string) =>
      new ConfidentialClientApplication({
        auth: { clientId: appId, clientSecret, authority: `${login}/${tenant.id}` },
        system: networked(world),
      });
    const failed = client("another-secret").acquireTokenByClientCredential({ scopes });
    await expect(failed).rejects.toMatchObject({ errorCode: "invalid_client", errorNo: 7000215 });
    const one = client(SECRET);
    const wanted = [`${graphHost}/User.Read`];
    const request = { scopes: wanted, redirectUri: REDIRECT };
    const url = await one.getAuthCodeUrl({ ...request, loginHint: "ada@contoso.example" });
    const { account } = await one.acquireTokenByCode({
      ...request,
      code: broughtBack(await sent(world, url)).code ?? "",
    });
    tenant.requireMfa();
    const silent = one.acquireTokenSilent({
      ...{ scopes: wanted, forceRefresh: true },
      account: account as NonNullable<typeof account>,
    });
    await expect(silent).rejects.toBeInstanceOf(InteractionRequiredAuthError);
  });
});

test("@azure/msal-node signs in to an application that keeps no secret", async () => {
  const { world, tenant } = furnish("public");
  const { appId } = tenant.app("desktop", { isPublicClient: true, redirectUris: ["http://localhost"] });
  const client = new PublicClientApplication({
    auth: { clientId: appId, authority: "https://login.microsoftonline.com/organizations" },
    system: { networkClient: networkOf((request) => world.fetch(request)) },
  });
  const request = { scopes: ["User.Read"], redirectUri: "http://localhost:51234" };
  const url = await client.getAuthCodeUrl({ ...request, loginHint: "ada@contoso.example" });
  const { code = "" } = broughtBack(await sent(world, url));
  const { accessToken } = await client.acquireTokenByCode({ ...request, code });
  expect(claimsOf(accessToken)).toMatchObject({ tid: tenant.id, appidacr: "0", scp: "User.Read" });
});

test("over the HTTP listener @azure/msal-node reaches the host that a proxy names, and Graph with the token", async () => {
  const { world, tenant, appId } = furnish("usgov");
  await using server = await listen(world);
  const throughServer = async (request: Request) => {
    const { host, pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set("x-forwarded-host", host);
    headers.set("x-forwarded-proto", "https");
    const { method } = request;
    const body = method === "POST" ? await request.text() : null;
    return fetch(`${server.origin}${pathname}${search}`, { method, headers, body });
  };
  const client = new ConfidentialClientApplication({
    auth: {
      ...{ clientId: appId, clientSecret: SECRET },
      authority: `https://login.microsoftonline.us/${tenant.id}`,
    },
    system: { networkClient: networkOf(throughServer) },
  });
  const result = await client.acquireTokenByClientCredential({
    scopes: ["https://graph.microsoft.us/.default"],
  });
  const headers = { authorization: `Bearer ${result?.accessToken}` };
  expect((await fetch(`${server.origin}/v1.0/users`, { headers })).status).toBe(200);
});

test("a login host on the own machine stands for the cloud of the tenant that is named", async () => {
  const { world, tenant, appId } = furnish("china");
  await using server = await listen(world);
  const document = await (
    await fetch(`${server.origin}/${tenant.id}/v2.0/.well-known/openid-configuration`)
  ).json();
  expect(document).toMatchObject({
    issuer: `https://login.partner.microsoftonline.cn/${tenant.id}/v2.0`,
    token_endpoint: `${server.origin}/${tenant.id}/oauth2/v2.0/token`,
    msgraph_host: "microsoftgraph.chinacloudapi.cn",
  });
  const response = await fetch(document.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      ...{ grant_type: "client_credentials", client_id: appId, client_secret: SECRET },
      scope: "https://microsoftgraph.chinacloudapi.cn/.default",
    }),
  });
  const { access_token } = await response.json();
  const headers = { authorization: `Bearer ${access_token}` };
  expect((await fetch(`${server.origin}/v1.0/users`, { headers })).status).toBe(200);
});

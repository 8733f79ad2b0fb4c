/** A way by which a client can get to a fake. */
export type Way = "preload" | "address" | "proxy";

/** A client that the doctor knows, and how it is put to the test. */
export interface Client {
  readonly name: string;
  /** What it has to be installed with, for it to be tried. */
  readonly needs: readonly string[];
  /** How the fake's own address has to begin. */
  readonly scheme: "http" | "https";
  /** By which of the client's options the fake's own address is given to it. */
  readonly option: string;
  /** A module that invites `guest` with the client, by what `around` says: see {@link SURROUNDINGS}. */
  readonly module: string;
}

/** What stands in front of every module: its surroundings, and what it needs who has a library for tokens alone. */
export const SURROUNDINGS = `
const around = JSON.parse(process.env.VESTIBULE_TRIAL);
const { graph, login, scope, tenantId, clientId, clientSecret, token, isElsewhere } = around;
const body = { invitedUserEmailAddress: around.guest, inviteRedirectUrl: "https://app.contoso.example/" };
async function inviteByFetch(bearer) {
  const headers = { authorization: "Bearer " + bearer, "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(graph + "/v1.0/invitations", init);
  if (!response.ok) throw new Error(response.status + " " + (await response.text()));
}
`;

const fetchAlone: Client = {
  ...{ name: "fetch", needs: [], scheme: "http", option: "the origin in the address" },
  module: "await inviteByFetch(token);",
};

const sdk: Client = {
  ...{ name: "@vestibule/sdk", needs: ["@vestibule/sdk"], scheme: "http" },
  option: "a cloud of defineCloud({ graph, login })",
  module: `
const { clouds, createB2BClient, defineCloud } = await import("@vestibule/sdk");
const { graphTransport } = await import("@vestibule/sdk/graph");
const own = () => defineCloud({ id: "fake", instance: "microsoftonline.com", graph, login, portal: login });
const transport = graphTransport({ cloud: isElsewhere ? own() : clouds.public });
await createB2BClient({ transport, credential: () => token }).invitations.create(body);
`,
};

const graphClient: Client = {
  ...{ name: "@microsoft/microsoft-graph-client", needs: ["@microsoft/microsoft-graph-client"] },
  ...{ scheme: "https", option: "baseUrl, and the host without its port in customHosts" },
  module: `
const { Client } = await import("@microsoft/microsoft-graph-client");
const customHosts = isElsewhere ? { customHosts: new Set([new URL(graph).hostname]) } : {};
const authProvider = { getAccessToken: async () => token };
const client = Client.initWithMiddleware({ baseUrl: graph + "/", authProvider, ...customHosts });
await client.api("/invitations").post(body);
`,
};

const graphSdk: Client = {
  name: "@microsoft/msgraph-sdk",
  needs: [
    "@microsoft/msgraph-sdk",
    "@microsoft/msgraph-sdk-invitations",
    "@microsoft/kiota-authentication-azure",
  ],
  ...{ scheme: "http", option: "adapter.baseUrl, and the host without its port among the allowed hosts" },
  module: `
const { createGraphServiceClient, GraphRequestAdapter } = await import("@microsoft/msgraph-sdk");
const { AzureIdentityAuthenticationProvider } = await import("@microsoft/kiota-authentication-azure");
await import("@microsoft/msgraph-sdk-invitations");
const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3600000 }) };
const hosts = new Set([new URL(graph).hostname]);
const provider = new AzureIdentityAuthenticationProvider(credential, [scope], undefined, hosts);
const adapter = new GraphRequestAdapter(provider);
adapter.baseUrl = graph + "/v1.0";
await createGraphServiceClient(adapter).invitations.post(body);
`,
};

const identity: Client = {
  ...{ name: "@azure/identity", needs: ["@azure/identity"], scheme: "https" },
  option: "authorityHost, and disableInstanceDiscovery",
  module: `
const { ClientSecretCredential } = await import("@azure/identity");
const options = { authorityHost: login, ...(isElsewhere && { disableInstanceDiscovery: true }) };
const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, options);
await inviteByFetch((await credential.getToken(scope)).token);
`,
};

const msal: Client = {
  ...{ name: "@azure/msal-node", needs: ["@azure/msal-node"], scheme: "https" },
  option: "authority, and the host with its port in knownAuthorities",
  module: `
const { ConfidentialClientApplication } = await import("@azure/msal-node");
const known = isElsewhere ? { knownAuthorities: [new URL(login).host] } : {};
const auth = { clientId, clientSecret, authority: login + "/" + tenantId, ...known };
const result = await new ConfidentialClientApplication({ auth }).acquireTokenByClientCredential({ scopes: [scope] });
await inviteByFetch(result.accessToken);
`,
};

export const CLIENTS: readonly Client[] = [graphClient, graphSdk, identity, msal, sdk, fetchAlone];

import { ClientSecretCredential } from "@azure/identity";
import { AzureIdentityAuthenticationProvider } from "@microsoft/kiota-authentication-azure";
import { createGraphServiceClient, GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import "@microsoft/msgraph-sdk-invitations";
import "@microsoft/msgraph-sdk-users";
import { FILTER, GUESTS, inEveryCloud, PAGE, REDIRECT, SELECT } from "../surroundings.ts";

await inEveryCloud(async (around) => {
  const { graph, login, scope, tenantId, clientId, clientSecret, token, isElsewhere } = around;
  // What asks for tokens refuses plain http; the client itself does not, on the own machine.
  const credential = login.startsWith("http:")
    ? { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) }
    : new ClientSecretCredential(tenantId, clientId, clientSecret, {
        authorityHost: login,
        ...(isElsewhere && { disableInstanceDiscovery: true }),
      });
  const hosts = new Set([new URL(graph).hostname]);
  const provider = new AzureIdentityAuthenticationProvider(credential, [scope], undefined, hosts);
  const adapter = new GraphRequestAdapter(provider);
  adapter.baseUrl = `${graph}/v1.0`;
  const client = createGraphServiceClient(adapter);
  const invited: string[] = [];
  for (const invitedUserEmailAddress of GUESTS) {
    const invitation = await client.invitations.post({
      invitedUserEmailAddress,
      inviteRedirectUrl: REDIRECT,
    });
    invited.push(invitation?.invitedUser?.id ?? "");
  }
  const queryParameters = { filter: FILTER, top: PAGE, select: SELECT };
  const pages: string[][] = [];
  let page = await client.users.get({ queryParameters });
  for (;;) {
    pages.push((page?.value ?? []).map(({ mail }) => mail ?? ""));
    const link = page?.odataNextLink;
    if (!link) return { invited, pages };
    page = await client.users.withUrl(link).get();
  }
});

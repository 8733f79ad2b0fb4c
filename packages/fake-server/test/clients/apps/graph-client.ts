import { ClientSecretCredential } from "@azure/identity";
import { Client } from "@microsoft/microsoft-graph-client";
import { FILTER, GUESTS, inEveryCloud, PAGE, REDIRECT, SELECT } from "../surroundings.ts";

await inEveryCloud(async ({ graph, login, scope, tenantId, clientId, clientSecret, isElsewhere }) => {
  const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost: login,
    ...(isElsewhere && { disableInstanceDiscovery: true }),
  });
  const client = Client.initWithMiddleware({
    baseUrl: `${graph}/`,
    authProvider: { getAccessToken: async () => (await credential.getToken(scope)).token },
    ...(isElsewhere && { customHosts: new Set([new URL(graph).hostname]) }),
  });
  const invited: string[] = [];
  for (const invitedUserEmailAddress of GUESTS) {
    const body = { invitedUserEmailAddress, inviteRedirectUrl: REDIRECT };
    invited.push((await client.api("/invitations").post(body)).invitedUser.id);
  }
  const pages: string[][] = [];
  let page = await client.api("/users").filter(FILTER).select(SELECT).top(PAGE).get();
  for (;;) {
    pages.push(page.value.map(({ mail }: { readonly mail: string }) => mail));
    const link: string | undefined = page["@odata.nextLink"];
    if (link === undefined) return { invited, pages };
    page = await client.api(link).get();
  }
});

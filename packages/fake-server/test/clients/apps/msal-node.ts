import { ConfidentialClientApplication } from "@azure/msal-node";
import { byHand } from "../by-hand.ts";
import { inEveryCloud } from "../surroundings.ts";

await inEveryCloud((around) => {
  const { tenantId, clientId, clientSecret, login, scope, isElsewhere } = around;
  const client = new ConfidentialClientApplication({
    auth: {
      ...{ clientId, clientSecret, authority: `${login}/${tenantId}` },
      ...(isElsewhere && { knownAuthorities: [new URL(login).host] }),
    },
  });
  return byHand(around, async () => {
    const result = await client.acquireTokenByClientCredential({ scopes: [scope] });
    return result?.accessToken ?? "";
  });
});

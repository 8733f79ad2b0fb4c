import { ClientSecretCredential } from "@azure/identity";
import { byHand } from "../by-hand.ts";
import { inEveryCloud } from "../surroundings.ts";

await inEveryCloud((around) => {
  const { tenantId, clientId, clientSecret, login, scope, isElsewhere } = around;
  const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost: login,
    ...(isElsewhere && { disableInstanceDiscovery: true }),
  });
  return byHand(around, async () => (await credential.getToken(scope)).token);
});

// An application that knows nothing of a fake: it gets its token at the login host of its cloud, and speaks to Graph, by fetch
// over https. The first import sends it to the fake that listens in the same process. Without it, in a process of its own, the
// application is started with `node --import @vestibule/fake-server/register`, and VESTIBULE_FAKE names the fake.
import "@vestibule/fake-server/register";
import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";

const world = createWorld({ seed: 8 });
const contoso = world.cloud("usgov").tenant("contoso");
const clientSecret = "a-secret-for-this-example";
const { appId } = contoso.app("portal", { secret: clientSecret, permissions: ["User.Invite.All"] });
await using _server = await listen(world);

console.log("The application");
await application(contoso.id, appId);

console.log("\nAn application that forgets its token");
const refused = await fetch("https://graph.microsoft.us/v1.0/users");
console.log(`  ${refused.status}: ${(await refused.json()).error.message.split(" (by")[0]}`);

console.log("\nOne that asks another host of Microsoft's");
const { cause } = await fetch("https://management.usgovcloudapi.net/").catch((error) => error);
console.log(`  ${cause.code}: ${cause.message.split(". ")[0]}`);

async function application(tenantId: string, clientId: string): Promise<void> {
  const login = `https://login.microsoftonline.us/${tenantId}/oauth2/v2.0/token`;
  const form = {
    grant_type: "client_credentials",
    ...{ client_id: clientId, client_secret: clientSecret },
    scope: "https://graph.microsoft.us/.default",
  };
  const granted = await fetch(login, { method: "POST", body: new URLSearchParams(form) });
  const { access_token } = await granted.json();
  const response = await fetch("https://graph.microsoft.us/v1.0/invitations", {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
    body: JSON.stringify({
      invitedUserEmailAddress: "ada@fabrikam.example",
      inviteRedirectUrl: "https://portal.contoso.example",
    }),
  });
  const { status, invitedUserEmailAddress } = await response.json();
  console.log(`  ${response.status}: ${invitedUserEmailAddress} is ${status}`);
}

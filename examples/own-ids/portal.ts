// An application as it runs in production, with its ids and its secret in its own settings. It knows of no fake.
const settings = {
  tenantId: process.env.PORTAL_TENANT_ID ?? "6babcaad-604b-40ac-a9d7-9fd97c0b779f",
  clientId: process.env.PORTAL_CLIENT_ID ?? "11111111-2222-3333-4444-555555555555",
  clientSecret: "the-secret-in-the-portal's-own-settings",
};

const granted = await fetch(`https://login.microsoftonline.com/${settings.tenantId}/oauth2/v2.0/token`, {
  method: "POST",
  body: new URLSearchParams({
    ...{ client_id: settings.clientId, client_secret: settings.clientSecret },
    ...{ grant_type: "client_credentials", scope: "https://graph.microsoft.com/.default" },
  }),
});
const { access_token, error_description: refusal = "" } = await granted.json();
if (!granted.ok) {
  console.log(`  no token: ${refusal.split(" Trace ID")[0]}`);
  process.exit(1);
}
const response = await fetch("https://graph.microsoft.com/v1.0/invitations", {
  method: "POST",
  headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
  body: JSON.stringify({
    invitedUserEmailAddress: "ada@fabrikam.example",
    inviteRedirectUrl: "https://portal.contoso.example",
  }),
});
const { invitedUserEmailAddress, status } = await response.json();
console.log(`  ${invitedUserEmailAddress} is ${status}`);

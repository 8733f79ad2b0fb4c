// An application that gets its tokens as it does in production: from the login host of its cloud, by a secret, and for a
// user by an authorization code with PKCE. Here the login host is the fake's, and so is Graph.
import { createHash } from "node:crypto";
import { createWorld } from "@vestibule/fake-server";

const login = "https://login.microsoftonline.us";
const graph = "https://graph.microsoft.us";
const redirectUri = "https://portal.contoso.example/signed-in";
const secret = "a-secret-for-this-example";

const world = createWorld({ seed: 21 });
const contoso = world.cloud("usgov").tenant("contoso").domain("contoso.example");
contoso.user("ada@contoso.example", { displayName: "Ada" });
const { appId } = contoso.app("portal", {
  secret,
  redirectUris: [redirectUri],
  permissions: ["User.Read.All"],
  scopes: ["User.Read"],
});

console.log("The application on its own");
const own = await token({ grant_type: "client_credentials", scope: `${graph}/.default` });
console.log(`  its token carries: ${claimsIn(own.access_token).roles}`);
console.log(`  it reads the users: ${await statusOf("/v1.0/users", own.access_token)}`);
console.log(`  it reads the groups: ${await statusOf("/v1.0/groups", own.access_token)}`);

console.log("\nAda signs in to it");
const verifier = "an-example-of-a-verifier-that-is-long-enough";
const request = {
  client_id: appId,
  response_type: "code",
  redirect_uri: redirectUri,
  scope: "openid profile offline_access User.Read",
  code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  code_challenge_method: "S256",
  login_hint: "ada@contoso.example",
};
const signIn = async () => {
  const address = `${login}/${contoso.id}/oauth2/v2.0/authorize?${new URLSearchParams(request)}`;
  const back = new URL((await world.fetch(new Request(address))).headers.get("location") ?? "");
  const code = back.searchParams.get("code") ?? "";
  return token({
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
};
const hers = await signIn();
console.log(`  the application is told of ${claimsIn(hers.id_token).name}, and lent: ${hers.scope}`);
console.log(`  she reads herself: ${await statusOf("/v1.0/me", hers.access_token)}`);

console.log("\nThe tenant asks for a second factor from now on");
contoso.requireMfa();
const renew = (refresh: string) => token({ grant_type: "refresh_token", refresh_token: refresh });
const refused = await renew(hers.refresh_token);
console.log(`  a renewal in silence: ${refused.error}, AADSTS${refused.error_codes}`);
const again = await signIn();
console.log(`  she signs in again, by: ${claimsIn(again.access_token).amr}`);
console.log(`  a renewal of that: ${(await renew(again.refresh_token)).token_type}`);

console.log("\nAn hour later");
await world.clock.sleep(3_600_000);
console.log(`  the application's first token: ${await statusOf("/v1.0/users", own.access_token)}`);

async function token(fields: Record<string, string>) {
  const body = new URLSearchParams({ client_id: appId, client_secret: secret, ...fields });
  const address = `${login}/${contoso.id}/oauth2/v2.0/token`;
  return (await world.fetch(new Request(address, { method: "POST", body }))).json();
}

async function statusOf(path: string, accessToken: string): Promise<string> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const response = await world.fetch(new Request(`${graph}${path}`, { headers }));
  const { error } = await response.json();
  return error ? `${response.status}, ${error.message}` : String(response.status);
}

/** A client does not check what is for somebody else to check; it may look. */
function claimsIn(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
}

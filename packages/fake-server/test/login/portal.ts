import { type AppProperties, createWorld } from "@vestibule/fake-server";
import { authorized, broughtBack, type Fields, REDIRECT, token, VERIFIER } from "./sign-in.ts";

export const SECRET = "a-secret-of-the-portal";

/** A tenant with a user, and an application to sign in to. */
export function furnish(properties: AppProperties = {}) {
  const world = createWorld({ seed: 12 });
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
  const ada = contoso.user("ada@contoso.example", { givenName: "Ada", displayName: "Ada L." });
  const app = contoso.app("portal", { secret: SECRET, redirectUris: [REDIRECT], ...properties });
  const send = (changes: Fields = {}) =>
    authorized(world, contoso.id, {
      ...{ client_id: app.appId, login_hint: "ada@contoso.example", state: "s-1", nonce: "n-1" },
      ...changes,
    });
  const redeem = (code: string, changes: Fields = {}) =>
    token(world, contoso.id, {
      ...{ grant_type: "authorization_code", client_id: app.appId, client_secret: SECRET, code },
      ...{ redirect_uri: REDIRECT, code_verifier: VERIFIER },
      ...changes,
    });
  const refresh = (refreshToken: unknown, changes: Fields = {}) =>
    token(world, contoso.id, {
      ...{ grant_type: "refresh_token", client_id: app.appId, client_secret: SECRET },
      refresh_token: String(refreshToken),
      ...changes,
    });
  const signIn = async (changes: Fields = {}) => redeem(broughtBack(await send(changes)).code ?? "");
  return { world, contoso, ada, app, send, redeem, refresh, signIn };
}

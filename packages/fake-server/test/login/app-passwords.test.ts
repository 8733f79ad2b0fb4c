import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Fields, GRAPH, graph, sent, token } from "./sign-in.ts";

const TWO_YEARS_MS = 730 * 86_400_000;

/** An application that was registered through Graph, with its service principal. */
async function register() {
  const world = createWorld({ seed: 17 });
  const contoso = world.cloud("public").tenant("contoso");
  const ask = async (path: string, body?: object, method = "POST") => {
    const { token: bearer } = await contoso.credential({ as: contoso.app("admin") }).getToken();
    return sent(world, `${GRAPH}/v1.0${path}`, {
      ...{ method, ...(body && { body: JSON.stringify(body) }) },
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
    });
  };
  const { body } = await ask("/applications", { displayName: "night run" });
  const appId = String(body.appId);
  await ask("/servicePrincipals", { appId });
  const path = `/applications/${body.id}`;
  const signIn = (secret: unknown, changes: Fields = {}) =>
    token(world, contoso.id, {
      ...{ grant_type: "client_credentials", client_id: appId, client_secret: String(secret) },
      ...{ scope: `${GRAPH}/.default`, ...changes },
    });
  return { world, contoso, ask, path, signIn };
}

describe("a secret that is added to an application through Graph", () => {
  test("is shown once, signs the application in, and is good for two years", async () => {
    const { world, ask, path, signIn } = await register();
    const displayName = "for the night run";
    const added = await ask(`${path}/addPassword`, { passwordCredential: { displayName } });
    const { secretText, ...shown } = added.body;
    expect(added.status).toBe(200);
    expect(shown).toMatchObject({ displayName, hint: String(secretText).slice(0, 3) });
    const { status, body } = await signIn(secretText);
    expect(status).toBe(200);
    // It has not been given any permission yet.
    expect((await graph(world, body.access_token)).status).toBe(403);
    const later = await ask(path, undefined, "GET");
    expect(later.body.passwordCredentials).toMatchObject([{ keyId: shown.keyId, secretText: null }]);
    expect(later.text).not.toContain(String(secretText));
    await world.clock.sleep(TWO_YEARS_MS - 1_000);
    expect((await signIn(secretText)).status).toBe(200);
    await world.clock.sleep(1_000);
    expect((await signIn(secretText)).body.error_codes).toEqual([7000222]);
  });

  test("is as good as any other, and gone once it is removed", async () => {
    const { ask, path, signIn } = await register();
    const one = (await ask(`${path}/addPassword`)).body;
    const other = (await ask(`${path}/addPassword`)).body;
    expect(one.secretText).not.toBe(other.secretText);
    const removed = await ask(`${path}/removePassword`, { keyId: one.keyId });
    expect(removed.status).toBe(204);
    expect((await signIn(one.secretText)).body.error_codes).toEqual([7000215]);
    expect((await signIn(other.secretText)).status).toBe(200);
    expect((await ask(`${path}/removePassword`, { keyId: one.keyId })).status).toBe(400);
  });

  test("is good from its start on, until its end", async () => {
    const { world, ask, path, signIn } = await register();
    const dates = { startDateTime: "2026-01-02T01:00:00+01:00", endDateTime: "2026-01-03T00:00:00.5Z" };
    const { body } = await ask(`${path}/addPassword`, { passwordCredential: dates });
    expect(body).toMatchObject({
      startDateTime: "2026-01-02T00:00:00Z",
      endDateTime: "2026-01-03T00:00:00Z",
    });
    expect((await signIn(body.secretText)).body.error_codes).toEqual([7000222]);
    await world.clock.sleep(86_400_000);
    expect((await signIn(body.secretText)).status).toBe(200);
    await world.clock.sleep(86_400_000);
    expect((await signIn(body.secretText)).body.error_codes).toEqual([7000222]);
  });

  test.each([
    ["an end before its start", { passwordCredential: { endDateTime: "2020-01-01T00:00:00Z" } }],
    ["no date for a date", { passwordCredential: { endDateTime: "soon" } }],
    ["a list for itself", { passwordCredential: [] }],
    ["a property that secrets do not have", { passwordCredential: { length: 99 } }],
  ])("is refused with %s, and nothing is added", async (_, body) => {
    const { ask, path } = await register();
    expect((await ask(`${path}/addPassword`, body)).status).toBe(400);
    expect((await ask(path, undefined, "GET")).body.passwordCredentials).toEqual([]);
  });

  test("is taken back with the time in which it was added", async () => {
    const { world, ask, path, signIn } = await register();
    const mark = world.mark();
    const { secretText } = (await ask(`${path}/addPassword`)).body;
    expect((await signIn(secretText)).status).toBe(200);
    world.rewind(mark);
    expect((await signIn(secretText)).body.error_codes).toEqual([7000215]);
  });
});

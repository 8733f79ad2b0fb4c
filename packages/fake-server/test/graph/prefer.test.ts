import { createWorld } from "@vestibule/fake-server";
import { callContext, type Method } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";

/** Asks with a preference, as whoever may do everything. */
function open() {
  const contoso = createWorld({ seed: 9 }).cloud("public").tenant("contoso");
  const { send } = contoso.transport({ as: contoso.app("caller") });
  const ask = (method: Method, path: string, body: object, prefer: string) =>
    send({
      operation: { id: "test", effect: "idempotent" },
      ...{ method, version: "v1.0", target: { path }, body, headers: { prefer }, context: callContext() },
    });
  return { contoso, ask };
}

const PREFERENCES = [
  "return=representation",
  "return=minimal",
  'return=representation, odata.include-annotations="*"',
  "respond-async, wait=5",
  "?;==",
];

/**
 * What the service documents of writes to the directory is 204 without a body for changes, and the object for what is
 * made; that a preference alters neither was reported of it.
 *
 * @see https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/1682
 */
describe("a preference for what a write returns", () => {
  test.each(PREFERENCES)("leaves a change without a body: %s", async (prefer) => {
    const { contoso, ask } = open();
    const { id } = contoso.user("mia");
    const { status, body, headers } = await ask("PATCH", `/users/${id}`, { jobTitle: "Host" }, prefer);
    expect([status, body, headers.get("preference-applied")]).toEqual([204, undefined, null]);
    const { body: after } = await ask("GET", `/users/${id}`, {}, prefer);
    expect(after).toMatchObject({ jobTitle: "Host" });
  });

  test.each(PREFERENCES)("lets whoever makes something learn its id: %s", async (prefer) => {
    const { ask } = open();
    const group = { displayName: "team", mailNickname: "team", mailEnabled: false, securityEnabled: true };
    const { status, body, headers } = await ask("POST", "/groups", group, prefer);
    expect([status, headers.get("preference-applied")]).toEqual([201, null]);
    expect(body).toMatchObject({ id: expect.any(String), displayName: "team" });
  });
});

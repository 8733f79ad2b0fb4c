import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking } from "../rights/ask.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const itemsOf = ({ body }: Answer) => (body as { value: Record<string, unknown>[] }).value;
const referenceTo = (id: string) => ({
  body: { "@odata.id": `https://graph.microsoft.com/v1.0/users/${id}` },
});

function open() {
  const contoso = createWorld().cloud("public").tenant("contoso");
  const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
  return { contoso, mia, noa, ask: asking(contoso, { as: contoso.app("admin") }) };
}

describe("a manager", () => {
  test("is put by reference, read as a user, and taken away", async () => {
    const { ask, mia, noa, contoso } = open();
    const path = `/users/${mia.id}/manager`;
    const none = {
      status: 404,
      code: "Request_ResourceNotFound",
      message: expect.stringContaining("'manager'"),
    };
    expect(await ask("GET", path)).toMatchObject(none);
    expect((await ask("PUT", `${path}/$ref`, referenceTo(noa.id))).status).toBe(204);
    const shown = { "@odata.type": "#microsoft.graph.user", id: noa.id, displayName: "noa", jobTitle: null };
    expect(await ask("GET", path)).toMatchObject({ status: 200, body: shown });
    expect((await asking(contoso, { as: mia })("GET", "/me/manager")).body).toMatchObject(shown);
    expect(itemsOf(await ask("GET", `/users/${noa.id}/directReports`))).toMatchObject([{ id: mia.id }]);
    expect((await ask("DELETE", `${path}/$ref`)).status).toBe(204);
    expect(await ask("DELETE", `${path}/$ref`)).toMatchObject(none);
    expect(itemsOf(await ask("GET", `/users/${noa.id}/directReports`))).toEqual([]);
  });

  test("takes the place of the one before, and goes when the user goes", async () => {
    const { ask, mia, noa, contoso } = open();
    const lea = contoso.user("lea");
    const path = `/users/${mia.id}/manager`;
    await ask("PUT", `${path}/$ref`, referenceTo(noa.id));
    await ask("PUT", `${path}/$ref`, referenceTo(lea.id));
    expect((await ask("GET", path)).body).toMatchObject({ id: lea.id });
    expect(itemsOf(await ask("GET", `/users/${noa.id}/directReports`))).toEqual([]);
    await ask("DELETE", `/users/${lea.id}`);
    expect((await ask("GET", path)).status).toBe(404);
  });

  test("has to be another user who is there", async () => {
    const { ask, mia, noa, contoso } = open();
    const path = `/users/${mia.id}/manager`;
    await ask("PUT", `${path}/$ref`, referenceTo(noa.id));
    const refused = [
      [referenceTo(NOBODY), 404],
      [referenceTo(mia.id), 400],
      [referenceTo(contoso.group("readers").id), 404],
      [{ body: { "@odata.id": "noa" } }, 400],
      [{ body: { "@odata.id": 7 } }, 400],
      [{}, 400],
    ] as const;
    for (const [question, status] of refused) {
      expect((await ask("PUT", `${path}/$ref`, question)).status).toBe(status);
    }
    expect((await ask("PUT", `/users/${NOBODY}/manager/$ref`, referenceTo(noa.id))).status).toBe(404);
    expect((await ask("GET", path)).body).toMatchObject({ id: noa.id });
  });
});

describe("the sessions of a user", () => {
  test("are revoked from now on", async () => {
    const { ask, mia } = open();
    const path = `/users/${mia.id}`;
    const query = { $select: "signInSessionsValidFromDateTime" };
    expect((await ask("GET", path, { query })).body).toMatchObject({ signInSessionsValidFromDateTime: null });
    expect(await ask("POST", `${path}/revokeSignInSessions`)).toMatchObject({
      status: 200,
      body: { "@odata.context": expect.stringMatching(/#Edm.Boolean$/), value: true },
    });
    expect((await ask("GET", path, { query })).body).toMatchObject({
      signInSessionsValidFromDateTime: "2026-01-01T00:00:00Z",
    });
    expect((await ask("POST", `/users/${NOBODY}/revokeSignInSessions`)).status).toBe(404);
  });

  test("are one's own to revoke, and an administrator's", async () => {
    const { contoso, mia, noa } = open();
    const me = asking(contoso, { as: mia });
    expect((await me("POST", "/me/revokeSignInSessions")).status).toBe(200);
    expect((await me("POST", `/users/${noa.id}/revokeSignInSessions`)).status).toBe(403);
    const helpdesk = asking(contoso, { as: contoso.user("lea", { roles: ["Helpdesk Administrator"] }) });
    expect((await helpdesk("POST", `/users/${noa.id}/revokeSignInSessions`)).status).toBe(200);
    const app = asking(contoso, { as: contoso.app("reader", { permissions: ["User.Read.All"] }) });
    expect((await app("POST", `/users/${noa.id}/revokeSignInSessions`)).status).toBe(403);
  });
});

describe("a user", () => {
  test("shows every property that is selected, null or empty where nothing was written", async () => {
    const { ask, mia } = open();
    const path = `/users/${mia.id}`;
    const $select = "city,employeeId,assignedLicenses,imAddresses,interests,birthday,showInAddressList";
    expect((await ask("GET", path, { query: { $select } })).body).toEqual({
      "@odata.context": expect.stringContaining(`#users(${$select})/$entity`),
      ...{ city: null, employeeId: null, assignedLicenses: [], imAddresses: [], interests: [] },
      ...{ birthday: "0001-01-01T00:00:00Z", showInAddressList: null },
    });
    const body = { city: "Bern", employeeId: "7", showInAddressList: false };
    expect((await ask("PATCH", path, { body })).status).toBe(204);
    expect((await ask("GET", path, { query: { $select } })).body).toMatchObject(body);
    const query = { $filter: "city eq 'bern'", $select: "city" };
    expect(itemsOf(await ask("GET", "/users", { query }))).toEqual([{ city: "Bern" }]);
  });

  test("is listed without what is read of one user alone", async () => {
    const { ask } = open();
    expect(await ask("GET", "/users", { query: { $select: "id,aboutMe" } })).toMatchObject({
      status: 501,
      code: "NotImplemented",
      message: "This operation target is not yet supported.",
    });
  });

  test("gets another password, which is judged and shown to nobody", async () => {
    const { ask, mia } = open();
    const path = `/users/${mia.id}`;
    const give = (passwordProfile: unknown) =>
      ask("PATCH", path, { body: { passwordProfile, city: "Bern" } });
    for (const bad of [{ password: "weak" }, { password: 7 }, { word: "x" }, [], "Str0ng-enough"]) {
      expect((await give(bad)).status).toBe(400);
    }
    const query = { $select: "city,passwordProfile,lastPasswordChangeDateTime" };
    expect((await ask("GET", path, { query })).body).toMatchObject({
      city: null,
      lastPasswordChangeDateTime: null,
    });
    expect((await give({ password: "Str0ng-enough", forceChangePasswordNextSignIn: false })).status).toBe(
      204,
    );
    expect((await ask("GET", path, { query })).body).toMatchObject({
      ...{ city: "Bern", passwordProfile: null, lastPasswordChangeDateTime: "2026-01-01T00:00:00Z" },
    });
  });

  test("changes itself as me; an application on its own is nobody", async () => {
    const { ask, contoso, mia } = open();
    const body = { mobilePhone: "+41 79 1" };
    expect((await asking(contoso, { as: mia })("PATCH", "/me", { body })).status).toBe(204);
    expect((await ask("GET", `/users/${mia.id}`)).body).toMatchObject(body);
    for (const path of ["/me/manager", "/me/directReports"])
      expect((await ask("GET", path)).status).toBe(400);
    expect((await ask("PATCH", "/me", { body })).status).toBe(400);
    expect((await ask("POST", "/me/revokeSignInSessions")).status).toBe(400);
  });
});

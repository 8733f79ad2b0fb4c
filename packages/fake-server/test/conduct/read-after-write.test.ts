import type { WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { openCallers } from "./calls.ts";

const bodyOf = <T>(response: WireResponse | undefined) => response?.body as T;
const guestIn = (response: WireResponse | undefined) =>
  bodyOf<{ invitedUser: { id: string } }>(response).invitedUser.id;

describe("an application that reads what it has just made", () => {
  test("took a 404 for the answer, where it never asked again", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing", times: 2 });
    await ask("GET", `/users/${id}`);
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([["read-after-write", 1, 2]]);
    expect(contoso.conduct.remarks[0]).toMatchObject({ at: expect.any(Number), caller: "app/crm" });
  });

  test("did well to ask again until it was there", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing", times: 1 });
    await ask("GET", `/users/${id}`);
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });

  test.each(["connection-refused", "unavailable", "throttled"] as const)(
    "did not take it for the answer where it asked again, whatever came of that: %s",
    async (effect) => {
      const { contoso, ask, invite, noted } = openCallers();
      const id = guestIn(await invite("ada@fabrikam.example", false));
      contoso.faults.add({ effect: "object-missing", times: 1 });
      await ask("GET", `/users/${id}`);
      contoso.faults.add({ effect });
      await ask("GET", `/users/${id}`);
      expect(noted()).toEqual([]);
    },
  );

  test("may take a 404 for the answer that names another object than its own", async () => {
    const { ask, invite, contoso, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    const group = contoso.group("partners");
    contoso.faults.add({ effect: "object-missing" });
    await ask("POST", `/groups/${group.id}/members/$ref`, {
      body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
    });
    expect(noted()).toEqual([]);
  });

  test.each(["reset-after-commit", "unavailable-after-commit"] as const)(
    "may take a 404 for the answer of what it has deleted, even where the deletion got no answer: %s",
    async (effect) => {
      const { contoso, ask, invite, noted } = openCallers();
      const id = guestIn(await invite("ada@fabrikam.example", false));
      contoso.faults.add({ effect, times: 1 });
      await ask("DELETE", `/users/${id}`);
      await ask("GET", `/users/${id}`);
      expect(noted()).toEqual([]);
    },
  );

  test("knows that it is there once any of its requests has shown it", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing", times: 1 });
    await ask("PATCH", `/users/${id}`, { body: { displayName: "Ada" } });
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });

  test("may take a 404 for the answer of what somebody else has made", async () => {
    const { ask, noted } = openCallers();
    await ask("GET", "/users/00000000-0000-4000-8000-000000000000");
    expect(noted()).toEqual([]);
  });

  test("may take a 404 for the answer of what somebody else has deleted meanwhile", async () => {
    const { world, contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    const { token } = await contoso.credential({ as: contoso.app("housekeeping") }).getToken();
    const headers = { authorization: `Bearer ${token}` };
    await world.fetch(
      new Request(`https://graph.microsoft.com/v1.0/users/${id}`, { method: "DELETE", headers }),
    );
    expect((await ask("GET", `/users/${id}`))?.status).toBe(404);
    expect(noted()).toEqual([]);
  });

  test("is held to what it read before somebody else deleted it", async () => {
    const { world, contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing", times: 1 });
    await ask("GET", `/users/${id}`);
    await world.clock.sleep(1_000);
    const { token } = await contoso.credential({ as: contoso.app("housekeeping") }).getToken();
    const headers = { authorization: `Bearer ${token}` };
    await world.fetch(
      new Request(`https://graph.microsoft.com/v1.0/users/${id}`, { method: "DELETE", headers }),
    );
    expect(noted()).toEqual([["read-after-write", 1]]);
  });

  test("may take it for the answer once no instance can lag any more", async () => {
    const { world, contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    await world.clock.sleep(120_000);
    contoso.faults.add({ effect: "object-missing" });
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });

  test("is held to that because it has no session; a user has one", async () => {
    const { contoso, ask, invite, noted } = openCallers({}, "user");
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing" });
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { openDelta } from "./delta-calls.ts";
import { idsOf } from "./raw-calls.ts";

describe("changes of users", () => {
  test.each(["delta", "delta()", "microsoft.graph.delta", "microsoft.graph.delta()"])(
    "start with everybody, and go on with what has changed: /users/%s",
    async (spelling) => {
      const { round, get, user, change } = openDelta();
      const ada = await user("ada");
      const bo = await user("bo");
      const first = await round(`users/${spelling}`);
      expect(first.values.map(({ id }) => id)).toEqual([ada.id, bo.id]);
      expect((await round(first.deltaLink)).values).toEqual([]);

      await change("PATCH", `/users/${bo.id}`, { body: { jobTitle: "Guitarist" } });
      const cy = await user("cy");
      const second = await round(first.deltaLink);
      expect(second.values).toMatchObject([{ id: bo.id, jobTitle: "Guitarist" }, { id: cy.id }]);
      expect((await get(second.deltaLink)).body).toMatchObject({ value: [] });
      // Whoever asks again is told again.
      expect((await round(first.deltaLink)).values).toEqual(second.values);
    },
  );

  test("leave out what was never set, and say what was and is no more", async () => {
    const { round, user, change } = openDelta();
    const ada = await user("ada", { jobTitle: "Countess", city: "London" });
    const address = "users/delta?$select=displayName,jobTitle,mobilePhone";
    const first = await round(address);
    expect(first.values).toEqual([{ displayName: "ada", jobTitle: "Countess", id: ada.id }]);
    await change("PATCH", `/users/${ada.id}`, { body: { jobTitle: null } });
    expect((await round(first.deltaLink)).values).toEqual([
      { displayName: "ada", jobTitle: null, id: ada.id },
    ]);
    expect((await round(first.deltaLink, "return=minimal")).values).toEqual([{ id: ada.id, jobTitle: null }]);
  });

  test("are told of what is selected alone", async () => {
    const { round, user, change } = openDelta();
    const ada = await user("ada");
    const { deltaLink } = await round("users/delta?$select=jobTitle");
    await change("PATCH", `/users/${ada.id}`, { body: { city: "London" } });
    expect((await round(deltaLink)).values).toEqual([]);
    await change("PATCH", `/users/${ada.id}`, { body: { jobTitle: "Countess" } });
    expect((await round(deltaLink)).values).toEqual([{ id: ada.id, jobTitle: "Countess" }]);
  });

  test("tell a user who can be restored from one who is gone, and from one who is back", async () => {
    const { round, user, change } = openDelta();
    const [ada, bo, cy] = [await user("ada"), await user("bo"), await user("cy")];
    const { deltaLink } = await round("users/delta?$select=displayName");
    for (const { id } of [ada, bo, cy]) await change("DELETE", `/users/${id}`);
    await change("DELETE", `/directory/deletedItems/${bo.id}`);
    await change("POST", `/directory/deletedItems/${cy.id}/restore`);
    const second = await round(deltaLink);
    expect(second.values).toEqual([
      { id: ada.id, "@removed": { reason: "changed" } },
      { id: bo.id, "@removed": { reason: "deleted" } },
      { displayName: "cy", id: cy.id },
    ]);
    await change("DELETE", `/directory/deletedItems/${ada.id}`);
    expect((await round(second.deltaLink)).values).toEqual([
      { id: ada.id, "@removed": { reason: "deleted" } },
    ]);
  });

  test("say once that somebody is gone for good whose thirty days have passed, though nobody has done it", async () => {
    const { round, user, change, world } = openDelta();
    const [ada, bo] = [await user("ada"), await user("bo")];
    const day = 86_400_000;
    let { deltaLink } = await round("users/delta?$select=displayName");
    let alone = (await round(`users/delta?$select=displayName&$filter=id eq '${bo.id}'`)).deltaLink;
    const told: unknown[][] = [];
    await change("DELETE", `/users/${ada.id}`);
    for (let days = 0; days <= 36; days += 6) {
      const next = await round(deltaLink);
      // Whoever asks again is told the same.
      expect((await round(deltaLink)).values).toEqual(next.values);
      const others = await round(alone);
      expect(others.values).toEqual([]);
      [deltaLink, alone] = [next.deltaLink, others.deltaLink];
      told.push([days, ...next.values]);
      await world.clock.sleep(6 * day);
    }
    const gone = (reason: string) => ({ id: ada.id, "@removed": { reason } });
    expect(told).toEqual([
      ...[[0, gone("changed")], [6], [12], [18], [24]],
      ...[[30, gone("deleted")], [36]],
    ]);
  });

  test("say that somebody is gone who came and went in between: another answer may have told of him", async () => {
    const { round, user, change } = openDelta();
    const { deltaLink } = await round("users/delta");
    const { id } = await user("brief");
    await change("DELETE", `/users/${id}`);
    await change("DELETE", `/directory/deletedItems/${id}`);
    expect((await round(deltaLink)).values).toEqual([{ id, "@removed": { reason: "deleted" } }]);
  });

  test("tell of what was changed and changed back: another answer may have told of the middle", async () => {
    const { round, user, change } = openDelta();
    const { id } = await user("ada", { jobTitle: "Countess" });
    const { deltaLink } = await round("users/delta?$select=displayName,jobTitle");
    for (const jobTitle of ["Analyst", "Countess"])
      await change("PATCH", `/users/${id}`, { body: { jobTitle } });
    expect((await round(deltaLink, "return=minimal")).values).toEqual([{ id, jobTitle: "Countess" }]);
  });

  test("can be followed from now on, without what there is", async () => {
    const { round, user } = openDelta();
    await user("ada");
    const latest = await round("users/delta?$deltatoken=latest&$select=displayName");
    expect(latest.values).toEqual([]);
    const bo = await user("bo");
    expect((await round(latest.deltaLink)).values).toEqual([{ displayName: "bo", id: bo.id }]);
  });

  test("can be followed of a few alone", async () => {
    const { round, user, change } = openDelta();
    const [ada, bo, cy] = [await user("ada"), await user("bo"), await user("cy")];
    const first = await round(`users/delta?$filter=id eq '${ada.id}' or id eq '${cy.id}'`);
    expect(first.values.map(({ id }) => id)).toEqual([ada.id, cy.id]);
    for (const { id } of [ada, bo, cy]) await change("PATCH", `/users/${id}`, { body: { city: "London" } });
    const city = await round(`${first.deltaLink}&$select=city`);
    expect(city.values.map(({ id }) => id)).toEqual([ada.id, cy.id]);
  });

  test("come in pages that show one moment, as large as is preferred", async () => {
    const { round, get, user } = openDelta();
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) ids.push((await user(`user${n}`)).id);
    const first = await get("users/delta", "odata.maxpagesize=3");
    const late = await user("late");
    const rest = await round(
      (first.body as Record<string, string>)["@odata.nextLink"] ?? "",
      "odata.maxpagesize=3",
    );
    expect([...idsOf(first), ...rest.values.map(({ id }) => id)]).toEqual(ids);
    expect(rest.pages).toBe(2);
    expect((await round(rest.deltaLink)).values.map(({ id }) => id)).toEqual([late.id]);
  });

  test("follow whom somebody reports to, where that is selected", async () => {
    const { round, user, change } = openDelta();
    const [ada, bo] = [await user("ada"), await user("bo")];
    const { deltaLink } = await round("users/delta?$select=manager");
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${bo.id}` };
    await change("PUT", `/users/${ada.id}/manager/$ref`, { body });
    const link = { "@odata.type": "#microsoft.graph.user", id: bo.id };
    const second = await round(deltaLink);
    expect(second.values).toEqual([{ id: ada.id, "manager@delta": [link] }]);
    await change("DELETE", `/users/${bo.id}`);
    expect((await round(second.deltaLink)).values).toEqual([
      { id: bo.id, "@removed": { reason: "changed" } },
      { id: ada.id, "manager@delta": [{ ...link, "@removed": { reason: "deleted" } }] },
    ]);
  });
});

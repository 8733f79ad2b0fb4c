import { describe, expect, test } from "vitest";
import { openDelta } from "./delta-calls.ts";

describe("changes of groups", () => {
  test("name the members that came and went, with the group or without it", async () => {
    const { round, user, group, change, add } = openDelta();
    const [ada, bo, team] = [await user("ada"), await user("bo"), await group("team")];
    await add(team.id, ada.id);
    const link = (id: string) => ({ "@odata.type": "#microsoft.graph.user", id });
    const first = await round("groups/delta");
    expect(first.values).toMatchObject([{ id: team.id, "members@delta": [link(ada.id)] }]);
    await add(team.id, bo.id);
    await change("DELETE", `/groups/${team.id}/members/${ada.id}/$ref`);
    const second = await round(first.deltaLink, "return=minimal");
    const gone = { "@removed": { reason: "deleted" } };
    expect(second.values).toEqual([
      { id: team.id, "members@delta": [link(bo.id), { ...link(ada.id), ...gone }] },
    ]);
    // A user who is deleted is a member no more, though nobody has touched the group.
    await change("DELETE", `/users/${bo.id}`);
    const third = await round(second.deltaLink, "return=minimal");
    expect(third.values).toEqual([{ id: team.id, "members@delta": [{ ...link(bo.id), ...gone }] }]);
    await change("POST", `/directory/deletedItems/${bo.id}/restore`);
    expect((await round(third.deltaLink, "return=minimal")).values).toEqual([
      { id: team.id, "members@delta": [link(bo.id)] },
    ]);
  });

  test("leave members out where something else is selected, and show them alone where they are", async () => {
    const { round, user, group, add } = openDelta();
    const [ada, team] = [await user("ada"), await group("team")];
    const names = await round("groups/delta?$select=displayName");
    const members = await round("groups/delta?$select=members,owners");
    expect([names.values, members.values]).toEqual([
      [{ id: team.id, displayName: "team" }],
      [{ id: team.id }],
    ]);
    await add(team.id, ada.id);
    await add(team.id, ada.id, "owners");
    const link = [{ "@odata.type": "#microsoft.graph.user", id: ada.id }];
    expect((await round(names.deltaLink)).values).toEqual([]);
    expect((await round(members.deltaLink)).values).toEqual([
      { id: team.id, "members@delta": link, "owners@delta": link },
    ]);
  });

  test("split the members of a large group over as many pages as it takes, each with the group by itself", async () => {
    const { round, get, group, change, contoso, ask } = openDelta();
    const [small, large] = [await group("small"), await group("large")];
    await group("last");
    contoso.throttle("none");
    contoso.members(2_040);
    const users: string[] = [];
    for (let next: string | undefined = "/users"; next !== undefined; ) {
      const { body } = await (next === "/users" ? ask("GET", next, { query: { $top: "999" } }) : get(next));
      const page = body as { value: { id: string }[]; "@odata.nextLink"?: string };
      users.push(...page.value.map(({ id }) => id));
      next = page["@odata.nextLink"];
    }
    const before = await round("groups/delta");
    for (let at = 0; at < users.length; at += 20) {
      const bind = users.slice(at, at + 20).map((id) => `https://graph.microsoft.com/v1.0/users/${id}`);
      await change("PATCH", `/groups/${large.id}`, { body: { "members@odata.bind": bind } });
    }
    for (const address of ["groups/delta", before.deltaLink]) {
      const { values, deltaLink, pages } = await round(address);
      const pieces = values.filter(({ id }) => id === large.id);
      const members = pieces.map((piece) => piece["members@delta"] as readonly { readonly id: string }[]);
      expect(members.map(({ length }) => length)).toEqual([1_000, 1_000, 40]);
      expect(members.flat().map(({ id }) => id)).toEqual(users);
      expect(pieces.map(({ displayName }) => displayName)).toEqual(["large", "large", "large"]);
      expect(pages).toBe(address === "groups/delta" ? 5 : 3);
      expect((await round(deltaLink)).values).toEqual([]);
    }
    expect((await round("groups/delta")).values.map(({ id }) => id)).toContain(small.id);
  });

  test("tell a group that can be restored, and all of it once it is back", async () => {
    const { round, user, group, change, add, world } = openDelta();
    const [ada, team] = [await user("ada"), await group("team")];
    await add(team.id, ada.id);
    const first = await round("groups/delta?$select=displayName,members");
    await change("DELETE", `/groups/${team.id}`);
    const second = await round(first.deltaLink);
    expect(second.values).toEqual([{ id: team.id, "@removed": { reason: "changed" } }]);
    await change("POST", `/directory/deletedItems/${team.id}/restore`);
    expect((await round(second.deltaLink)).values).toEqual(first.values);
    await change("DELETE", `/groups/${team.id}`);
    await world.clock.sleep(24 * 86_400_000);
    const { deltaLink } = await round("groups/delta?$select=displayName,members");
    await world.clock.sleep(6 * 86_400_000);
    expect((await round(deltaLink)).values).toEqual([{ id: team.id, "@removed": { reason: "deleted" } }]);
  });
});

import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

async function open() {
  const contoso = createWorld({ seed: 4 }).cloud("public").tenant("contoso");
  const team = contoso.group("team");
  const [mia, noa] = [contoso.user("mia"), contoso.user("noa")];
  const deployer = contoso.app("deployer");
  const ask = asking(contoso, { as: deployer });
  const link = (name: string, id: string) =>
    ask("POST", `/groups/${team.id}/${name}/$ref`, {
      body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
    });
  await link("members", mia.id);
  const app = (...permissions: string[]) =>
    asking(contoso, { as: contoso.app(permissions.join(), { permissions }) });
  return { contoso, team, mia, noa, deployer, ask, link, app };
}

describe("a link of a group that is deleted without /$ref", () => {
  test.each(["members", "owners"])("takes the object itself with it: %s", async (name) => {
    const { contoso, team, noa, ask, link } = await open();
    await link(name, noa.id);
    expect((await ask("DELETE", `/groups/${team.id}/${name}/${noa.id}`)).status).toBe(204);
    expect((await ask("GET", `/users/${noa.id}`)).status).toBe(404);
    expect((await ask("GET", `/directory/deletedItems/${noa.id}`)).status).toBe(200);
    expect(contoso.log.at(-1)?.operation).toBe("users.delete");
  });

  test("is refused to whoever may change the group and not delete the object", async () => {
    const { team, mia, ask, app } = await open();
    const path = `/groups/${team.id}/members/${mia.id}`;
    for (const permission of ["GroupMember.ReadWrite.All", "Group.ReadWrite.All"]) {
      expect(await app(permission)("DELETE", path)).toMatchObject({
        ...{ status: 403, code: "Authorization_RequestDenied" },
      });
    }
    expect((await ask("GET", `/users/${mia.id}`)).status).toBe(200);
    expect((await app("User.DeleteRestore.All")("DELETE", path)).status).toBe(204);
  });

  test("has to be there: whoever is no member stays", async () => {
    const { team, noa, ask } = await open();
    expect((await ask("DELETE", `/groups/${team.id}/members/${noa.id}`)).status).toBe(404);
    expect((await ask("GET", `/users/${noa.id}`)).status).toBe(200);
  });
});

describe("the last user who owns a group", () => {
  test("is not taken away, an application beside it or none; another in its place frees it", async () => {
    const { team, mia, noa, deployer, ask, link } = await open();
    const remove = (id: string) => ask("DELETE", `/groups/${team.id}/owners/${id}/$ref`);
    await link("owners", mia.id);
    const kept = {
      ...{ status: 400, code: "Request_BadRequest" },
      message: "The group must have at least one owner, hence this owner cannot be removed.",
    };
    expect(await remove(mia.id)).toMatchObject(kept);
    await link("owners", deployer.id);
    expect(await remove(mia.id)).toMatchObject(kept);
    await link("owners", noa.id);
    expect((await remove(mia.id)).status).toBe(204);
    expect(await remove(noa.id)).toMatchObject(kept);
    expect((await remove(deployer.id)).status).toBe(204);
  });
});

describe("the rule of a dynamic group", () => {
  const ruled = (membershipRule: string) => ({
    ...{ displayName: "ruled", mailNickname: "ruled", mailEnabled: false, securityEnabled: true },
    ...{ groupTypes: ["DynamicMembership"], membershipRule },
  });

  test.each([
    '(user.department -eq "Sales")',
    "user.accountEnabled -eq true and (user.userType -ne 'Guest')",
    "user.memberof -any (group.objectId -in ['00000000-0000-4000-8000-000000000001'])",
    '(user.proxyAddresses -any (_ -contains "contoso"))',
    'user.department -in ["Sales", "it\'s"]',
    'not (device.deviceOwnership -eq "Company")',
    'Direct Reports for "62e19b97-8b3d-4d4a-a106-4ce66896a863"',
  ])("is taken as it is: %s", async (rule) => {
    const { ask } = await open();
    const made = await ask("POST", "/groups", { body: ruled(rule) });
    expect(made).toMatchObject({ status: 201, body: { membershipRule: rule } });
  });

  test.each(["garbage", "user.department", '(user.department -eq "Sales"', 'user.department -eq "Sales'])(
    "is refused where it is none: %s",
    async (rule) => {
      const { ask } = await open();
      expect(await ask("POST", "/groups", { body: ruled(rule) })).toMatchObject({
        ...{ status: 400, code: "Request_BadRequest" },
        message: "Invalid value specified for property 'membershipRule' of resource 'Group'.",
      });
    },
  );

  test("lets nobody in: who is in such a group is not worked out", async () => {
    const { contoso, ask } = await open();
    contoso.user("lea", { department: "Sales" });
    const made = await ask("POST", "/groups", { body: ruled("(user.department -eq 'Sales')") });
    const { id } = made.body as { readonly id: string };
    expect((await ask("GET", `/groups/${id}/members`)).body).toMatchObject({ value: [] });
  });
});

import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { asking } from "../rights/ask.ts";

async function open() {
  const contoso = createWorld({ seed: 4 }).cloud("public").tenant("contoso").domain("contoso.example");
  const ask = asking(contoso, { as: contoso.app("admin") });
  const make = async (name: string, mail: string) => {
    const body = {
      ...{ accountEnabled: true, displayName: name, mailNickname: name, mail },
      ...{ userPrincipalName: `${name}@contoso.example`, passwordProfile: { password: "Correct-Horse-7" } },
    };
    return ((await ask("POST", "/users", { body })).body as { readonly id: string }).id;
  };
  const gone = await make("ada", "ada@contoso.example");
  await ask("DELETE", `/users/${gone}`);
  const restore = (body?: object) =>
    ask("POST", `/directory/deletedItems/${gone}/restore`, body ? { body } : {});
  return { ask, make, gone, restore };
}

const TAKEN = { status: 400, code: "Request_BadRequest" };

describe("a deleted user whose name or address is another's by now", () => {
  test("comes back under another name where one is given", async () => {
    const { ask, make, gone, restore } = await open();
    await make("ada", "other@contoso.example");
    expect(await restore()).toMatchObject(TAKEN);
    expect(await restore({ newUserPrincipalName: "ada2@corp.example" })).toMatchObject(TAKEN);
    expect((await restore({ newUserPrincipalName: "ada2@contoso.example" })).status).toBe(200);
    expect((await ask("GET", `/users/${gone}`)).body).toMatchObject({
      userPrincipalName: "ada2@contoso.example",
    });
  });

  test("comes back without the address where that is wished", async () => {
    const { ask, make, gone, restore } = await open();
    await make("bea", "ada@contoso.example");
    expect(await restore({ autoReconcileProxyConflict: false })).toMatchObject(TAKEN);
    expect((await restore({ autoReconcileProxyConflict: true })).status).toBe(200);
    const query = { $select: "proxyAddresses" };
    expect((await ask("GET", `/users/${gone}`, { query })).body).toMatchObject({ proxyAddresses: [] });
  });

  test("is asked for nothing else", async () => {
    const { restore } = await open();
    expect((await restore({ colour: "red" })).status).toBe(400);
  });
});

import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking } from "./ask.ts";

const ROLES = "/directoryRoles";
const READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
const GLOBAL = "62e90394-69f5-4237-9190-012177145e10";
const NOBODY = "00000000-0000-4000-8000-000000000000";

function open() {
  const contoso = createWorld().cloud("public").tenant("contoso");
  const mia = contoso.user("mia");
  const ask = asking(contoso, { as: contoso.app("admin") });
  const activate = (roleTemplateId: unknown) => ask("POST", ROLES, { body: { roleTemplateId } });
  return { contoso, mia, ask, activate };
}

const itemsOf = ({ body }: Answer) => (body as { value: Record<string, unknown>[] }).value;
const idOf = ({ body }: Answer) => (body as { id: string }).id;
const referenceTo = (id: string) => ({
  body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
});

describe("a directory role", () => {
  test("has to be activated to be seen, but for Global Administrator", async () => {
    const { ask, activate } = open();
    const templates = async () =>
      itemsOf(await ask("GET", ROLES)).map(({ roleTemplateId }) => roleTemplateId);
    expect(await templates()).toEqual([GLOBAL]);
    expect((await ask("GET", `${ROLES}/roleTemplateId=${READERS}`)).status).toBe(404);
    const made = await activate(READERS);
    expect(made).toMatchObject({
      status: 201,
      body: {
        "@odata.context": expect.stringMatching(/#directoryRoles\/\$entity$/),
        deletedDateTime: null,
        description: expect.any(String),
        displayName: "Directory Readers",
        roleTemplateId: READERS,
      },
    });
    expect(await templates()).toEqual([GLOBAL, READERS]);
    expect(idOf(made)).not.toBe(READERS);
  });

  test("is read by its own id and by its template's, written in either way", async () => {
    const { ask, activate } = open();
    const made = await activate(READERS);
    for (const key of [`/${idOf(made)}`, `/roleTemplateId=${READERS}`, `(roleTemplateId='${READERS}')`]) {
      expect(await ask("GET", `${ROLES}${key}`)).toMatchObject({ status: 200, body: { id: idOf(made) } });
    }
    expect((await ask("GET", `${ROLES}/${READERS}`)).status).toBe(404);
  });

  test("gets members by reference, and loses them so", async () => {
    const { ask, activate, mia, contoso } = open();
    const id = idOf(await activate(READERS));
    const members = async () => itemsOf(await ask("GET", `${ROLES}/${id}/members`)).map((one) => one.id);
    const add = (who: string) =>
      ask("POST", `${ROLES}/roleTemplateId=${READERS}/members/$ref`, referenceTo(who));
    expect((await add(mia.id)).status).toBe(204);
    expect((await add(contoso.app("reader").id)).status).toBe(204);
    expect(await members()).toEqual([mia.id, contoso.app("reader").id]);
    expect(await add(mia.id)).toMatchObject({ status: 400, code: "Request_BadRequest" });
    expect(itemsOf(await ask("GET", `/users/${mia.id}/memberOf`))).toMatchObject([{ id }]);
    expect((await ask("DELETE", `${ROLES}/${id}/members/${mia.id}/$ref`)).status).toBe(204);
    expect((await ask("DELETE", `${ROLES}/${id}/members/${mia.id}/$ref`)).status).toBe(404);
    expect(await members()).toEqual([contoso.app("reader").id]);
  });

  test("shows no member that has been deleted", async () => {
    const { ask, activate, mia } = open();
    const id = idOf(await activate(READERS));
    await ask("POST", `${ROLES}/${id}/members/$ref`, referenceTo(mia.id));
    await ask("DELETE", `/users/${mia.id}`);
    expect(itemsOf(await ask("GET", `${ROLES}/${id}/members`))).toEqual([]);
  });

  test("is activated once, of a template that there is, by whoever looks after the roles", async () => {
    const { activate, contoso, ask } = open();
    const refused: [unknown, number][] = [
      [GLOBAL, 400],
      [NOBODY, 404],
      ["Directory Readers", 404],
      [7, 400],
      [undefined, 400],
    ];
    for (const [template, status] of refused) expect((await activate(template)).status).toBe(status);
    const body = { roleTemplateId: READERS };
    expect((await ask("POST", ROLES, { body: { ...body, displayName: "X" } })).status).toBe(400);
    const noa = asking(contoso, { as: contoso.user("noa", { roles: ["User Administrator"] }) });
    expect((await noa("POST", ROLES, { body })).status).toBe(403);
    expect(itemsOf(await ask("GET", ROLES)).map(({ roleTemplateId }) => roleTemplateId)).toEqual([
      GLOBAL,
      "fe930be7-5e62-47db-91af-98c3a49a38b1",
    ]);
  });

  test.each([
    ["nobody", referenceTo(NOBODY), 404],
    ["no reference", { body: {} }, 400],
    ["no body", {}, 400],
  ])("gets no member by %s", async (_, question, status) => {
    const { ask } = open();
    const path = `${ROLES}/roleTemplateId=${GLOBAL}/members`;
    expect((await ask("POST", `${path}/$ref`, question)).status).toBe(status);
    expect(itemsOf(await ask("GET", path))).toEqual([]);
  });
});

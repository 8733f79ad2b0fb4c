import { describe, expect, test } from "vitest";
import { ada, openAdmin, problem } from "./open-admin.ts";

describe("whoever looks into a directory", () => {
  interface Explored {
    lsn: number;
    newest: number;
    differing: number;
    objects: { name: string; kind: string; difference: string | null; value: { id: string } | null }[];
  }
  const guestIn = ({ objects }: Explored) => objects.find(({ name }) => name === "Ada Lovelace");

  async function withALaggingInstance() {
    const opened = openAdmin("documented");
    await opened.ask("POST", "/_fake/readers", { hold: true });
    const { invitedUser } = await opened.b2b.invitations.create({
      ...ada,
      invitedUserDisplayName: "Ada Lovelace",
    });
    const behind = opened.contoso.readers.find(({ applied }) => applied < opened.contoso.log.length);
    const see = (query: string) => opened.get<Explored>(`/_fake/objects?tenant=contoso&${query}`);
    return { ...opened, see, behind, id: invitedUser.id };
  }

  test("sees it as an instance shows it, with what is not there yet", async () => {
    const { see, behind } = await withALaggingInstance();
    const seen = await see(`reader=${encodeURIComponent(behind?.name ?? "")}`);
    expect(seen.lsn).toBeLessThan(seen.newest);
    expect(guestIn(seen)).toMatchObject({ kind: "user", difference: "missing", value: null });
    expect(guestIn(await see(""))).toMatchObject({ difference: null });
  });

  test("sees it as it was after a commit, with what has come or changed since", async () => {
    const { see, ask, b2b, id, contoso } = await withALaggingInstance();
    const invited = contoso.log.length;
    await ask("POST", "/_fake/readers", { hold: false });
    await b2b.guests.update(id, { displayName: "Ada King" });
    const before = await see(`lsn=${invited - 1}&q=${id}`);
    expect(before.objects).toMatchObject([{ name: "Ada King", difference: "missing", value: null }]);
    const then = await see(`lsn=${invited}&differing=true&q=${id}`);
    expect(then.objects).toMatchObject([{ name: "Ada Lovelace", difference: "older" }]);
  });

  test("finds no link, no code and no secret there", async () => {
    const { see, get } = await withALaggingInstance();
    const [mail] = await get<{ redeemUrl: string }[]>("/_fake/inbox");
    const ticket = new URL(new URL(mail?.redeemUrl ?? "").searchParams.get("rd") ?? "").searchParams.get(
      "ticket",
    );
    expect(ticket).toBeTruthy();
    expect(JSON.stringify(await see("limit=100000"))).not.toContain(ticket);
  });

  test.each([
    ["reader=nowhere", 404, 'contoso has no instance "nowhere"; there are '],
    ["lsn=99999", 400, "lsn has to be a whole number from"],
    ["limit=-1", 400, "limit has to be a number from 0"],
  ])("is told what is wrong with %s", async (query, status, message) => {
    const { ask } = openAdmin("documented");
    expect(await ask("GET", `/_fake/objects?tenant=contoso&${query}`)).toMatchObject({
      status,
      ...problem(message),
    });
  });
});

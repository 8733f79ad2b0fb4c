import { callContext } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";
import { codeOf, openRaw } from "./raw-calls.ts";

async function withGuests(count: number) {
  const opened = openClient();
  opened.contoso.members(5);
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const invitedUserEmailAddress = `guest${n}@fabrikam.example`;
    const { invitedUser } = await opened.b2b.invitations.create({
      invitedUserEmailAddress,
      inviteRedirectUrl,
    });
    ids.push(invitedUser.id);
  }
  return { ...opened, ids };
}

describe("the list of guests", () => {
  test("holds the guests and no member, over as many pages as it takes", async () => {
    const { b2b, ids } = await withGuests(7);
    const pages: number[] = [];
    const seen: string[] = [];
    for await (const page of b2b.guests.list({ top: 3, select: ["id"] }).pages()) {
      pages.push(page.items.length);
      seen.push(...page.items.map(({ id }) => id));
    }
    expect(pages).toEqual([3, 3, 1]);
    expect(seen).toEqual(ids);
  });

  test("takes up again where an earlier page pointed", async () => {
    const { b2b, ids } = await withGuests(5);
    const list = b2b.guests.list({ top: 2, select: ["id"] });
    const first = await list.pages()[Symbol.asyncIterator]().next();
    const rest: string[] = [];
    for await (const page of list.pages({ from: first.value?.next }))
      rest.push(...page.items.map(({ id }) => id));
    expect(rest).toEqual(ids.slice(2));
  });

  test("stays as it was when its first page was read, whatever is written meanwhile", async () => {
    const { b2b, ids } = await withGuests(4);
    const seen: string[] = [];
    for await (const page of b2b.guests.list({ top: 2, select: ["id"] }).pages()) {
      seen.push(...page.items.map(({ id }) => id));
      for (const name of ["late", "later"]) {
        const invitedUserEmailAddress = `${name}${seen.length}@fabrikam.example`;
        await b2b.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl });
      }
    }
    expect(seen).toEqual(ids);
  });

  test("filters, orders and counts", async () => {
    const { b2b, ids, world } = await withGuests(4);
    const { inviteRedeemUrl } = await b2b.invitations.create({
      invitedUserEmailAddress: "guest2@fabrikam.example",
      inviteRedirectUrl,
    });
    world.redeem(inviteRedeemUrl ?? "");
    const accepted = await b2b.guests
      .list({ filter: "externalUserState eq 'Accepted'", select: ["id"] })
      .collect();
    expect(accepted).toEqual([{ id: ids[2] }]);
    const pages = b2b.guests
      .list({ orderby: "displayName desc", count: true, select: ["displayName"], top: 3 })
      .pages();
    const first = await pages[Symbol.asyncIterator]().next();
    expect(first.value).toMatchObject({
      count: 4,
      items: [{ displayName: "guest3" }, { displayName: "guest2" }, { displayName: "guest1" }],
    });
  });

  test("refuses a filter that Graph refuses, as rejected-input with Graph's own words", async () => {
    const { b2b } = await withGuests(1);
    const list = b2b.guests.list({ filter: "endsWith(mail,'@fabrikam.example')" });
    await expect(list.collect()).rejects.toMatchObject({
      code: "rejected-input",
      graphCode: "Request_UnsupportedQuery",
    });
    const advanced = b2b.guests.list({
      filter: "endsWith(mail,'@fabrikam.example')",
      advanced: true,
      select: ["mail"],
    });
    expect(await advanced.collect()).toEqual([{ mail: "guest0@fabrikam.example" }]);
  });

  test("cannot be gone on with once its pages have been left for an hour and things have changed", async () => {
    const { b2b, world } = await withGuests(3);
    const first = await b2b.guests.list({ top: 1 }).pages()[Symbol.asyncIterator]().next();
    await world.clock.sleep(3_600_000);
    for (const name of ["late", "later"]) {
      await b2b.invitations.create({
        invitedUserEmailAddress: `${name}@fabrikam.example`,
        inviteRedirectUrl,
      });
    }
    const rest = b2b.guests.list({ top: 1 }).pages({ from: first.value?.next });
    await expect(rest[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      graphCode: "Directory_ExpiredPageToken",
    });
  });

  test("refuses a next link that was edited or has been put into another query", async () => {
    const { b2b } = await withGuests(3);
    const first = await b2b.guests.list({ top: 1 }).pages()[Symbol.asyncIterator]().next();
    const next: string = first.value?.next ?? "";
    for (const broken of [
      next.replace(/skiptoken=\w/, "skiptoken=z"),
      next.replace("%24top=1", "%24top=2").replace("$top=1", "$top=2"),
    ]) {
      expect(broken).not.toBe(next);
      const pages = b2b.guests.list({ top: 1 }).pages({ from: broken });
      await expect(pages[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: "rejected-input",
        status: 400,
      });
    }
  });
});

describe("an advanced query", () => {
  test("is answered by the index where it lists, and by the directory where it reads one or writes", async () => {
    const { contoso } = openClient({ realism: "documented" });
    const transport = contoso.transport({ as: contoso.user("mia") });
    const send = async (method: "GET" | "POST", path: string, body?: object) => {
      const response = await transport.send({
        operation: { id: "test", effect: "idempotent" },
        method,
        version: "v1.0",
        target: { path, query: { $count: "true" } },
        headers: { consistencylevel: "eventual" },
        ...(body && { body }),
        context: callContext(),
      });
      const { ServerInfo } = JSON.parse(response.headers.get("x-ms-ags-diagnostic") ?? "{}");
      return { status: response.status, reader: ServerInfo.RoleInstance as string, body: response.body };
    };
    const invited = await send("POST", "/invitations", {
      invitedUserEmailAddress: "ada@fabrikam.example",
      inviteRedirectUrl,
    });
    expect(invited.reader).toMatch(/^graph\//);
    const { id } = (invited.body as { invitedUser: { id: string } }).invitedUser;
    expect(await send("GET", `/users/${id}`)).toMatchObject({ status: 200, reader: invited.reader });
    expect((await send("GET", "/users")).reader).toBe("index/weu");
  });
});

describe("a guest", () => {
  test("is changed where it was asked to and nowhere else; a new mail keeps the old one as a secondary address", async () => {
    const { b2b, ids } = await withGuests(1);
    const id = ids[0] ?? "";
    await b2b.guests.update(id, { jobTitle: "Surveyor", mail: "new@fabrikam.example" });
    expect(
      await b2b.guests.get(id, { select: ["jobTitle", "mail", "proxyAddresses", "displayName"] }),
    ).toEqual({
      jobTitle: "Surveyor",
      mail: "new@fabrikam.example",
      proxyAddresses: ["SMTP:new@fabrikam.example", "smtp:guest0@fabrikam.example"],
      displayName: "guest0",
    });
  });

  test("keeps what is no address for mail as it is where the mail is changed", async () => {
    const { b2b, contoso } = openClient();
    const { id } = contoso.user("ada", {
      mail: "ada@contoso.example",
      proxyAddresses: ["SMTP:ada@contoso.example", "sip:ada@contoso.example", "X500:/o=Contoso/cn=Ada"],
    });
    await b2b.guests.update(id, { mail: "lovelace@contoso.example" });
    expect(await b2b.guests.get(id, { select: ["proxyAddresses"] })).toEqual({
      proxyAddresses: [
        ...["SMTP:lovelace@contoso.example", "smtp:ada@contoso.example"],
        ...["sip:ada@contoso.example", "X500:/o=Contoso/cn=Ada"],
      ],
    });
  });

  test("is found by a principal name with #EXT# in it", async () => {
    const { b2b, ids } = await withGuests(1);
    const { userPrincipalName } = await b2b.guests.get(ids[0] ?? "");
    expect(userPrincipalName).toContain("#EXT#");
    expect((await b2b.guests.get(userPrincipalName)).id).toBe(ids[0]);
  });

  test("who is not there is not-found at once, with what Graph's support asks for", async () => {
    const { b2b, world } = openClient();
    const before = world.clock.now();
    const read = await b2b.guests.get("00000000-0000-4000-8000-000000000000").safe();
    expect(read).toMatchObject({
      ok: false,
      error: { code: "not-found", outcome: "rejected", graphCode: "Request_ResourceNotFound", attempts: 1 },
    });
    if (!read.ok) expect(read.error.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(world.clock.now()).toBe(before);
  });

  test("can be put in a group and assigned to an application; a second time is already done, or a conflict", async () => {
    const { b2b, contoso, ids } = await withGuests(1);
    const [memberId = ""] = ids;
    const group = contoso.group("team");
    expect(await b2b.groups.addMember(group.id, memberId)).toBe("added");
    expect(await b2b.groups.addMember(group.id, memberId)).toBe("already-member");
    const portal = contoso.app("portal");
    const assigned = await b2b.apps.assign({ principalId: memberId, resourceId: portal.id });
    expect(assigned).toMatchObject({
      status: "assigned",
      assignment: { principalId: memberId, resourceDisplayName: "portal", principalType: "User" },
    });
    const again = await b2b.apps.assign({ principalId: memberId, resourceId: portal.id });
    expect(again).toEqual({ status: "already-assigned" });
  });
});

describe("a text of a user", () => {
  test.each([
    ["displayName", 256],
    ["department", 64],
    ["jobTitle", 128],
    ["streetAddress", 1024],
    ["employeeId", 16],
  ])("%s has %i characters at most, when a user is made as when one is changed", async (name, longest) => {
    const { ask, contoso } = openRaw();
    const mia = contoso.user("mia");
    const change = (text: string) => ask("PATCH", `/users/${mia.id}`, { body: { [name]: text } });
    expect((await change("x".repeat(longest))).status).toBe(204);
    const passwordProfile = { password: "Long-enough-1" };
    const account = { accountEnabled: true, displayName: "N", mailNickname: "n", passwordProfile };
    const make = (upn: string, text: string) =>
      ask("POST", "/users", {
        body: { ...account, userPrincipalName: `${upn}@contoso.onmicrosoft.com`, [name]: text },
      });
    expect((await make("noa", "x".repeat(longest))).status).toBe(201);
    const before = contoso.log.length;
    for (const refused of [
      await change("x".repeat(longest + 1)),
      await make("li", "x".repeat(longest + 1)),
    ]) {
      expect(codeOf(refused)).toEqual([400, "Request_BadRequest"]);
    }
    expect(contoso.log.length).toBe(before);
  });
});

import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

describe("the requests of a tenant", () => {
  test("tell what was asked, by whom, and what came of it", async () => {
    const { b2b, contoso } = openClient();
    const { invitedUser } = await b2b.invitations.create(ada);
    await failureOf(b2b.guests.get("00000000-0000-4000-8000-000000000000"));
    const [create, get] = contoso.requests;
    expect(create).toMatchObject({
      number: 0,
      caller: "app/inviter",
      operation: "invitations.create",
      method: "POST",
      path: "/v1.0/invitations",
      status: 201,
      code: undefined,
      wrote: contoso.log.at(-1)?.lsn,
      fault: undefined,
    });
    expect(contoso.log.at(-1)?.ids).toContain(invitedUser.id);
    expect(get).toMatchObject({
      operation: "users.get",
      status: 404,
      code: "Request_ResourceNotFound",
      wrote: undefined,
    });
    expect(get?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("tell at which instance each was read, and how many commits that was behind", async () => {
    const { b2b, contoso } = openClient({ realism: "documented" });
    for (const reader of contoso.readers) reader.hold();
    await b2b.invitations.create(ada);
    await failureOf(b2b.guests.get("nobody@fabrikam.example"));
    const [create, get] = contoso.requests;
    expect(get?.seen).toEqual({
      reader: expect.stringMatching(/^graph\//),
      lsn: (create?.wrote ?? 0) - (get?.seen?.behind ?? 0),
      behind: expect.any(Number),
    });
    expect(get?.seen?.behind).toBeGreaterThan(0);
  });

  test("tell which of them were meant to go wrong, and that no answer came", async () => {
    const { world, contoso } = openClient();
    const transport = contoso.transport({ as: contoso.app("inviter") });
    const b2b = createB2BClient({ transport, clock: world.clock, random: world.random, retry: false });
    contoso.faults.add({ match: { nth: 1 }, effect: "throttled", forMs: 1_000 });
    contoso.faults.add({ match: { request: 1 }, effect: "reset-before-commit" });
    await failureOf(b2b.invitations.create(ada));
    await failureOf(b2b.invitations.create(ada));
    expect(contoso.requests).toMatchObject([
      { status: 429, code: expect.any(String), fault: "throttled", seen: undefined },
      { status: undefined, fault: "reset-before-commit", wrote: undefined },
    ]);
  });

  test("are the last thousand, and no more", async () => {
    const { b2b, contoso } = openClient();
    for (let n = 0; n < 2_100; n++) await failureOf(b2b.guests.get("nobody@fabrikam.example"));
    const numbers = contoso.requests.map(({ number }) => number);
    expect(numbers).toHaveLength(1_000);
    expect(numbers.at(-1)).toBe(contoso.faults.requests - 1);
  });

  test("have not happened once time has been taken back", async () => {
    const { b2b, contoso, world } = openClient();
    await b2b.invitations.create(ada);
    const mark = world.mark();
    const before = contoso.requests;
    await b2b.invitations.create({ ...ada, invitedUserEmailAddress: "eve@fabrikam.example" });
    world.rewind(mark);
    expect(contoso.requests).toEqual(before);
  });

  test("hold no token, no redeem link and no body", async () => {
    const { b2b, contoso } = openClient();
    const { inviteRedeemUrl } = await b2b.invitations.create(ada);
    const text = JSON.stringify(contoso.requests);
    const ticket = /ticket%3d([^%&]+)/i.exec(inviteRedeemUrl ?? "")?.[1];
    expect(ticket).toBeTruthy();
    expect(text).not.toContain(ticket);
    expect(text).not.toContain("ada@");
    expect(text).not.toMatch(/bearer/i);
  });
});

import type { FakeApp, FakeUser } from "@vestibule/fake-server";
import { assertSession, type SessionGuarantee } from "@vestibule/fake-server/testing";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const to = (invitedUserEmailAddress: string) => ({ invitedUserEmailAddress, inviteRedirectUrl });
const saying = (subject: unknown, guarantee: unknown, options?: object) => {
  try {
    assertSession(subject as never, guarantee as SessionGuarantee, options);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

/** A client that does not wait for its own writes, of whoever sends. */
function hasty(
  { contoso, world }: ReturnType<typeof openClient>,
  as: FakeApp | FakeUser = contoso.app("inviter"),
) {
  return createB2BClient({
    ...{ transport: contoso.transport({ as }), clock: world.clock, random: world.random, retry: false },
    readYourWrites: false,
  });
}

/** Contoso with every instance but one held. */
function apart() {
  const open = openClient();
  const readers = open.contoso.readers.filter(({ name }) => name.startsWith("graph/"));
  return { ...open, readers, hasty: hasty(open) };
}

describe("read-your-writes", () => {
  test("is broken by an answer that lacks the caller's own write, which is told with its instance", async () => {
    const { contoso, world, readers, hasty } = apart();
    for (const reader of readers) reader.hold();
    const { invitedUser } = await hasty.invitations.create(to("ada@fabrikam.example"));
    await failureOf(hasty.guests.get(invitedUser.id));
    expect(saying(world, "read-your-writes")).toMatch(
      /^expected read-your-writes to be kept for every caller of the world, but 1 answer broke it:\n {2}contoso {2}request 1 by app\/inviter, users\.get, was answered with 404 by graph\/\w+-\d, which had applied 1; missing is commit 2, invitations\.create, which it had made itself by request 0\nAn application on its own has no session: .*\nLook at: tenant\.requests \(seen, wrote\) and tenant\.readers$/,
    );
    expect(saying(contoso, "read-your-writes", { caller: "app/inviter" })).toContain(
      "for app/inviter of contoso",
    );
    expect(saying(contoso, "read-your-writes", { caller: "app/other" })).toBe("");
  });

  test("is broken by an old state as well as by an absence", async () => {
    const { contoso, readers, hasty } = apart();
    const { invitedUser } = await hasty.invitations.create(to("ada@fabrikam.example"));
    for (const reader of readers) reader.hold();
    await hasty.guests.update(invitedUser.id, { jobTitle: "Buyer" });
    expect(await hasty.guests.get(invitedUser.id, { select: ["jobTitle"] })).toEqual({ jobTitle: null });
    expect(saying(contoso, "read-your-writes")).toContain("was answered with 200");
  });

  test("is broken by a list of its kind that lacks it, by a name too, and not by what is about others", async () => {
    const { contoso, readers, hasty } = apart();
    contoso.group("partners");
    const mia = contoso.user("mia");
    for (const reader of readers) reader.hold();
    const { invitedUser } = await hasty.invitations.create(to("ada@fabrikam.example"));
    await hasty.guests.get(mia.id);
    await hasty.groups.owners(contoso.group("partners").id).collect();
    assertSession(contoso, "read-your-writes");
    await hasty.guests.list().collect();
    expect(saying(contoso, "read-your-writes")).toContain("users.list");
    await failureOf(hasty.guests.get("ada_fabrikam.example#EXT#@contoso.onmicrosoft.com"));
    expect(saying(contoso, "read-your-writes")).toContain("2 answers broke it");
    expect(invitedUser.id).toBeTruthy();
  });

  test("is kept by a client that asks again until it sees its own write", async () => {
    const { b2b, contoso } = openClient();
    for (const reader of contoso.readers) reader.lag = "5s";
    const { invitedUser } = await b2b.invitations.create(to("ada@fabrikam.example"));
    await b2b.guests.get(invitedUser.id);
    expect(contoso.requests.some(({ status, seen }) => status === 404 && seen?.behind === 1)).toBe(true);
    assertSession(contoso, "read-your-writes");
  });

  test("is kept for a user, who keeps to one instance, however late the others are", async () => {
    const open = openClient({ realism: "documented" });
    const mia = open.contoso.user("mia");
    open.contoso.administrators(mia);
    for (const reader of open.contoso.readers) reader.hold();
    const b2b = hasty(open, mia);
    const { invitedUser } = await b2b.invitations.create(to("ada@fabrikam.example"));
    await b2b.guests.get(invitedUser.id);
    assertSession(open.world, "read-your-writes");
  });

  test("does not ask for what somebody else wrote", async () => {
    const { b2b, contoso, readers, world } = apart();
    const other = hasty({ b2b, contoso, world }, contoso.app("other"));
    for (const reader of readers) reader.hold();
    const { invitedUser } = await b2b.invitations.create(to("ada@fabrikam.example"));
    await failureOf(other.guests.get(invitedUser.id));
    assertSession(contoso, "read-your-writes");
  });
});

describe("monotonic-reads", () => {
  test("is broken by an answer that shows less than one before", async () => {
    const { contoso, readers, hasty } = apart();
    const [, ...others] = readers;
    const { invitedUser } = await hasty.invitations.create(to("ada@fabrikam.example"));
    for (const reader of others) reader.hold();
    await hasty.guests.update(invitedUser.id, { jobTitle: "Buyer" });
    const titles = new Set<unknown>();
    const reads = ["jobTitle", "displayName", "mail", "userType", "companyName", "department"] as const;
    for (const property of reads)
      titles.add(await hasty.guests.get(invitedUser.id, { select: ["jobTitle", property] }));
    const seen = contoso.requests.slice(-reads.length).map((request) => request.seen?.behind === 0);
    expect(seen.slice(seen.indexOf(true))).toContain(false);
    expect(saying(contoso, "monotonic-reads")).toMatch(
      /expected monotonic-reads to be kept .* missing is commit \d+, users\.update, which it had seen by request \d+/s,
    );
  });

  test("is kept where every instance knows as much", async () => {
    const { b2b, contoso } = openClient();
    const { invitedUser } = await b2b.invitations.create(to("ada@fabrikam.example"));
    await b2b.guests.get(invitedUser.id);
    await b2b.guests.list().collect();
    assertSession(contoso, "monotonic-reads");
    assertSession(contoso, "read-your-writes");
  });
});

test.each([
  [
    "monotonic-writes",
    {},
    'not "monotonic-writes". Monotonic writes, and writes that follow reads, hold here always',
  ],
  [undefined, {}, 'takes "read-your-writes" or "monotonic-reads"'],
  ["monotonic-reads", { by: "app/inviter" }, 'assertSession has no option "by"; it has caller'],
  ["monotonic-reads", { caller: 1 }, "takes a caller by its name"],
])("what no session can be asked for is refused: %j, %j", (guarantee, options, message) => {
  expect(saying(openClient().world, guarantee, options)).toContain(message);
});

import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

/** A directory whose instances, or those of these names, learn of nothing from now on. */
function heldBack(...names: readonly string[]) {
  const opened = openClient({}, { readYourWrites: false });
  const group = opened.contoso.group("team");
  const portal = opened.contoso.app("portal", { appRoleIds: ["99999999-0000-4000-8000-000000000001"] });
  const readers = opened.contoso.readers.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const reader of readers) reader.hold();
  const release = () => {
    for (const reader of readers) reader.release();
  };
  return { ...opened, group, portal, release };
}

describe("what an instance does not know yet", () => {
  test("is known to whoever judges that two are the same: a second invitation finds the first one's guest", async () => {
    const { b2b } = heldBack();
    const first = await b2b.invitations.create(ada);
    expect((await b2b.invitations.create(ada)).invitedUser).toEqual(first.invitedUser);
    expect(await b2b.guests.get(first.invitedUser.id).safe()).toMatchObject({ ok: false });
  });

  test("cannot be put in a group, and is in it once it can", async () => {
    const { b2b, group, release } = heldBack();
    const { invitedUser } = await b2b.invitations.create(ada);
    const early = await b2b.groups.addMember(group.id, invitedUser.id).safe();
    expect(early).toMatchObject({
      ok: false,
      error: { code: "not-found", graphCode: "Request_ResourceNotFound" },
    });
    release();
    expect(await b2b.groups.addMember(group.id, invitedUser.id)).toBe("added");
  });

  test("is in a group already, where another instance has put it there", async () => {
    const { b2b, group, contoso } = heldBack("none");
    const { invitedUser } = await b2b.invitations.create(ada);
    for (const reader of contoso.readers) reader.hold();
    expect(await b2b.groups.addMember(group.id, invitedUser.id)).toBe("added");
    expect(await b2b.groups.addMember(group.id, invitedUser.id)).toBe("already-member");
  });

  test("cannot be assigned to an application, though the directory shows it: assignments are judged elsewhere", async () => {
    const { b2b, portal, release } = heldBack("apps/weu");
    const { invitedUser } = await b2b.invitations.create(ada);
    expect(await b2b.guests.get(invitedUser.id)).toMatchObject({ id: invitedUser.id });
    const appRoleId = "99999999-0000-4000-8000-000000000001";
    const assignment = { principalId: invitedUser.id, resourceId: portal.id, appRoleId };
    const early = await b2b.apps.assign(assignment).safe();
    expect(early).toMatchObject({ ok: false, error: { code: "rejected-input", status: 400 } });
    if (!early.ok) expect(early.error.message).toContain("Not a valid reference update");
    release();
    expect(await b2b.apps.assign(assignment)).toMatchObject({ assignment: { appRoleId } });
  });
});

describe("an application that declares roles", () => {
  test("takes no other role, and no default one", async () => {
    const { b2b, portal } = heldBack("none");
    const { invitedUser } = await b2b.invitations.create(ada);
    const refused = await b2b.apps.assign({ principalId: invitedUser.id, resourceId: portal.id }).safe();
    expect(refused).toMatchObject({ ok: false, error: { code: "rejected-input" } });
  });
});

import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const address = "ada@fabrikam.example";
const input = { invitedUserEmailAddress: address, inviteRedirectUrl };
const told = { permissions: ["User.Invite.All"], homeLetsOut: true } as const;
const NOBODY = "00000000-0000-4000-8000-00000000beef";

/** What is said ahead of an invitation of the account itself, and what comes of it. */
async function invited(
  id: string,
  { b2b }: Pick<ReturnType<typeof openClient>, "b2b">,
  invitedUserEmailAddress = address,
) {
  const named = { ...input, invitedUserEmailAddress, invitedUser: { id } };
  const { findings } = await b2b.preflight.invitation(named, told);
  const about = findings.filter(({ limitation }) => limitation === "already-in-directory");
  return {
    said: about.map(({ severity }) => severity),
    advice: about.flatMap(({ remedies }) => remedies.map(({ action }) => action)),
    answer: await b2b.invitations.create(named).safe(),
  };
}

describe("an invitation of an account itself", () => {
  test("makes a guest of a member in place, as the remedy has it, who then redeems and stays who it was", async () => {
    const open = openClient();
    const { world, contoso, b2b } = open;
    const ada = contoso.user("ada", { otherMails: [address] });
    const refused = await b2b.preflight.invitation(input, told);
    expect(refused.findings.flatMap(({ remedies }) => remedies)).toContainEqual(
      expect.objectContaining({ action: "use-account", text: expect.stringContaining("`invitedUser`") }),
    );
    await b2b.guests.update(ada.id, { mail: address });
    const { said, answer } = await invited(ada.id, open);
    expect(said).toEqual(["caution"]);
    expect(answer).toMatchObject({ ok: true, value: { invitedUser: { id: ada.id } } });
    expect((await b2b.guests.list().collect()).map(({ id }) => id)).toEqual([ada.id]);
    const select = ["userPrincipalName", "userType", "externalUserState"] as const;
    const pending = await b2b.guests.get(ada.id, { select });
    expect(pending).toEqual({
      ...{ userPrincipalName: "ada@contoso.onmicrosoft.com", userType: "Member" },
      externalUserState: "PendingAcceptance",
    });
    expect(world.redeem(answer.ok ? (answer.value.inviteRedeemUrl ?? "") : "").accepted).toBe(true);
    expect(await b2b.guests.get(ada.id, { select })).toEqual({ ...pending, externalUserState: "Accepted" });
  });

  test("is refused for nobody's id, and makes no guest of the address", async () => {
    const open = openClient();
    const { said, answer } = await invited(NOBODY, open);
    expect(said).toEqual(["blocked"]);
    expect(answer).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await open.b2b.guests.list().collect()).toEqual([]);
  });

  test("is refused where the account's mail is another", async () => {
    const open = openClient();
    const ada = open.contoso.user("ada", { otherMails: [address] });
    const { said, advice, answer } = await invited(ada.id, open);
    expect([said, advice]).toEqual([["blocked"], ["add-address"]]);
    expect(answer).toMatchObject({ ok: false, error: { code: "rejected-input" } });
  });

  test("is refused for an address of the directory's own", async () => {
    const open = openClient();
    const mail = "ada@contoso.example";
    open.contoso.domain("contoso.example");
    const ada = open.contoso.user("ada", { mail });
    const { said, answer } = await invited(ada.id, open, mail);
    expect([said, answer.ok]).toEqual([["blocked"], false]);
  });

  test("is taken for none of an account that is blocked, of which nobody says what becomes", async () => {
    const open = openClient();
    const ada = open.contoso.user("ada", { mail: address, accountEnabled: false });
    const { said, answer } = await invited(ada.id, open);
    expect([said, answer.ok]).toEqual([["caution"], false]);
  });

  test("sends a guest another link, of which nothing is documented", async () => {
    const open = openClient();
    const { invitedUser } = await open.b2b.invitations.create(input);
    const { said, answer } = await invited(invitedUser.id, open);
    expect(said).toEqual(["caution"]);
    expect(answer).toMatchObject({ ok: true, value: { invitedUser } });
  });

  test("cannot be foretold by who may not read the account, and says so", async () => {
    const { contoso } = openClient();
    const ada = contoso.user("ada", { mail: address });
    const app = contoso.app("blind", { permissions: ["User.Invite.All"] });
    const { b2b } = openClient({}, { transport: contoso.transport({ as: app }) });
    const named = { ...input, invitedUser: { id: ada.id } };
    const { findings } = await b2b.preflight.invitation(named, told);
    expect(findings.filter(({ limitation }) => limitation === "already-in-directory")).toMatchObject([
      { severity: "caution", permission: "User.Read.All" },
    ]);
  });
});

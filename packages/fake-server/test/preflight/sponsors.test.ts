import { describe, expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const input = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };
const told = { permissions: ["User.Invite.All"], homeLetsOut: true } as const;
const NOBODY = "00000000-0000-4000-8000-00000000beef";

/** What a preflight says of the sponsors, and what becomes of the invitation. */
async function sponsored({ b2b }: Pick<ReturnType<typeof openClient>, "b2b">, ...ids: readonly string[]) {
  const invitation = { ...input, invitedUserSponsors: ids.map((id) => ({ id })) };
  const { findings } = await b2b.preflight.invitation(invitation, told);
  return {
    said: findings.filter(({ limitation }) => limitation === "sponsor-unknown"),
    answer: await b2b.invitations.create(invitation).safe(),
  };
}

describe("sponsors", () => {
  test("who are there, users and groups, are nothing to be told of", async () => {
    const open = openClient();
    const ids = [open.contoso.user("mia").id.toUpperCase(), open.contoso.group("team").id];
    const { said, answer } = await sponsored(open, ...ids);
    expect([said, answer.ok]).toEqual([[], true]);
  });

  test("of whom one is not there make a caution of it, and the invitation is refused", async () => {
    const open = openClient();
    const { said, answer } = await sponsored(open, open.contoso.user("mia").id, NOBODY);
    expect(said).toMatchObject([{ severity: "caution", observed: expect.stringContaining(NOBODY) }]);
    expect(answer).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  test("cannot be looked for by everybody, and that is said", async () => {
    const { contoso } = openClient();
    const app = contoso.app("blind", { permissions: ["User.Invite.All"] });
    const { said } = await sponsored(openClient({}, { transport: contoso.transport({ as: app }) }), NOBODY);
    expect(said).toMatchObject([{ severity: "caution", permission: "Directory.Read.All" }]);
  });
});

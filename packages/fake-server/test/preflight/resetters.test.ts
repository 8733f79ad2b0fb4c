import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

const mail = "ada@fabrikam.example";

describe("letting a guest redeem anew", () => {
  test.each([
    ["Helpdesk Administrator", true],
    ["User Administrator", true],
    ["Guest Inviter", false],
    ["Directory Writers", false],
  ] as const)("by a user with the role %s, in the forecast and by the service: %s", async (role, isLet) => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso");
    const ada = contoso.user("ada#EXT#", {
      ...{ userType: "Guest", creationType: "Invitation", externalUserState: "Accepted", mail },
    });
    const as = contoso.user("caller", { roles: [role] });
    const b2b = createB2BClient({ transport: contoso.transport({ as }), clock: world.clock });
    const reset = {
      ...{ invitedUserEmailAddress: mail, inviteRedirectUrl },
      ...{ invitedUser: { id: ada.id }, resetRedemption: true },
    };
    const { findings } = await b2b.preflight.invitation(reset);
    const blocking = findings.filter(({ severity }) => severity === "blocked");
    expect(blocking.map(({ limitation }) => limitation)).toEqual(isLet ? [] : ["invitations-restricted"]);
    expect((await b2b.invitations.create(reset).safe()).ok).toBe(isLet);
  });
});

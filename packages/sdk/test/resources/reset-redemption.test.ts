import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, adaId, invitationOfAda, strangerId } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal } from "../scripted-transport.ts";

const reset = { invitedUserEmailAddress: "ada@northwind.com", inviteRedirectUrl: "https://app.contoso.com" };
const mailed = {
  ...reset,
  sendInvitationMessage: true,
  invitedUserMessageInfo: { messageLanguage: "sv-SE" },
};
const anew = answer(201, { ...invitationOfAda, ...reset });
const NO_SUCH_ADDRESS =
  "The email you’re using to invite this user doesn’t match any emails on the user object. Please add this email to the user object and try again.";

describe("resetting a guest's redemption", () => {
  test("invites the same guest with the address that it redeems with", async () => {
    const { b2b, sent } = openClient([anew]);
    const issued = await b2b.guests.resetRedemption(adaId, reset);
    expect(issued).toMatchObject({ invitedUser: { id: adaId }, mail: "not-requested", reconciled: false });
    expect(sent[0]).toMatchObject({
      method: "POST",
      target: { path: "/invitations" },
      body: { ...reset, resetRedemption: true, invitedUser: { id: adaId } },
      operation: {
        id: "guests.resetRedemption",
        effect: "idempotent",
        guestIdentity: "ada@northwind.com",
        references: [adaId],
        throttleScope: "invitations",
      },
    });
  });

  test("without a mail is sent again where nobody knows what became of it", async () => {
    const { b2b, sent } = openClient([answer(503), anew]);
    await b2b.guests.resetRedemption(adaId, reset);
    expect(sent.map(({ body }) => body)).toEqual([sent[0]?.body, sent[0]?.body]);
  });

  test("with a mail is never sent again as it was, but reconciled without one", async () => {
    const { b2b, sent } = openClient([answer(503), anew]);
    const issued = await b2b.guests.resetRedemption(adaId, mailed);
    expect(issued).toMatchObject({ reconciled: true, mail: "unknown" });
    expect(sent[0]?.operation.effect).toBe("once");
    expect(sent[1]?.body).toEqual({
      ...mailed,
      sendInvitationMessage: false,
      resetRedemption: true,
      invitedUser: { id: adaId },
    });
  });

  test("says what to do where the guest does not have the address", async () => {
    const { b2b } = openClient([refusal(400, "BadRequest", NO_SUCH_ADDRESS)]);
    const error = await failureOf(b2b.guests.resetRedemption(adaId, reset));
    expect(error).toMatchObject({ code: "rejected-input", outcome: "rejected", retryable: false });
    expect(error.remedies?.map(({ action, who }) => [action, who])).toEqual([["add-address", "inviter"]]);
  });

  test("of a guest whom nobody knows is not-found, at once: a reset makes nobody", async () => {
    const { b2b, sent } = openClient([anew, absent(strangerId)]);
    await b2b.guests.resetRedemption(adaId, reset);
    expect((await failureOf(b2b.guests.resetRedemption(strangerId, reset))).code).toBe("not-found");
    expect(sent).toHaveLength(2);
  });

  test("leaves no address, link or id in an error", async () => {
    const { b2b } = openClient([refusal(400, "BadRequest", `${NO_SUCH_ADDRESS} ada@northwind.com`)]);
    const error = await failureOf(b2b.guests.resetRedemption(adaId, mailed));
    expect(JSON.stringify(error) + error.message).not.toMatch(/northwind|redeem\?|f1a7b0de/);
  });
});

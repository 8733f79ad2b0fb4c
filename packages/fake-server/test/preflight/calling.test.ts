import { createWorld } from "@vestibule/fake-server";
import { type BoundaryOptions, createB2BClient, type InvitationInput, type Middleware } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl } from "../open-client.ts";

const input = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

function open(cloud: "public" | "china" = "public", boundary?: BoundaryOptions) {
  const world = createWorld();
  const contoso = world.cloud(cloud).tenant("contoso");
  const sent: string[] = [];
  const noting: Middleware = (next) => (request) => {
    sent.push(request.operation.id);
    return next(request);
  };
  const b2b = createB2BClient({
    ...{ transport: contoso.transport({ as: contoso.app("inviter") }), clock: world.clock },
    ...{ random: world.random, useAttempt: [noting], ...(boundary && { boundary }) },
  });
  return { world, contoso, b2b, sent };
}

describe("asking for a preflight", () => {
  test.each<[string, InvitationInput, object, string]>([
    [
      "an address that cannot be invited",
      { ...input, invitedUserEmailAddress: "a+b@x.example" },
      {},
      "invitedUserEmailAddress",
    ],
    ["a reset without a guest", { ...input, resetRedemption: true }, {}, "invitedUser"],
    ["a time that is none", input, { timeoutMs: 0 }, "timeoutMs"],
    ["an option that does not exist", input, { permission: [] }, "permission"],
    ["a sign-in that is misspelt", input, { signIn: { homeMFA: "required" } }, "signIn.homeMFA"],
    ["a home in the sign-in", input, { signIn: { homeTenantId: null } }, "signIn.homeTenantId"],
  ])("refuses %s before anything is sent", async (_, wrong, options, path) => {
    const { b2b, sent } = open();
    const error = await failureOf(b2b.preflight.invitation(wrong, options));
    expect(error).toMatchObject({
      ...{ code: "invalid-input", outcome: "not-sent", operation: "preflight.invitation" },
      problems: [{ path }],
    });
    expect(sent).toEqual([]);
  });

  test("refuses what the cloud does not know, as the invitation would be", async () => {
    const { b2b, sent } = open("china");
    const sponsored = { ...input, invitedUserSponsors: [{ id: "00000000-0000-4000-8000-000000000001" }] };
    for (const ask of [() => b2b.preflight.invitation(sponsored), () => b2b.invitations.create(sponsored)]) {
      expect(await failureOf(ask())).toMatchObject({ problems: [{ path: "invitedUserSponsors" }] });
    }
    expect(sent).toEqual([]);
  });

  test("waits out what is down for now, and calls what stays down an error and no finding", async () => {
    const { contoso, b2b } = open();
    contoso.faults.add({ match: { operation: "organization.list", nth: 1 }, effect: "unavailable" });
    expect((await b2b.preflight.invitation(input)).verdict).toBe("caution");
    contoso.faults.add({ match: { operation: "organization.list" }, effect: "unavailable" });
    expect(await failureOf(b2b.preflight.invitation(input))).toMatchObject({ code: "transient" });
  });

  test("ends when its time is over, whoever is waited for", async () => {
    const never = { resolve: () => new Promise<never>(() => undefined) };
    const { b2b, world } = open("public", { resolver: never });
    const start = world.clock.now();
    const error = await failureOf(b2b.preflight.invitation(input, { timeoutMs: 2_000 }));
    expect(error).toMatchObject({ code: "timeout", operation: "preflight.invitation" });
    expect(world.clock.now() - start).toBe(2_000);
  });

  test("ends when its caller gives up", async () => {
    const never = { resolve: () => new Promise<never>(() => undefined) };
    const { b2b } = open("public", { resolver: never });
    const giveUp = new AbortController();
    const asked = failureOf(b2b.preflight.invitation(input, { signal: giveUp.signal }));
    giveUp.abort();
    expect(await asked).toMatchObject({ code: "aborted" });
  });

  test("works in every cloud, and for an address with an apostrophe", async () => {
    for (const cloud of ["public", "china"] as const) {
      const { contoso, b2b } = open(cloud);
      contoso.user("o", { otherMails: ["o'hara@fabrikam.example"] });
      const { findings } = await b2b.preflight.invitation({
        ...input,
        invitedUserEmailAddress: "O'Hara@fabrikam.example",
      });
      expect(findings[0]).toMatchObject({ limitation: "already-in-directory", severity: "blocked" });
    }
  });
});

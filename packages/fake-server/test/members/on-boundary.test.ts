import {
  type B2BClientOptions,
  type BoundaryAnswer,
  type BoundaryQuestion,
  createB2BClient,
  staticHomes,
  tenantPolicy,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { everybody } from "../everybody.ts";
import { failureOf } from "../failure-of.ts";
import { li, member, twoClouds as open, resolver, type TwoClouds } from "./two-clouds.ts";

/** Who finds the boundary: the client, which is told where domains are at home; or the service. */
const finders: readonly (readonly [string, Partial<B2BClientOptions>, number])[] = [
  ["the client", { boundary: { resolver } }, 0],
  ["the service", {}, 1],
];

describe("somebody out of reach", () => {
  test.each(finders)(
    "gets a member account instead, where %s finds the boundary",
    async (_, options, refused) => {
      const { b2b, done } = open(options);
      const call = b2b.invitations.create(li, { onBoundary: "create-member", member });
      const outcome = await call;
      if (outcome.kind !== "member") throw new Error("a member was to be made");
      expect(outcome.member).toMatchObject({ displayName: "Li (Corp)", reconciled: false });
      expect(done()).toEqual(["users.create"]);
      expect(await call.meta()).toMatchObject({ status: 201, attempts: refused + 1 });
      expect(await b2b.guests.get(outcome.member.id)).toMatchObject({
        ...{ userType: "Member", creationType: null, externalUserState: null },
      });
    },
  );

  test.each(finders)("is invited at another address, where %s finds the boundary", async (_, options) => {
    const { b2b, done } = open(options);
    const questions: BoundaryQuestion[] = [];
    const outcome = await b2b.invitations.create(li, {
      onBoundary: async (question) => {
        questions.push(question);
        return { invitedUserEmailAddress: "li@mail.example" };
      },
    });
    expect(outcome).toMatchObject({
      ...{ kind: "guest", invitation: { invitedUserEmailAddress: "li@mail.example", mail: "not-requested" } },
    });
    expect(questions).toMatchObject([
      { invitedUserEmailAddress: "li@corp.example", asked: 1, error: { code: "cloud-boundary" } },
    ]);
    expect(done()).toEqual(["invitations.create"]);
  });

  test("has another address judged anew, and is asked three times at the most", async () => {
    const { b2b, done } = open({ boundary: { resolver } });
    const asked: (readonly [number, string])[] = [];
    const error = await failureOf(
      b2b.invitations.create(li, {
        onBoundary: (question) => {
          asked.push([question.asked, question.invitedUserEmailAddress]);
          return { invitedUserEmailAddress: `li${question.asked}@other.example` };
        },
      }),
    );
    expect(error).toMatchObject({ code: "cloud-boundary", outcome: "not-sent" });
    expect(asked).toEqual([
      [1, "li@corp.example"],
      [2, "li1@other.example"],
      [3, "li2@other.example"],
    ]);
    expect(done()).toEqual([]);
  });

  test("can be given an account after all, once no address helps", async () => {
    const { b2b } = open({ boundary: { resolver } });
    const outcome = await b2b.invitations.create(li, {
      onBoundary: ({ asked }): BoundaryAnswer =>
        asked === 1 ? { invitedUserEmailAddress: "li@other.example" } : { member },
    });
    expect(outcome).toMatchObject({ kind: "member", member: { displayName: "Li (Corp)" } });
  });

  test("is left at the error where nobody knows better", async () => {
    const { b2b, done } = open();
    const error = await failureOf(b2b.invitations.create(li, { onBoundary: () => undefined }));
    expect(error).toMatchObject({
      code: "cloud-boundary",
      outcome: "rejected",
      operation: "invitations.create",
    });
    expect(done()).toEqual([]);
  });

  test("gets one mail, at the address that was taken", async () => {
    const { b2b, contoso } = open();
    const outcome = await b2b.invitations.create(
      { ...li, sendInvitationMessage: true },
      { onBoundary: () => ({ invitedUserEmailAddress: "li@mail.example" }) },
    );
    expect(outcome).toMatchObject({ kind: "guest", invitation: { mail: "requested" } });
    expect(contoso.mails.map(({ to }) => to)).toEqual(["li@mail.example"]);
  });

  test.each([
    ["invitations.create", "invitations-unavailable"],
    ["users.create", "reset-after-commit"],
    ["users.create", "connection-refused"],
  ] as const)("gets one account, though %s fails at first (%s)", async (operation, effect) => {
    const { b2b, contoso, done } = open();
    contoso.faults.add({ match: { operation, nth: 1 }, effect });
    const outcome = await b2b.invitations.create(li, { onBoundary: "create-member", member });
    expect(outcome.kind).toBe("member");
    expect(done()).toEqual(["users.create"]);
  });
});

describe("somebody within reach", () => {
  test("is invited, and needs no account", async () => {
    const { b2b, done } = open({ boundary: { resolver } });
    const input = { ...li, invitedUserEmailAddress: "ada@mail.example" };
    const outcome = await b2b.invitations.create(input, { onBoundary: "create-member", member });
    expect(outcome).toMatchObject({ kind: "guest", invitation: { status: "PendingAcceptance" } });
    expect(done()).toEqual(["invitations.create"]);
  });

  test.each([
    [
      "nobody may invite",
      "invitations-restricted",
      (o: TwoClouds) => o.contoso.authorizationPolicy({ allowInvitesFrom: "none" }),
    ],
    [
      "the domain is blocked",
      "invitations-restricted",
      (o: TwoClouds) => o.contoso.domainPolicy({ blocked: ["mail.example"] }),
    ],
    [
      "the address is a member's",
      "conflict",
      (o: TwoClouds) => o.contoso.user("ada", { mail: "ada@mail.example" }),
    ],
    [
      "the directory is full",
      "limit-reached",
      (o: TwoClouds) => o.contoso.members(o.contoso.objectLimit - 1),
    ],
    [
      "the service is in trouble",
      "transient",
      (o: TwoClouds) =>
        o.contoso.faults.add({ match: { operation: "invitations.create" }, effect: "bad-gateway" }),
    ],
  ] as const)("fails as ever where %s: nobody is asked, no account is made", async (_, code, spoil) => {
    const opened = open();
    spoil(opened);
    const input = { ...li, invitedUserEmailAddress: "ada@mail.example" };
    const asked: unknown[] = [];
    const onBoundary = (question: BoundaryQuestion): BoundaryAnswer => {
      asked.push(question);
      return { member };
    };
    const options = [{ onBoundary: "create-member", member } as const, { onBoundary }];
    for (const option of options) {
      expect(await failureOf(opened.b2b.invitations.create(input, option))).toMatchObject({ code });
    }
    expect(asked).toEqual([]);
    expect(opened.done()).toEqual([]);
  });

  test("whose organisation the directory keeps out gets no account by itself, since that is no way out of it", async () => {
    const { world, contoso, b2b: admin, done } = open();
    const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    await admin.crossTenantAccess.addPartner(fabrikam.id, {
      b2bCollaborationInbound: everybody("blocked"),
    });
    const home = { kind: "tenant", tenant: { cloud: "public", tenantId: fabrikam.id } } as const;
    const b2b = createB2BClient({
      transport: contoso.transport({ as: contoso.app("inviter") }),
      clock: world.clock,
      boundary: { resolver: staticHomes({ "fabrikam.example": home }), policy: tenantPolicy },
    });
    const input = { ...li, invitedUserEmailAddress: "ada@fabrikam.example" };
    const error = await failureOf(b2b.invitations.create(input, { onBoundary: "create-member", member }));
    expect(error).toMatchObject({ code: "cloud-boundary", outcome: "not-sent" });
    expect(done()).toEqual([]);
  });
});

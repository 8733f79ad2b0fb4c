import { inspect } from "node:util";
import type { MemberInput } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { openClient } from "../open-client.ts";

const PASSWORD = "Correct-Horse-7";
const li: MemberInput = {
  displayName: "Li (Corp)",
  userPrincipalName: "li@contoso.onmicrosoft.com",
  passwordProfile: { password: PASSWORD },
};
const MINUTE = 60_000;

const made = ({ contoso }: ReturnType<typeof openClient>) =>
  contoso.log.filter(({ operation }) => operation === "users.create").flatMap(({ ids }) => ids);

describe("a member account", () => {
  test("is made with what was said, a nickname from its name, and a password to be changed", async () => {
    const bodies: unknown[] = [];
    const { b2b } = openClient(
      {},
      {
        use: [
          (next) => (request) => {
            bodies.push(request.body);
            return next(request);
          },
        ],
      },
    );
    const member = await b2b.members.create({ ...li, otherMails: ["li@corp.example"] });
    expect(member).toEqual({
      id: expect.any(String),
      userPrincipalName: "li@contoso.onmicrosoft.com",
      displayName: "Li (Corp)",
      mail: null,
      reconciled: false,
    });
    expect(bodies).toEqual([
      {
        ...{ displayName: "Li (Corp)", userPrincipalName: "li@contoso.onmicrosoft.com", mailNickname: "li" },
        ...{ accountEnabled: true, otherMails: ["li@corp.example"] },
        passwordProfile: { forceChangePasswordNextSignIn: true, password: PASSWORD },
      },
    ]);
    expect(await b2b.guests.get(member.id)).toMatchObject({ userType: "Member", creationType: null });
  });

  test("can be used at once, whichever instance answers", async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { b2b, contoso } = openClient({ seed, realism: "documented" });
      const group = contoso.group("partners");
      const { id } = await b2b.members.create(li);
      expect(await b2b.groups.addMember(group.id, id)).toBe("added");
      expect(await b2b.guests.get(id)).toMatchObject({ displayName: "Li (Corp)" });
      contoso.conduct.assertClean();
    }
  });

  test("of a name that is taken is a conflict", async () => {
    const opened = openClient();
    opened.contoso.user("li");
    const error = await failureOf(opened.b2b.members.create(li));
    expect(error).toMatchObject({ code: "conflict", outcome: "rejected", retryable: false, attempts: 1 });
    expect(made(opened)).toEqual([]);
  });

  test("with a password that the service does not take, or a name in nobody's domain, is rejected", async () => {
    const { b2b } = openClient();
    const weak = { ...li, passwordProfile: { password: "alllowercase" } };
    expect(await failureOf(b2b.members.create(weak))).toMatchObject({ code: "rejected-input" });
    const foreign = { ...li, userPrincipalName: "li@corp.example" };
    expect(await failureOf(b2b.members.create(foreign))).toMatchObject({ code: "rejected-input" });
  });

  test("is forbidden to whoever may only invite", async () => {
    const { contoso, world } = openClient();
    const as = contoso.app("narrow", { permissions: ["User.Invite.All"] });
    const { b2b } = openClient({}, { transport: contoso.transport({ as }), clock: world.clock });
    expect(await failureOf(b2b.members.create(li))).toMatchObject({ code: "forbidden", outcome: "rejected" });
  });

  test.each([
    ["no name", { displayName: " " }, "displayName"],
    ["no principal name", { userPrincipalName: undefined }, "userPrincipalName"],
    ["a principal name with blanks", { userPrincipalName: "l i@contoso.com" }, "userPrincipalName"],
    ["a principal name without a domain", { userPrincipalName: "li" }, "userPrincipalName"],
    ["no password", { passwordProfile: {} }, "passwordProfile.password"],
    ["a short password", { passwordProfile: { password: "Ab1-xyz" } }, "passwordProfile.password"],
    ["a long password", { passwordProfile: { password: "Ab1-".repeat(65) } }, "passwordProfile.password"],
    ["a nickname with an @", { mailNickname: "li@corp" }, "mailNickname"],
    ["the user type of a guest", { userType: "Guest" }, "userType"],
  ])("with %s is not sent", async (_, changes, path) => {
    const { b2b, contoso } = openClient();
    const error = await failureOf(b2b.members.create({ ...li, ...changes } as MemberInput));
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent", attempts: 0 });
    expect(error.problems?.map((problem) => problem.path)).toEqual([path]);
    expect(contoso.faults.requests).toBe(0);
  });
});

describe("a member account whose answer was lost", () => {
  test.each(["reset-after-commit", "unavailable-after-commit"] as const)(
    "is found made (%s): there is one, and the result is that one",
    async (effect) => {
      for (const realism of ["instant", "documented"] as const) {
        for (let seed = 1; seed <= 20; seed++) {
          const opened = openClient({ seed, realism });
          opened.contoso.faults.add({ match: { operation: "users.create", nth: 1 }, effect });
          const call = opened.b2b.members.create(li);
          const member = await call;
          expect(member).toMatchObject({ displayName: "Li (Corp)", mail: null, reconciled: true });
          expect(made(opened)).toEqual([member.id]);
          expect(await call.meta()).toMatchObject({ reconciled: true, attempts: 2 });
        }
      }
    },
  );

  test("can be used at once all the same", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { b2b, contoso } = openClient({ seed, realism: "documented" });
      const group = contoso.group("partners");
      contoso.faults.add({ match: { operation: "users.create", nth: 1 }, effect: "reset-after-commit" });
      const { id } = await b2b.members.create(li);
      expect(await b2b.groups.addMember(group.id, id)).toBe("added");
    }
  });

  test("is made by the second attempt, where the first did nothing", async () => {
    const opened = openClient();
    opened.contoso.faults.add({
      match: { operation: "users.create", nth: 1 },
      effect: "reset-before-commit",
    });
    expect(await opened.b2b.members.create(li)).toMatchObject({ reconciled: false });
    expect(made(opened)).toHaveLength(1);
  });

  test.each([
    ["is older", {}],
    ["has another display name", { displayName: "Lin" }],
    ["is a guest's", { userType: "Guest" }],
    ["was invited", { creationType: "Invitation" }],
  ] as const)("is a conflict where the account of that name %s", async (_, properties) => {
    const opened = openClient();
    opened.contoso.user("li", { displayName: "Li (Corp)", mailNickname: "li", ...properties });
    if (Object.keys(properties).length === 0) await opened.world.clock.sleep(6 * MINUTE);
    opened.contoso.faults.add({
      match: { operation: "users.create", nth: 1 },
      effect: "reset-before-commit",
    });
    const error = await failureOf(opened.b2b.members.create(li));
    expect(error).toMatchObject({ code: "conflict", outcome: "rejected", attempts: 2, status: 400 });
    expect(made(opened)).toEqual([]);
  });

  test("is no plain conflict where nobody may look: the outcome is unknown", async () => {
    const opened = openClient();
    opened.contoso.faults.add({ match: { operation: "users.create", nth: 1 }, effect: "reset-after-commit" });
    opened.contoso.faults.add({ match: { operation: "users.get" }, effect: "object-missing" });
    const error = await failureOf(opened.b2b.members.create(li));
    expect(error).toMatchObject({ code: "transient", outcome: "unknown", retryable: false });
    expect(error.message).toContain("look for the account by its name");
    expect(made(opened)).toHaveLength(1);
  });

  test("is looked for no longer than the call may take", async () => {
    const { b2b, contoso, world } = openClient();
    contoso.faults.add({ match: { operation: "users.create", nth: 1 }, effect: "reset-after-commit" });
    contoso.faults.add({ match: { operation: "users.get" }, effect: "object-missing" });
    const start = world.clock.now();
    const error = await failureOf(b2b.members.create(li, { timeoutMs: 10_000 }));
    expect(error.outcome).toBe("unknown");
    expect(world.clock.now() - start).toBeLessThanOrEqual(10_000);
  });
});

describe("the password", () => {
  type Wrong = readonly [
    string,
    Partial<MemberInput>,
    "hang-after-commit" | "html-instead-of-json" | undefined,
  ];
  const wrongs: readonly Wrong[] = [
    ["no answer", {}, "hang-after-commit"],
    ["a gateway's page", {}, "html-instead-of-json"],
    ["a name in nobody's domain", { userPrincipalName: "li@corp.example" }, undefined],
    ["a name that cannot be one", { userPrincipalName: "not a name" }, undefined],
    ["no display name", { displayName: "" }, undefined],
  ];

  test.each(wrongs)(
    "is not in the error for %s, nor in anything that the fake keeps",
    async (_, changes, effect) => {
      const { b2b, contoso } = openClient();
      if (effect) contoso.faults.add({ match: { operation: "users.create" }, effect });
      const error = await failureOf(b2b.members.create({ ...li, ...changes }));
      const spoken = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
      const kept = JSON.stringify([contoso.log, contoso.conduct.remarks]);
      for (const text of [error.message, error.stack, JSON.stringify(error), spoken, kept]) {
        expect(text).not.toContain(PASSWORD);
      }
    },
  );
});

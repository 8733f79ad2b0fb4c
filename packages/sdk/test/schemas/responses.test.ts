import type { B2BClient, B2BError } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { ada, adaId, groupId, invitationOfAda, mailToAda, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer } from "../scripted-transport.ts";

const paths = (error: B2BError) => error.problems?.map(({ path }) => path);
const without = (object: object, name: string) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

const assigned = {
  ...{
    id: "opaque==",
    principalId: adaId,
    principalType: "User",
    principalDisplayName: "Ada",
    resourceId: groupId,
  },
  ...{ resourceDisplayName: "App", appRoleId: groupId, createdDateTime: "2026-01-01T00:00:00Z" },
};
const assign = (b2b: B2BClient) => b2b.apps.assign({ principalId: adaId, resourceId: groupId });
const invite = (b2b: B2BClient) => b2b.invitations.create(toAda);
const read = (b2b: B2BClient) => b2b.guests.get(adaId);
const list = (b2b: B2BClient) => b2b.guests.list().collect();

describe("an answer that does not fit", () => {
  const wrong: readonly [string, (b2b: B2BClient) => Promise<unknown>, unknown, readonly string[]][] = [
    ["an invitation without an id", invite, without(invitationOfAda, "id"), ["id"]],
    ["an invitation without a guest", invite, without(invitationOfAda, "invitedUser"), ["invitedUser"]],
    [
      "an invitation whose guest has no id",
      invite,
      { ...invitationOfAda, invitedUser: {} },
      ["invitedUser.id"],
    ],
    ["an invitation with a number for a status", invite, { ...invitationOfAda, status: 1 }, ["status"]],
    ["a guest with a number for a name", read, { ...ada, displayName: 1 }, ["displayName"]],
    ["a guest without what was asked for", read, without(ada, "externalUserState"), ["externalUserState"]],
    ["a guest whose id is null", read, { ...ada, id: null }, ["id"]],
    ["a list without items", list, {}, ["value"]],
    ["a list whose items are none", list, { value: "x" }, ["value"]],
    ["a list with a text for a guest", list, { value: [ada, "ada"] }, ["value[1]"]],
    ["a list with a wrong guest", list, { value: [ada, ada, { ...ada, mail: 1 }] }, ["value[2].mail"]],
    ["a list whose next link is a number", list, { value: [], "@odata.nextLink": 1 }, ["@odata.nextLink"]],
    ["a list whose count is a text", list, { value: [], "@odata.count": "7" }, ["@odata.count"]],
    ["an assignment without a role", assign, without(assigned, "appRoleId"), ["appRoleId"]],
    ["nothing", read, undefined, [""]],
    ["a text", read, "<html></html>", [""]],
    ["an array", invite, [], [""]],
    ["null", list, null, [""]],
  ];

  test.each(wrong)("(%s) is an unexpected response, by its path", async (_, call, body, expected) => {
    const { b2b, sent } = openClient([answer(200, body)], { retry: false });
    const error = await failureOf(call(b2b));
    expect(error).toMatchObject({ code: "unexpected-response", status: 200, requestId: "r-1", attempts: 1 });
    expect(error).toMatchObject({ retryable: false });
    expect(paths(error)).toEqual(expected);
    expect(sent).toHaveLength(1);
  });

  test("names all that is wrong with it", async () => {
    const { b2b } = openClient([
      answer(200, {
        value: [
          { ...ada, mail: 1 },
          { ...ada, accountEnabled: "yes" },
        ],
      }),
    ]);
    expect(paths(await failureOf(list(b2b)))).toEqual(["value[0].mail", "value[1].accountEnabled"]);
  });

  test("leaves a read rejected, and a write unknown, with a word that it was answered as a success", async () => {
    const reading = await failureOf(read(openClient([answer(200, {})]).b2b));
    expect(reading.outcome).toBe("rejected");
    const { b2b } = openClient([answer(201, {})]);
    const writing = await failureOf(b2b.invitations.create(mailToAda));
    expect(writing).toMatchObject({ outcome: "unknown", retryable: false });
    expect(writing.message).toContain(
      "It was answered as a success; nothing that can be read says what was done.",
    );
  });

  test("has the id that the request was sent with", async () => {
    const { b2b, sent } = openClient([answer(200, {})]);
    const error = await failureOf(read(b2b));
    expect(error.clientRequestId).toBe(sent[0]?.headers["client-request-id"]);
    expect(error.clientRequestId).toBeDefined();
  });

  test("never shows its values", async () => {
    const MARK = "zq7secretqz";
    const value = fc.constantFrom<unknown>(MARK, [MARK], { [MARK.slice(0, 3)]: MARK }, 7, true, null);
    const name = fc.constantFrom(...Object.keys({ ...ada, ...invitationOfAda }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value), async (changes) => {
        for (const [call, body] of [
          [read, { ...ada, ...changes }],
          [invite, { ...invitationOfAda, ...changes }],
        ] as const) {
          const result = await failureOrNothing(call(openClient([answer(200, body)]).b2b));
          expect(`${result?.message}${JSON.stringify(result)}`).not.toContain(MARK);
        }
      }),
    );
  });
});

describe("an answer with news", () => {
  test("passes with values that nobody knows yet, where Graph may add some", async () => {
    const { b2b } = openClient([
      answer(200, { ...ada, userType: "Visitor", creationType: "Portal", externalUserState: "Paused" }),
      answer(201, { ...invitationOfAda, status: "Queued", invitedUserType: "Visitor" }),
      answer(201, { ...assigned, principalType: "Agent" }),
    ]);
    expect(await read(b2b)).toMatchObject({
      userType: "Visitor",
      creationType: "Portal",
      externalUserState: "Paused",
    });
    expect(await invite(b2b)).toMatchObject({ status: "Queued", invitedUserType: "Visitor" });
    expect(await assign(b2b)).toMatchObject({ assignment: { principalType: "Agent" } });
  });

  test("passes with properties that nobody knows", async () => {
    const extra = { brandNew: { deep: [1] }, "@odata.type": "#microsoft.graph.user" };
    const { b2b } = openClient([
      answer(200, { ...ada, ...extra }),
      answer(201, { ...invitationOfAda, ...extra }),
      answer(200, { ...extra, value: [{ ...ada, ...extra }] }),
    ]);
    expect(await read(b2b)).toMatchObject({ id: adaId });
    expect(await invite(b2b)).toMatchObject({ invitedUser: { id: adaId } });
    expect(await list(b2b)).toHaveLength(1);
  });

  test("passes whatever its optional properties hold null", async () => {
    const nulls = Object.fromEntries(Object.keys(ada).map((name) => [name, null]));
    const guest = { ...nulls, id: adaId, userPrincipalName: ada.userPrincipalName };
    expect(await read(openClient([answer(200, guest)]).b2b)).toEqual(guest);
  });

  test("passes without a body where none is promised, and with one too", async () => {
    const { b2b } = openClient([answer(204), answer(200, { odd: true }), answer(204), answer(204)]);
    expect(await b2b.guests.update(adaId, { jobTitle: "x" })).toBeUndefined();
    expect(await b2b.guests.update(adaId, { jobTitle: "x" })).toBeUndefined();
    expect(await b2b.guests.delete(adaId)).toBeUndefined();
    expect(await b2b.groups.addMember(groupId, adaId)).toBe("added");
  });
});

describe("a guest of whom some properties were asked for", () => {
  test("holds exactly these, whatever else the answer brought along", async () => {
    const { b2b } = openClient([answer(200, { ...ada, "@odata.context": "x" })]);
    expect(await b2b.guests.get(adaId, { select: ["id", "mail"] })).toEqual({ id: adaId, mail: ada.mail });
  });

  test("fits whatever form the others have", async () => {
    const { b2b } = openClient([answer(200, { id: adaId, businessPhones: null })]);
    expect(await b2b.guests.get(adaId, { select: ["id"] })).toMatchObject({ id: adaId });
  });
});

async function failureOrNothing(promise: Promise<unknown>): Promise<B2BError | undefined> {
  const failed = await promise.then(
    () => false,
    () => true,
  );
  return failed ? failureOf(promise) : undefined;
}

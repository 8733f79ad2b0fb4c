import { type B2BClientOptions, createB2BClient } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import {
  absent,
  adaId,
  adaRead,
  groupId,
  invited,
  mailToAda,
  noContent,
  strangerId,
  toAda,
} from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal, type Step, scriptedTransport } from "../scripted-transport.ts";

const missing = absent(adaId);
const assignment = { principalId: adaId, resourceId: groupId };

/** A client that has invited Ada, and what its directory answers to everything after that. */
async function afterInviting(steps: readonly Step[], options: Partial<B2BClientOptions> = {}) {
  const opened = openClient([invited, ...steps], options);
  await opened.b2b.invitations.create(toAda);
  return opened;
}

describe("what this client has just written", () => {
  test.each([
    ["404 Request_ResourceNotFound", missing],
    [
      "404 Directory_ObjectNotFound",
      refusal(404, "Directory_ObjectNotFound", "Unable to read the company information"),
    ],
    [
      "400 Directory_ObjectNotFound",
      refusal(400, "Directory_ObjectNotFound", "Unable to read the company information"),
    ],
    ["400 Not a valid reference update", refusal(400, "Request_BadRequest", "Not a valid reference update")],
    [
      "400 referenced objects don't exist",
      refusal(
        400,
        "Request_BadRequest",
        "The source resource object or one of the objects being referenced don’t exist.",
      ),
    ],
    [
      "400 property values invalid",
      refusal(400, "Request_BadRequest", "One or more property values specified are invalid."),
    ],
  ])("is asked again after %s", async (_, step) => {
    const reading = await afterInviting([step, step, adaRead]);
    expect(await reading.b2b.guests.get(adaId)).toMatchObject({ id: adaId });
    const adding = await afterInviting([step, noContent]);
    expect(await adding.b2b.groups.addMember(groupId, adaId)).toBe("added");
    expect(adding.clock.sleeping).toBe(0);
  });

  test("is waited for by updates and assignments too", async () => {
    const assigned = answer(201, {
      ...{
        id: "a-1",
        principalId: adaId,
        principalType: "User",
        principalDisplayName: null,
        resourceId: groupId,
      },
      ...{
        resourceDisplayName: null,
        appRoleId: "00000000-0000-0000-0000-000000000000",
        createdDateTime: null,
      },
    });
    const { b2b } = await afterInviting([missing, noContent, missing, assigned]);
    await b2b.guests.update(adaId, { jobTitle: "Countess" });
    expect(await b2b.apps.assign(assignment)).toMatchObject({ assignment: { id: "a-1" } });
  });

  test("costs no attempt of the retry, however often it is asked for", async () => {
    const { b2b } = await afterInviting([...Array<Step>(9).fill(missing), adaRead]);
    expect(await b2b.guests.get(adaId).meta()).toMatchObject({ attempts: 10, staleReads: 9, status: 200 });
  });

  test("is not-yet-visible once the window has passed, and says so before it begins a wait beyond it", async () => {
    const { b2b, clock, startedAt, sent } = await afterInviting([missing]);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({
      code: "not-yet-visible",
      status: 404,
      outcome: "rejected",
      retryable: true,
    });
    expect(error.attempts).toBe(sent.length - 1);
    expect(error.remedies?.map(({ action }) => action)).toEqual(["wait"]);
    expect(clock.now() - startedAt).toBeGreaterThan(100_000);
    expect(clock.now() - startedAt).toBeLessThanOrEqual(120_000);
  });

  test("keeps what Graph's support asks for in that error", async () => {
    const { b2b, sent } = await afterInviting([missing]);
    const error = await failureOf(b2b.guests.get(adaId));
    expect(error).toMatchObject({ graphCode: "Request_ResourceNotFound", requestId: "r-1" });
    expect(error.clientRequestId).toBe(sent.at(-1)?.headers["client-request-id"]);
  });

  test("is an answer like any other after the window", async () => {
    const { b2b, clock, sent } = await afterInviting([missing]);
    await clock.sleep(120_001);
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "not-found", attempts: 1 });
    expect(sent).toHaveLength(2);
  });

  test("is waited for as long as the options say", async () => {
    const { b2b, clock, startedAt } = await afterInviting([missing], { readYourWrites: { windowMs: 9_000 } });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "not-yet-visible" });
    expect(clock.now() - startedAt).toBeLessThanOrEqual(9_000);
  });

  test("is waited for longer by what assigns applications, which learn of it later", async () => {
    const { b2b, clock, startedAt } = await afterInviting([missing]);
    await clock.sleep(200_000);
    expect(await failureOf(b2b.apps.assign(assignment))).toMatchObject({ code: "not-yet-visible" });
    expect(clock.now() - startedAt).toBeGreaterThan(280_000);
    expect(clock.now() - startedAt).toBeLessThanOrEqual(300_000);
  });

  test("is waited for no longer than the caller's deadline", async () => {
    const { b2b, clock, startedAt } = await afterInviting([missing]);
    const error = await failureOf(b2b.guests.get(adaId, { timeoutMs: 5_000 }));
    expect(error.code).toBe("not-yet-visible");
    expect(clock.now() - startedAt).toBeLessThanOrEqual(5_000);
  });

  test("is waited for no longer than the caller cares", async () => {
    const { b2b, clock } = await afterInviting([missing]);
    const controller = new AbortController();
    const error = failureOf(b2b.guests.get(adaId, { signal: controller.signal }));
    await clock.sleep(10_000);
    controller.abort();
    expect(await error).toMatchObject({ code: "aborted" });
    expect(clock.sleeping).toBe(0);
  });

  test("is not waited for where waiting is off", async () => {
    const { b2b } = await afterInviting([missing], { readYourWrites: false });
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "not-found", attempts: 1 });
  });

  test("is known by its id, in whatever case the caller writes that", async () => {
    const { b2b } = await afterInviting([missing, adaRead]);
    expect(await b2b.guests.get(adaId.toUpperCase())).toMatchObject({ id: adaId });
  });

  test("is known to this client alone", async () => {
    const { b2b } = await afterInviting([adaRead]);
    await b2b.guests.get(adaId);
    const other = createB2BClient({ transport: scriptedTransport([missing]), clock: new VirtualClock() });
    expect(await failureOf(other.guests.get(adaId))).toMatchObject({ code: "not-found" });
  });

  test("is waited for even by what people would see twice, since a refusal did nothing", async () => {
    const { b2b, sent } = await afterInviting([missing, invited]);
    await b2b.invitations.create({ ...mailToAda, resetRedemption: true, invitedUser: { id: adaId } });
    expect(sent).toHaveLength(3);
  });

  test.each([
    ["the longest", 0.999_999, [1_000, 1_000, 2_000, 4_000, 8_000, 12_000, 12_000]],
    ["the shortest", 0, [500, 500, 500, 750, 1_125, 1_687.5, 2_531.25]],
  ])("is asked again after about as long as it has been missing: %s waits", async (_, chance, expected) => {
    const times: number[] = [];
    const look: Step = () => {
      times.push(clock.now());
      return missing;
    };
    const { b2b, clock } = await afterInviting([look], { random: () => chance });
    await failureOf(b2b.guests.get(adaId));
    const pauses = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    for (const [n, pause] of expected.entries()) expect(pauses[n]).toBeCloseTo(pause, -1);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(12_000);
  });
});

describe("what this client has not written", () => {
  test("is missing, at once", async () => {
    const { b2b, clock, sent } = await afterInviting([absent(strangerId)]);
    const before = clock.now();
    expect(await failureOf(b2b.guests.get(strangerId))).toMatchObject({ code: "not-found", attempts: 1 });
    expect(sent).toHaveLength(2);
    expect(clock.now()).toBe(before);
  });

  test("is missing, at once, where Graph names it beside something that this client has written", async () => {
    const { b2b, sent } = await afterInviting([absent(groupId)]);
    expect(await failureOf(b2b.groups.addMember(groupId, adaId))).toMatchObject({ code: "not-found" });
    expect(sent).toHaveLength(2);
  });

  test("is refused, at once, with a 400 that would mean a wait for one's own", async () => {
    const step = refusal(400, "Request_BadRequest", "One or more property values specified are invalid.");
    const { b2b, sent } = openClient([step]);
    expect(await failureOf(b2b.guests.update(strangerId, { mail: "x" }))).toMatchObject({
      code: "rejected-input",
    });
    expect(sent).toHaveLength(1);
  });

  test.each([
    [
      "a 400 for another reason",
      refusal(400, "Request_BadRequest", "Invalid value for usageLocation."),
      "rejected-input",
    ],
    ["a 403", refusal(403, "Authorization_RequestDenied"), "forbidden"],
    ["a 404 in another service's words", answer(404, "<html>404</html>"), "not-found"],
  ] as const)("is not told by %s: that is an answer for one's own id too", async (_, step, code) => {
    const { b2b, sent } = await afterInviting([step]);
    expect(await failureOf(b2b.guests.update(adaId, { jobTitle: "x" }))).toMatchObject({ code });
    expect(sent).toHaveLength(2);
  });

  test("includes what this client has deleted: that it is missing is what was wanted", async () => {
    const { b2b, sent } = await afterInviting([noContent, missing]);
    await b2b.guests.delete(adaId);
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "not-found" });
    expect(sent).toHaveLength(3);
  });
});

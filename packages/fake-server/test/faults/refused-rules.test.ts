import type { FaultRule } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { openScene } from "./scene.ts";

describe("a rule that cannot be meant", () => {
  test.each<[string, object, RegExp]>([
    [
      "an effect that does not exist",
      { effect: "meltdown" },
      /there is no fault "meltdown"; faultEffects lists all, by family: transport \(dns-not-found, …\)/,
    ],
    [
      "an effect that is misspelt",
      { effect: "reset-after-comit" },
      /there are reset-before-commit, reset-after/,
    ],
    [
      "an operation by the SDK's name",
      { effect: "locked", match: { operation: "guests.get" } },
      /it is users\.get here/,
    ],
    [
      "an operation that does not exist",
      { effect: "locked", match: { operation: "invitation.create" } },
      /there are invitations\.create, users/,
    ],
    [
      "a path with its version",
      { effect: "locked", match: { path: "/v1.0/invitations" } },
      /below the API's version/,
    ],
    [
      "a caller without its kind",
      { effect: "locked", match: { caller: "inviter" } },
      /app\/NAME or user\/NAME/,
    ],
    ["a time in a word", { effect: "locked", when: "always" }, /a fault's when has to be an object/],
    ["no effect", {}, /there is no fault "undefined"/],
    [
      "a property that does not exist",
      { effect: "locked", probability: 1 },
      /rule has no "probability"; it has match,/,
    ],
    [
      "a condition that does not exist",
      { effect: "locked", match: { verb: "GET" } },
      /match has no "verb"; it has op/,
    ],
    [
      "a time that does not exist",
      { effect: "locked", when: { after: 1 } },
      /when has no "after"; it has probability,/,
    ],
    [
      "a number from 0",
      { effect: "locked", match: { nth: 0 } },
      /match\.nth has to be a whole number of at least 1/,
    ],
    [
      "half a request",
      { effect: "locked", match: { request: 1.5 } },
      /match\.request has to be a whole number/,
    ],
    [
      "more than certainty",
      { effect: "locked", when: { probability: 2 } },
      /probability has to be a number from 0 to 1/,
    ],
    [
      "no probability at all",
      { effect: "locked", when: { probability: Number.NaN } },
      /probability has to be a number/,
    ],
    [
      "an end before the beginning",
      { effect: "locked", when: { from: 5, until: 4 } },
      /until has to be a number of at least 5/,
    ],
    [
      "a request by its path that has a name",
      { effect: "locked", match: { operation: "GET /users/{id}" } },
      /no request is called "GET \/users\/\{id\}"; it is users\.get here/,
    ],
    [
      "a method that the operation never has",
      { effect: "locked", match: { operation: "users.get", method: "POST" } },
      /users\.get is never a POST/,
    ],
    [
      "a method in small letters",
      { effect: "locked", match: { method: "get" } },
      /method is one of GET, POST, PATCH, PUT, DELETE: not "get"/,
    ],
    [
      "a path with a query",
      { effect: "locked", match: { path: "/users?$top=1" } },
      /without a query: not "\/users\?\$top=1"/,
    ],
    ["a path that is a number", { effect: "locked", match: { path: 5 } }, /a text or a regular expression/],
    [
      "one request, twice",
      { effect: "locked", match: { nth: 2 }, times: 2 },
      /times, where match\.nth names one request, has to be a whole number from 1 to 1/,
    ],
    ["never", { effect: "locked", times: 0 }, /times has to be a whole number of at least 1/],
    ["a wait into the past", { effect: "throttled", forMs: -1 }, /forMs has to be a number of at least 0/],
  ])("is refused before it counts: %s", async (_, rule, message) => {
    const scene = await openScene();
    expect(() => scene.contoso.faults.add(rule as FaultRule)).toThrow(message);
    expect(await scene.ask(scene.read)).toMatchObject({ answer: "200" });
  });

  test("is refused where it is no object", async () => {
    const { contoso } = await openScene();
    expect(() => contoso.faults.add("throttled" as unknown as FaultRule)).toThrow("has to be an object");
  });
});

import { describe, expect, test } from "vitest";
import { type Case, foreseen, gravest, WHO_IT_IS } from "./case.ts";

const shut = { opensCloud: true, general: "blocked", entry: "none" } as const;

const cases: readonly Case[] = [
  // Where the preflight and the invitation once did not agree.
  [
    "one's own organisation, behind a default that blocks and in a client that goes by it",
    { domain: "own", ours: shut, reset: "a guest", knows: "own side" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "a guest of one's own organisation, behind such a default and in a client that asks both sides",
    { domain: "own", ours: shut, holder: "accepted guest" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "the same where the caller may not read which organisation is its own",
    { domain: "own", ours: shut, reset: "a guest", knows: "own side", forbidden: WHO_IT_IS },
    "cloud-boundary: caution",
    "invited",
  ],
  [
    "another organisation that is not let in, where the caller may not read which is its own",
    { ours: shut, knows: "own side", forbidden: WHO_IT_IS },
    "cloud-boundary: caution",
    "refused",
  ],
  [
    "the same without a boundary goes through",
    { domain: "own", ours: shut, reset: "a guest", knows: "nothing" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "a personal account in China, which is no guest there",
    { pair: ["china", "china"], domain: "personal" },
    "cloud-boundary: blocked",
    "refused",
  ],
  [
    "the same in a client that knows nothing of clouds",
    { pair: ["china", "public"], domain: "personal", personal: "gmail.com", knows: "nothing" },
    "cloud-boundary: caution",
    "refused",
  ],
  ["a personal account elsewhere", { domain: "personal" }, "directory-limit: info", "invited"],
  [
    "an organisation of which certain people are let in",
    { ours: { opensCloud: true, general: "blocked", entry: "certain people" } },
    "cloud-boundary: caution",
    "invited",
  ],
  [
    "an organisation whose people are let in to all but certain applications",
    { ours: { opensCloud: true, general: "unset", entry: "all but certain applications" } },
    "cloud-boundary: caution",
    "invited",
  ],
  [
    "an organisation that lets certain people out, seen from both sides",
    { theirs: { opensCloud: true, general: "blocked", entry: "certain people" } },
    "directory-limit: info",
    "invited",
  ],
  // What is easily taken for something else.
  ["everything open and known", {}, "directory-limit: info", "invited"],
  ["a guest who has the address", { holder: "pending guest" }, "already-in-directory: info", "invited"],
  [
    "an external member, by another address",
    { holder: "external member" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "a member's second address",
    { holder: "member by another address" },
    "already-in-directory: blocked",
    "refused",
  ],
  ["a blocked guest", { holder: "blocked guest" }, "already-in-directory: blocked", "refused"],
  [
    "a guest whom nobody invited",
    { holder: "guest without an invitation" },
    "already-in-directory: blocked",
    "refused",
  ],
  ["a guest who was deleted", { holder: "deleted guest" }, "directory-limit: info", "invited"],
  [
    "a guest and a member of one address",
    { holder: "guest and member" },
    "already-in-directory: caution",
    "invited",
  ],
  ["nobody of one's own domain", { domain: "own" }, "domain-not-allowed: blocked", "refused"],
  [
    "a guest of one's own domain",
    { domain: "own", holder: "accepted guest" },
    "already-in-directory: info",
    "invited",
  ],
  ["a domain below a blocked one's", { list: "blocks one below it" }, "directory-limit: info", "invited"],
  ["a domain on the list in capitals", { list: "allows it" }, "directory-limit: info", "invited"],
  ["the last place", { room: "the last place" }, "directory-limit: caution", "invited"],
  [
    "a full directory, and a guest who is in it",
    { room: "none", holder: "pending guest" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "a full directory, where nobody can see who is in it",
    { room: "none", holder: "pending guest", forbidden: ["preflight.findByAddress"] },
    "already-in-directory: caution",
    "invited",
  ],
  [
    "an organisation that lets nobody out, seen from both sides",
    { theirs: shut },
    "cloud-boundary: blocked",
    "refused",
  ],
  [
    "an organisation that lets nobody out, seen from here",
    { theirs: shut, knows: "own side" },
    "cloud-boundary: caution",
    "refused",
  ],
  [
    "an organisation that lets nobody out, as it says itself",
    { theirs: shut, knows: "told" },
    "cloud-boundary: blocked",
    "refused",
  ],
  [
    "a token that does not carry what it takes, of which nobody told",
    { permissions: ["Policy.Read.All", "Policy.ReadWrite.B2BManagementPolicy"], isToldPermissions: false },
    "invitations-restricted: caution",
    "refused",
  ],
  [
    "a member who has created as much as one may",
    { caller: "guest inviter", hasCreatedAll: true },
    "cloud-boundary: caution",
    "refused",
  ],
  [
    "a guest inviter who wants to reset",
    { caller: "guest inviter", reset: "a guest" },
    "invitations-restricted: blocked",
    "refused",
  ],
  [
    "an application that wants to reset somebody with a role",
    { reset: "a guest with a role" },
    "invitations-restricted: blocked",
    "refused",
  ],
  [
    "a reset for an address that the guest does not have",
    { reset: "a guest of another address" },
    "already-in-directory: blocked",
    "refused",
  ],
  ["a reset of a member", { reset: "a member" }, "already-in-directory: blocked", "refused"],
  ["a reset of nobody", { reset: "nobody" }, "already-in-directory: blocked", "refused"],
  ["a guest who is asked twice", { mfa: "asked" }, "double-mfa: caution", "invited"],
  ["a guest who is kept out", { mfa: "kept out" }, "double-mfa: caution", "invited"],
  ["a guest who is trusted", { mfa: "trusted" }, "directory-limit: info", "invited"],
];

describe("a preflight", () => {
  test.each(cases)("of %s", async (_, changes, expected, outcome) => {
    const { report, answer } = await foreseen(changes);
    expect([gravest(report), answer.ok ? "invited" : "refused"]).toEqual([expected, outcome]);
  });
});

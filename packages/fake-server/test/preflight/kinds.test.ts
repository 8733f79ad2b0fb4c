import { createWorld } from "@vestibule/fake-server";
import { createB2BClient, type HomeResolver } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { type Case, foreseen, gravest, WHO_IT_IS } from "./case.ts";

/** Kinds of directories, and what both sides have to do across clouds: the invitation once was refused of which nothing was said. */
const cases: readonly Case[] = [
  [
    "a directory of the government's that is too old, in a client that goes by its settings",
    { pair: ["usgov", "usgov"], older: "ours" },
    "cloud-boundary: blocked",
    "refused",
  ],
  [
    "the same, and a personal account",
    { pair: ["usgov", "public"], older: "ours", domain: "personal", knows: "told" },
    "cloud-boundary: blocked",
    "refused",
  ],
  [
    "a guest of such a directory's own organisation",
    { pair: ["usgov", "usgov"], older: "both", domain: "own", holder: "accepted guest" },
    "already-in-directory: info",
    "invited",
  ],
  [
    "a directory of the government's of which the resolver knows nothing",
    { pair: ["usgov", "usgov"], knowsOwn: false },
    "cloud-boundary: caution",
    "invited",
  ],
  [
    "one that does not tell who it is, and is too old",
    {
      pair: ["usgov", "usgov"],
      older: "ours",
      forbidden: WHO_IT_IS,
    },
    "cloud-boundary: caution",
    "refused",
  ],
  [
    "an organisation of another cloud that has disabled the application for that, seen from both sides",
    { pair: ["public", "china"], worker: "disabled" },
    "cloud-boundary: blocked",
    "refused",
  ],
  [
    "the same, as it says itself",
    { pair: ["public", "china"], worker: "disabled", knows: "told" },
    "cloud-boundary: blocked",
    "refused",
  ],
];

describe("a preflight by the kinds of both directories", () => {
  test.each(cases)("of %s", async (_, changes, expected, outcome) => {
    const { report, answer } = await foreseen(changes);
    expect([gravest(report), answer.ok ? "invited" : "refused"]).toEqual([expected, outcome]);
  });
});

test("a preflight judges the directory's own kind whatever policy the client goes by", async () => {
  const world = createWorld();
  const fabrikam = world.cloud("usgov").tenant("fabrikam").domain("fabrikam.example");
  const older = world.cloud("usgov").tenant("older", { kind: "USG" });
  const resolver: HomeResolver = {
    async resolve(name) {
      const isOwn = name === older.id;
      const tenant = { tenantId: isOwn ? older.id : fabrikam.id, regionScope: isOwn ? "USG" : "USGov" };
      return { kind: "tenant", tenant: { cloud: "usgov", ...tenant } };
    },
  };
  const transport = older.transport({ as: older.app("inviter") });
  const b2b = createB2BClient({ transport, clock: world.clock, boundary: { resolver } });
  const input = { invitedUserEmailAddress: "kim@fabrikam.example", inviteRedirectUrl };
  const report = await b2b.preflight.invitation(input, { homeLetsOut: true });
  expect(report.verdict).toBe("blocked");
  expect(report.findings[0]?.remedies.map(({ action }) => action)).toEqual(["create-member"]);
  const answered = await b2b.invitations.create(input).safe();
  expect(answered).toMatchObject({ ok: false, error: { code: "cloud-boundary", outcome: "rejected" } });
});

import { describe, expect, test } from "vitest";
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

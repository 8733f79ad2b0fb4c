import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { node, run } from "./run.ts";

/** Asks six times, and takes it badly where the third or the fifth is refused; a wait it takes well. */
const fragile = `
  const headers = { authorization: "Bearer " + process.env.VESTIBULE_TOKEN };
  const seen = [];
  for (let n = 0; n < 6; n++) seen.push((await fetch("https://graph.microsoft.com/v1.0/users", { headers })).status);
  process.exit(seen[2] === 429 && seen[4] === 503 ? 7 : 0);
`;
const RULES = [
  { match: { request: 0 }, effect: "throttled", forMs: 1_000 },
  { match: { request: 2 }, effect: "throttled", forMs: 1_000 },
  { match: { request: 3 }, effect: "unavailable" },
  { match: { request: 4 }, effect: "unavailable" },
  { match: { request: 5 }, effect: "throttled", forMs: 1_000 },
];

interface Trace {
  readonly faults: readonly {
    readonly cloud: string;
    readonly tenant: string;
    readonly fired: readonly { readonly request: number }[];
  }[];
}

let folder: string;
const command = node(fragile);
const read = async (file: string) => JSON.parse(await readFile(join(folder, file), "utf8")) as Trace;
const requestsIn = ({ faults }: Trace) => faults.flatMap(({ fired }) => fired.map(({ request }) => request));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
  await writeFile(join(folder, "rules.json"), JSON.stringify(RULES));
  const served = ["--scenario", "two-tenants-double-mfa", "--seed", "9"];
  const ran = await run(
    ["exec", ...served, "--faults", "rules.json", "--trace", "all.json", "--", ...command],
    {},
    folder,
  );
  expect([ran.code, ran.out]).toEqual([7, ""]);
}, 30_000);

describe("vestibule-fake exec", () => {
  test("lets go wrong what a file says, and leaves the schedule where the command fails", async () => {
    const trace = await read("all.json");
    expect(trace).toMatchObject({ seed: 9, served: { scenario: "two-tenants-double-mfa", seed: "9" } });
    expect(requestsIn(trace)).toEqual([0, 2, 3, 4, 5]);
  });

  test("goes the same way again by what it has left, in a world of the same kind", async () => {
    const args = ["exec", "--faults", "all.json", "--trace", "again.json", "--", ...command];
    expect((await run(args, {}, folder)).code).toBe(7);
    const [trace, again] = [await read("all.json"), await read("again.json")];
    const fired = ({ faults }: typeof trace) =>
      faults.map(({ cloud, tenant, fired: went }) => ({ cloud, tenant, went }));
    expect(fired(again)).toEqual(fired(trace));
    expect(again).toMatchObject({ seed: 9, served: { scenario: "two-tenants-double-mfa", seed: "9" } });
  });

  test.each<[string, string, string]>([
    ["no JSON", "{", "--faults: file.json: it is no JSON"],
    ["neither rules nor a schedule", "{}", "--faults: file.json is neither a list of rules"],
    ["a fault that there is none of", '[{ "effect": "meteor" }]', '--faults: there is no fault "meteor"'],
    [
      "a schedule of another world",
      '[{ "cloud": "public", "tenant": "moon", "fired": [] }]',
      "--faults: there is no tenant public/moon in this world",
    ],
  ])("refuses a file with %s before anything runs", async (_, text, says) => {
    await writeFile(join(folder, "file.json"), text);
    const ran = await run(["exec", "--faults", "file.json", "--", ...node("console.log('ran')")], {}, folder);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(says);
  });
});

describe("vestibule-fake shrink", () => {
  test("leaves the fewest faults under which the command still fails, which exec can play again", async () => {
    const ran = await run(["shrink", "all.json", "--", ...command], {}, folder);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("public/contoso: seed 9, 2 faults:\n");
    expect(ran.err).toMatch(/^vestibule-fake: run 1, 0 of 5 faults: passes\n/);
    const few = await read("vestibule-fake.shrunk.json");
    expect(few).toMatchObject({ seed: 9, served: { scenario: "two-tenants-double-mfa", seed: "9" } });
    expect(requestsIn(few)).toEqual([2, 4]);
    const again = await run(["exec", "--faults", "vestibule-fake.shrunk.json", "--", ...command], {}, folder);
    expect(again.code).toBe(7);
  }, 60_000);

  test("says of a command that does not fail with them that there is nothing to shrink", async () => {
    const ran = await run(["shrink", "all.json", "--", ...node("")], {}, folder);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.err).toContain("the run does not fail with this schedule: there is nothing to shrink");
  });

  test("says of one that fails by itself that no fault is to blame", async () => {
    const args = ["shrink", "all.json", "--trace", "none.json", "--", ...node("process.exit(1)")];
    const ran = await run(args, {}, folder);
    expect([ran.code, ran.out]).toEqual([0, "It fails without any fault. none.json says so.\n"]);
    expect((await read("none.json")).faults).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    ["no trace", ["--", "x"], "shrink takes a trace and a command"],
    ["no command", ["all.json"], "shrink takes a trace and a command"],
    ["a file without a schedule", ["rules.json", "--", "x"], "rules.json holds no schedule"],
  ])("says so of %s, with exit code 2", async (_, args, says) => {
    const ran = await run(["shrink", ...args], {}, folder);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(says);
  });
});

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { node, run, serving } from "./run.ts";

let server: Awaited<ReturnType<typeof serving>>;
let folder: string;
beforeAll(async () => {
  server = await serving();
  folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
  await writeFile(join(folder, "trace.json"), JSON.stringify({ faults: [] }));
  await writeFile(join(folder, "nonsense.json"), JSON.stringify([{ effect: "meteor" }]));
}, 30_000);
afterAll(() => server.child.kill());

const PORT = "PORT";
const CODES: readonly (readonly [code: number, what: string, args: readonly string[], says: string])[] = [
  [0, "what is done", ["state"], ""],
  [0, "help", ["serve", "--help"], ""],
  [0, "a command that ends well", ["exec", "--", ...node("")], ""],

  [1, "a port in use", ["serve", "--port", PORT], "is in use"],
  [1, "no fake", ["state", "--at", "http://127.0.0.1:9"], "no fake answers at http://127.0.0.1:9; start one"],
  [
    1,
    "a scenario that is not there",
    ["serve", "--scenario", "./no.json"],
    "--scenario: ./no.json cannot be read",
  ],
  [
    1,
    "a snapshot that is not there",
    ["serve", "--snapshot", "no.json"],
    "--snapshot: no.json cannot be read",
  ],
  [1, "a world that is not there", ["snapshot", "load", "no.json"], "snapshot load: no.json cannot be read"],
  [1, "faults that are not there", ["faults", "no.json"], "faults: no.json cannot be read"],
  [
    1,
    "faults of a run that are not there",
    ["exec", "--faults", "no.json", "--", "x"],
    "no.json cannot be read",
  ],
  [1, "a trace that is not there", ["shrink", "no.json", "--", "x"], "shrink: no.json cannot be read"],
  [1, "a folder that is not there", ["snapshot", "save", "no/world.json"], "no/world.json cannot be written"],
  [1, "a program that is not there", ["exec", "--", "no-such-program"], "no-such-program cannot be run"],
  [
    1,
    "a program to shrink that is not there",
    ["shrink", "trace.json", "--", "no-such-program"],
    "cannot be run",
  ],
  [1, "an instance that the fake has not", ["hold", "graph/moon-1"], 'there is no instance "graph/moon-1"'],
  [1, "a mark that the fake has not", ["rewind", "mark-7"], 'there is no mark "mark-7"'],
  [1, "a tenant that the fake has not", ["inbox", "--tenant", "moon"], 'there is no tenant "moon"'],
  [1, "a mail that does not come", ["inbox", "x@y.example", "--wait", "1"], "no such mail came within 1 ms"],

  [2, "an option that there is none of", ["serve", "--sed", "5"], "perhaps --seed is meant"],
  [2, "a port that there is none of", ["serve", "--port", "99999"], "--port takes a whole number"],
  [
    2,
    "an answer that there is none of",
    ["redeem", "http://x", "--mfa", "maybe"],
    "--mfa is approve or deny",
  ],
  [2, "no argument", ["redeem"], "redeem takes a whole link"],
  [2, "one argument too many", ["rewind", "a", "b"], 'rewind takes no "b"'],
  [2, "no file to load", ["snapshot", "load"], "snapshot takes save FILE or load FILE"],
  [2, "a file without a world", ["snapshot", "load", "trace.json"], "trace.json: snapshot: "],
  [2, "faults that there are none of", ["faults", "nonsense.json"], 'there is no fault "meteor"'],
  [2, "the same, before a command", ["exec", "--faults", "nonsense.json", "--", "x"], 'no fault "meteor"'],
  [2, "nothing to run", ["exec"], "exec takes a command after --"],
  [2, "no such command", ["srve"], "perhaps serve is meant"],

  [7, "a command that ends with it", ["exec", "--", ...node("process.exit(7)")], "the command failed"],
  [
    130,
    "a command that SIGINT ends",
    ["exec", "--", ...node("process.kill(process.pid, 'SIGINT')")],
    "failed",
  ],
];

describe("the exit code of vestibule-fake", () => {
  test.each(CODES)("is %i for %s", async (code, _, args, says) => {
    const given = args.map((one) => (one === PORT ? new URL(server.ready.graph).port : one));
    const env = { VESTIBULE_FAKE: server.ready.graph };
    const ran = await run(given, env, folder);
    expect(ran).toMatchObject({ code, err: expect.stringContaining(says) as unknown });
    if (says === "") expect(ran.err).toBe("");
    else expect([ran.out, ran.err]).toEqual(["", expect.stringMatching(/^vestibule-fake: [^\n]+\n$/)]);
  });
});

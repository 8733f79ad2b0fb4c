import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/help.ts";
import { run } from "./run.ts";

const NOWHERE = ["--at", "http://127.0.0.1:9"];

describe("vestibule-fake, asked for what cannot be meant,", () => {
  test.each<[string, readonly string[], string]>([
    ["no command", [], "what is it to do?"],
    ["a command that there is none of", ["server"], 'there is no command "server"'],
    ["an option that there is none of", ["serve", "--sed", "5"], "--sed"],
    ["an option of another command", ["serve", "--wait", "5"], "serve takes no --wait"],
    [
      "a port that is none",
      ["serve", "--port", "http"],
      '--port takes a whole number from 0 to 65535, not "http"',
    ],
    ["a port beyond the last", ["serve", "--port", "99999"], 'from 0 to 65535, not "99999"'],
    ["a clock that there is none of", ["serve", "--clock", "fast"], "--clock is running or still"],
    ["an option without its value", ["serve", "--seed"], "--seed takes SEED"],
    ["a value for an option that has none", ["serve", "--json=yes"], 'stands alone, without "yes"'],
    ["an argument in front of --", ["exec", "npm", "--", "test"], 'exec takes no "npm"'],
    ["a command for one that runs none", ["state", "--", "npm"], "state runs no command"],
    ["an answer that is none", ["redeem", "http://x/", "--mfa", "maybe", ...NOWHERE], "approve or deny"],
    ["a wait that is none", ["inbox", "--wait", "long", ...NOWHERE], "a whole number of milliseconds"],
    ["two wishes for faults", ["faults", "--clear", "--effects", ...NOWHERE], "one of them"],
    ["help for no command", ["help", "dance"], 'there is no command "dance"'],
    ["an address with a path", ["state", "--at", "http://127.0.0.1:9/v1.0"], "nothing behind its port"],
    ["a scenario that there is none of", ["serve", "--scenario", "moon"], "there are empty, one-tenant"],
    ["a scenario's file that is not there", ["serve", "--scenario", "./no.json"], "./no.json cannot be read"],
    ["a realism that there is none of", ["serve", "--realism", "real"], "instant or documented"],
    ["a time that is none", ["clock", "2 hours", ...NOWHERE], "clock takes a time such as +2h"],
    ["a time that goes back", ["clock", "-5s", ...NOWHERE], "clock takes no number below 0"],
    ["a link that is none", ["redeem", "x", ...NOWHERE], "redeem takes a whole link"],
    ["no fake", ["state"], "which fake?"],
    ...(["inbox a b", "state b", "clock +1h b", "rewind a b", "hold a b"] as const).map(
      (words): [string, readonly string[], string] => [
        `one argument too many (${words})`,
        [...words.split(" "), ...NOWHERE],
        'takes no "b"',
      ],
    ),
    ["nothing to run", ["exec", "--"], "exec takes a command after --"],
    ["a program that is not there", ["exec", "--", "no-such-program-here"], "cannot be run"],
  ])("says so of %s, in one line, with exit code 2", async (_, args, text) => {
    const ran = await run(args);
    expect([ran.code, ran.out, ran.err.split("\n").length]).toEqual([2, "", 2]);
    expect(ran.err).toContain(text);
  });

  test("fails where no fake answers", async () => {
    const ran = await run(["state", "--at", "http://127.0.0.1:9"]);
    expect([ran.code, ran.err]).toEqual([
      1,
      "vestibule-fake: no fake answers at http://127.0.0.1:9; start one with vestibule-fake serve, which says where it is\n",
    ]);
  });

  test("says so where what answers is no fake", async () => {
    const other = createServer((_, response) => response.end("<!doctype html>"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const at = `http://127.0.0.1:${(other.address() as { port: number }).port}`;
    const ran = await run(["state", "--at", at]);
    expect([ran.code, ran.err]).toEqual([
      1,
      `vestibule-fake: what answers at ${at} is no fake (status 200)\n`,
    ]);
    other.close();
  });

  test("says in which file and on which line JSON ends, and shows nothing of it", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "vestibule-test-")), "scenario.json");
    await writeFile(file, '{\n  "secret": "hunter2" hunter2 }');
    const ran = await run(["serve", "--scenario", file]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(`${file}: scenario: it is no JSON`);
    expect(ran.err).not.toContain("hunter2");
  });

  test.each(["--help", "help", "-h"])("tells what there is by %s", async (word) => {
    const ran = await run([word]);
    expect(ran.code).toBe(0);
    for (const command of Object.keys(COMMANDS)) expect(ran.out).toContain(`\n  ${command} `);
  });

  test.each(Object.entries(COMMANDS))(
    "tells of %s what it takes, in both ways",
    async (command, { options }) => {
      const ran = await run(["help", command]);
      expect(ran.code).toBe(0);
      expect(ran.out).toContain(`For example: vestibule-fake ${command}`);
      for (const option of Object.keys(options)) expect(ran.out).toContain(`\n  --${option} `);
      expect(await run([command, "--help"])).toEqual(ran);
    },
  );

  test("tells its version", async () => {
    expect((await run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

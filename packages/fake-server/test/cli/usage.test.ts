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
    ["a command with a slip in it", ["srve"], 'there is no command "srve"; perhaps serve is meant'],
    ["an option that there is none of", ["state", "--deep"], "state takes no --deep; it takes --at. See"],
    ["an option with a slip in it", ["serve", "--sed", "5"], "serve takes no --sed; perhaps --seed is meant"],
    [
      "an option with two signs turned",
      ["exec", "--prot=1", "--", "x"],
      "no --prot; perhaps --port is meant",
    ],
    ["the beginning of an option", ["serve", "--scen", "x"], "no --scen; perhaps --scenario is meant"],
    ["a slip in --help", ["clock", "--hlep"], "clock takes no --hlep; perhaps --help is meant"],
    [
      "a slip in --version",
      ["--verion"],
      "there is no --verion without a command; perhaps --version is meant",
    ],
    ["an option of one sign", ["exec", "-p", "1", "--", "x"], "exec takes no -p; it takes --scenario"],
    ["a time that goes back", ["clock", "-2h", ...NOWHERE], "clock takes no -2h; it takes --at"],
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
    ["a realism that there is none of", ["serve", "--realism", "real"], "instant or documented"],
    ["a time that is none", ["clock", "2 hours", ...NOWHERE], "clock takes a time such as +2h"],
    ["less than a millisecond", ["clock", "+0.3ms", ...NOWHERE], 'not "+0.3ms"; see rewind to go back'],
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
  ])("says so of %s, in one line, with exit code 2", async (_, args, text) => {
    const ran = await run(args);
    expect([ran.code, ran.out, ran.err.split("\n").length]).toEqual([2, "", 2]);
    expect(ran.err).toContain(text);
  });

  test.each<[string, readonly string[], NodeJS.ProcessEnv]>([
    ["--at", ["--at", "http://me:hunter2@127.0.0.1:9"], {}],
    ["VESTIBULE_FAKE", [], { VESTIBULE_FAKE: "http://me:hunter2@127.0.0.1:9/v1.0" }],
    ["VESTIBULE_FAKE, where it leads nowhere", [], { VESTIBULE_FAKE: "ftp://me:a/b@hunter2@127.0.0.1:9" }],
  ])("shows no password that somebody has put into %s", async (_, args, env) => {
    const ran = await run(["state", ...args], env);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toMatch(/^vestibule-fake: a fake's address [^\n]+127\.0\.0\.1:9[^\n]*\n$/);
    expect(ran.err).not.toMatch(/hunter2|a\/b/);
  });

  const ticket = "ea8d6163cb72451a8fd8a75eedb3671b";
  const token = "fake-da8e4d2c-c5d6-4b83-b88c-da8c29815ccd";
  const link = `login.microsoftonline.com/redeem?rd=https%3a%2f%2fx%2f%3fuser%3d1%26ticket%3d${ticket}%253d`;
  test.each([
    ["a link too many", ["redeem", `https://${link}`, `https://${link}`]],
    ["a link for a command", [`https://${link}`]],
    ["a link for a fake", ["state", "--at", link]],
    ["a token for a port", ["serve", "--port", token]],
    ["a token for a scenario", ["serve", "--scenario", token]],
  ])("shows nothing that lets somebody in, such as %s", async (_, args) => {
    const ran = await run(args);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toMatch(/^vestibule-fake: [^\n]*…[^\n]*\n$/);
    expect(ran.err).not.toMatch(/ea8d6163|da8c2981/);
  });

  test.each([link, ticket])("shows nothing of what is given in the place of a link: %s", async (given) => {
    const { code, err } = await run(["redeem", given, ...NOWHERE]);
    expect([code, err]).toEqual([
      2,
      "vestibule-fake: redeem takes a whole link, as a mail has it, in quotes: see inbox\n",
    ]);
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

  test.each<[string, Buffer, string]>([
    [
      "a text",
      Buffer.from('{\n  "secret": "hunter2" hunter2 }'),
      'at line 2, column 23 there has to be "," or "}"',
    ],
    [
      "bytes of another kind",
      Buffer.from("7b1b5b33316dff9b", "hex"),
      "at line 1, column 2 there has to be a name",
    ],
  ])("says in which file and where JSON ends, and shows nothing of it: %s", async (_, bytes, says) => {
    const file = join(await mkdtemp(join(tmpdir(), "vestibule-test-")), "world.json");
    await writeFile(file, bytes);
    const ways = [
      ["serve", "--scenario", file],
      ["serve", "--snapshot", file],
      ["exec", "--faults", file, "--", "true"],
      ["faults", file, ...NOWHERE],
    ];
    for (const ran of await Promise.all(ways.map((args) => run(args)))) {
      expect([ran.code, ran.out]).toEqual([2, ""]);
      expect(ran.err).toContain(`${file}: `);
      expect(ran.err).toContain(`it is no JSON: ${says}`);
      expect(ran.err).toMatch(/^[ -~]+\n$/);
      expect(ran.err).not.toContain("hunter2");
    }
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

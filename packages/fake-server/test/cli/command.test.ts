import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NAMES, node, type Ran, run, serving } from "./run.ts";

let server: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  server = await serving("--clock", "still");
}, 30_000);
afterAll(() => server.child.kill());

const at = () => ({ VESTIBULE_FAKE: server.ready.graph });
async function graph(method: string, path: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${server.ready.token}`, "content-type": "application/json" };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  return (await fetch(`${server.ready.graph}/v1.0${path}`, init)).json();
}

describe("vestibule-fake serve", () => {
  test("tells where it is in one line, with a token that may do everything", async () => {
    const { ready } = server;
    expect(Object.keys(ready)).toEqual(NAMES);
    expect(await graph("GET", "/users")).toMatchObject({ value: expect.any(Array) as unknown });
    expect(await readFile(ready.ca, "utf8")).toContain("BEGIN CERTIFICATE");
    const configuration = await fetch(`${ready.login}/${ready.tenant}/v2.0/.well-known/openid-configuration`);
    expect(configuration.status).toBe(200);
  });

  test("says in one line that a port is in use, and fails", async () => {
    const ran = await run(["serve", "--port", new URL(server.ready.graph).port]);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(ran.err).toMatch(/^vestibule-fake: port \d+ is in use on [^\n]+\n$/);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends cleanly at %s, and leaves no file behind",
    async (signal) => {
      const { child, ready } = await serving();
      child.kill(signal);
      expect(await once(child, "close")).toEqual([0, null]);
      await expect(readFile(ready.ca)).rejects.toMatchObject({ code: "ENOENT" });
    },
  );
});

describe("vestibule-fake, of a fake that runs,", () => {
  test("shows the mail of an invitation, redeems it, and goes back to the start", async () => {
    await graph("POST", "/invitations", {
      invitedUserEmailAddress: "ada@fabrikam.example",
      inviteRedirectUrl: "https://app.contoso.example",
      sendInvitationMessage: true,
    });
    const inbox = await run(["inbox", "ada@fabrikam.example", "--wait", "2000"], at());
    const [mail] = JSON.parse(inbox.out) as { readonly redeemUrl: string }[];
    const redeem = async (...args: readonly string[]) =>
      JSON.parse((await run(["redeem", mail?.redeemUrl ?? "", ...args], at())).out) as unknown;
    expect((await run(["redeem", mail?.redeemUrl ?? "", "--no-consent"], at())).code).toBe(1);
    expect(await redeem("--no-consent")).toMatchObject({ accepted: false });
    expect(await redeem("--mfa", "approve")).toMatchObject({ accepted: true });
    expect((await run(["rewind"], at())).code).toBe(0);
    expect(JSON.parse((await run(["inbox"], at())).out)).toEqual([]);
    // The token is from before the start.
    expect(await graph("GET", "/users")).toHaveProperty("value");
  });

  test("goes back to the mark that it is given, and to none that there is not", async () => {
    const ran = await run(["rewind", "mark-7"], at());
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('there is no mark "mark-7"')]);
  });

  test("moves the clock to no time that a date cannot have", async () => {
    const before = (await run(["state"], at())).out;
    const ran = await run(["clock", "+100000000d"], at());
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining("no date lies so far ahead")]);
    expect((await run(["state"], at())).out).toBe(before);
  });

  test("moves the clock, and holds an instance", async () => {
    const nowOf = ({ out }: Ran) => (JSON.parse(out) as { readonly now: number }).now;
    const before = nowOf(await run(["state"], at()));
    expect(nowOf(await run(["clock", "+2h"], at())) - before).toBe(7_200_000);
    const heldAfter = async (...args: readonly string[]) =>
      (JSON.parse((await run(args, at())).out) as { readonly held: boolean }[]).map(({ held }) => held);
    expect(new Set(await heldAfter("hold", "--tenant", "contoso"))).toEqual(new Set([true]));
    expect(new Set(await heldAfter("release", "--at", server.ready.graph))).toEqual(new Set([false]));
    // The token would be out of date.
    await run(["rewind"], at());
  });

  test("lets things go wrong, by a file", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "vestibule-test-")), "faults.json");
    await writeFile(file, JSON.stringify([{ effect: "throttled", times: 1 }]));
    expect(JSON.parse((await run(["faults", file], at())).out)).toEqual({ added: 1 });
    await graph("GET", "/users");
    expect(JSON.parse((await run(["faults"], at())).out)).toMatchObject([
      { fired: [{ effect: "throttled" }] },
    ]);
  });
});

describe("vestibule-fake exec", () => {
  const asks = `
    const headers = { authorization: "Bearer " + process.env.VESTIBULE_TOKEN };
    console.log((await fetch("https://graph.microsoft.com/v1.0/users", { headers })).status);
  `;

  test("sends the requests of a command to the fake, with nothing changed in it", async () => {
    const ran = await run(["exec", "--", ...node(asks)]);
    expect([ran.code, ran.out, ran.err]).toEqual([0, "200\n", ""]);
  });

  test("ends as the command does, and keeps what happened where it fails", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
    const ran = await run(["exec", "--", ...node(`${asks}process.exit(3);`)], {}, folder);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain("what happened is in vestibule-fake.trace.json");
    const trace = await readFile(join(folder, "vestibule-fake.trace.json"), "utf8");
    expect(JSON.parse(trace)).toMatchObject({ seed: 1, state: { tenants: [{ requests: 1 }] } });
    expect(trace).not.toContain("fake-");
  });
});

describe("vestibule-fake exec, of a command that a signal ends,", () => {
  test.each([
    ["SIGKILL", 137],
    ["SIGTERM", 143],
  ])("ends as a shell does after %s", async (signal, code) => {
    const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
    const script = `process.kill(process.pid, ${JSON.stringify(signal)}); setTimeout(() => {}, 9000);`;
    expect((await run(["exec", "--", ...node(script)], {}, folder)).code).toBe(code);
  });
});

describe("vestibule-fake, asked for what cannot be meant,", () => {
  test.each<[string, readonly string[], string]>([
    ["no command", [], "what is it to do?"],
    ["a command that there is none of", ["server"], 'there is no command "server"'],
    ["an option that there is none of", ["serve", "--sed", "5"], "--sed"],
    ["an option of another command", ["serve", "--wait", "5"], "serve takes no --wait"],
    ["a port that is none", ["serve", "--port", "http"], '--port takes a whole number, not "http"'],
    ["a scenario that there is none of", ["serve", "--scenario", "moon"], "there are empty, one-tenant"],
    ["a scenario's file that is not there", ["serve", "--scenario", "./no.json"], "./no.json cannot be read"],
    ["a realism that there is none of", ["serve", "--realism", "real"], "instant or documented"],
    [
      "a time that is none",
      ["clock", "2 hours", "--at", "http://127.0.0.1:9"],
      "clock takes a time such as +2h",
    ],
    ["a link that is none", ["redeem", "x", "--at", "http://127.0.0.1:9"], 'takes a link, not "x"'],
    ["no fake", ["state"], "which fake?"],
    ...(["inbox a b", "state b", "clock +1h b", "rewind a b", "hold a b"] as const).map(
      (words): [string, readonly string[], string] => [
        `one argument too many (${words})`,
        [...words.split(" "), "--at", "http://127.0.0.1:9"],
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
    expect([ran.code, ran.err]).toEqual([1, "vestibule-fake: no fake answers at http://127.0.0.1:9\n"]);
  });

  test.each(["--help", "help", "-h"])("tells what there is by %s", async (word) => {
    const ran = await run([word]);
    expect(ran.code).toBe(0);
    for (const command of ["serve", "exec", "inbox", "redeem", "clock", "hold", "faults"])
      expect(ran.out).toContain(`  ${command}`);
  });

  test("tells its version", async () => {
    expect((await run(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rmdir, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NAMES, type Ran, run, serving } from "./run.ts";

let server: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  server = await serving("--clock", "still");
}, 30_000);
afterAll(() => server.child.kill());

const INVITATION = {
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl: "https://app.contoso.example",
  sendInvitationMessage: true,
};
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

describe("vestibule-fake serve, after one that was killed,", () => {
  test("takes away what that has left, and nothing of one that runs", async () => {
    const killed = await serving();
    killed.child.kill("SIGKILL");
    await once(killed.child, "close");
    expect(await readFile(killed.ready.ca, "utf8")).toContain("BEGIN CERTIFICATE");
    const number = `-${killed.child.pid}-`;
    const elsewhere = dirname(killed.ready.ca).replace(`-${hostname()}-`, "-another-");
    const other = dirname(killed.ready.ca).replace(number, "-mine-");
    for (const folder of [elsewhere, other]) await mkdir(folder);
    const next = await serving();
    await expect.poll(() => readFile(killed.ready.ca).catch(({ code }) => code)).toBe("ENOENT");
    expect(await readFile(server.ready.ca, "utf8")).toContain("BEGIN CERTIFICATE");
    // Of a process of another machine, or of no process: neither is known to be left.
    for (const folder of [elsewhere, other]) await rmdir(folder);
    next.child.kill();
    await once(next.child, "close");
  });
});

describe("vestibule-fake, of a fake that runs,", () => {
  test("shows the mail of an invitation, redeems it, and goes back to the start", async () => {
    await graph("POST", "/invitations", INVITATION);
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
    const marked = await fetch(`${server.ready.admin}/marks`, { method: "POST" });
    const { mark } = (await marked.json()) as { readonly mark: string };
    const before = (await run(["state"], at())).out;
    await run(["clock", "+10m"], at());
    expect((await run(["rewind", mark], at())).code).toBe(0);
    expect((await run(["state"], at())).out).toBe(before);
    const ran = await run(["rewind", "mark-7"], at());
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('there is no mark "mark-7"')]);
  });

  test("moves the clock to no time that a date cannot have", async () => {
    const before = (await run(["state"], at())).out;
    const ran = await run(["clock", "+100000000d"], at());
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("no date lies so far ahead")]);
    expect((await run(["state"], at())).out).toBe(before);
  });

  test("says what time it is now in whole milliseconds, and as people write it, also where an instance has caught up between two", async () => {
    const lagging = await serving("--clock", "still", "--realism", "documented");
    const ask = async (...args: readonly string[]) => {
      const { out } = await run(args, { VESTIBULE_FAKE: lagging.ready.graph });
      return JSON.parse(out) as { readonly now: number; readonly time: string };
    };
    const before = (await ask("state")).now;
    await fetch(`${lagging.ready.graph}/v1.0/invitations`, {
      method: "POST",
      headers: { authorization: `Bearer ${lagging.ready.token}`, "content-type": "application/json" },
      body: JSON.stringify(INVITATION),
    });
    const settled = await ask("clock", "settle");
    expect((await ask("state")).now).not.toBe(settled.now);
    expect(settled.now).toBeGreaterThan(before);
    const moved = await ask("clock", "+1.5h");
    expect(moved.now - settled.now).toBe(5_400_000);
    for (const { now, time } of [settled, moved, await ask("rewind")]) {
      expect(Number.isInteger(now)).toBe(true);
      expect(time).toBe(new Date(now).toISOString().replace(/\.\d+/, ""));
    }
    lagging.child.kill();
    await once(lagging.child, "close");
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
    const contoso = { cloud: "public", tenant: "contoso" };
    const told = async (...args: readonly string[]) => JSON.parse((await run(["faults", ...args], at())).out);
    expect(await told(file)).toEqual({ added: 1, tenants: [contoso] });
    expect(await told()).toMatchObject([{ armed: [{ effect: "throttled", left: 1 }], fired: [] }]);
    await graph("GET", "/users");
    expect(await told()).toMatchObject([{ armed: [], fired: [{ effect: "throttled" }] }]);
    await told(file, "--tenant", "contoso");
    expect(await told("--clear")).toEqual({ cleared: [contoso] });
    expect(await told()).toMatchObject([{ armed: [], fired: [{ effect: "throttled" }] }]);
    expect(await told("--effects")).toHaveProperty("transport");
  });
});

import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorld, readSnapshot } from "@vestibule/fake-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ready, run, serving } from "./run.ts";

let server: Awaited<ReturnType<typeof serving>>;
let folder: string;
beforeAll(async () => {
  server = await serving("--clock", "still", "--realism", "documented");
  folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
}, 30_000);
afterAll(() => server.child.kill());

const at = () => ({ VESTIBULE_FAKE: server.ready.graph });

async function graph({ graph: origin, token }: Ready, method: string, path: string, body?: object) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  return (await (await fetch(`${origin}/v1.0${path}`, init)).json()) as never;
}

const invitation = {
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl: "https://app.contoso.example",
  sendInvitationMessage: true,
};
const state = async () => (await run(["state"], at())).out;
const inbox = async () => JSON.parse((await run(["inbox"], at())).out) as { readonly redeemUrl: string }[];

describe("vestibule-fake snapshot", () => {
  test("saves a world with an instance that is held, without its secrets, and puts it back whatever has happened since", async () => {
    const file = join(folder, "world.json");
    await run(["hold", "graph/neu-1"], at());
    await graph(server.ready, "POST", "/invitations", invitation);
    const [before, mails] = [await state(), await inbox()];
    const saved = await run(["snapshot", "save", file], at());
    expect([saved.code, saved.err, JSON.parse(saved.out)]).toEqual([0, "", { saved: file }]);
    const text = await readFile(file, "utf8");
    expect(() => readSnapshot(text)).not.toThrow();
    const ticket = /ticket%3d(\w+)/.exec(mails[0]?.redeemUrl ?? "")?.[1] ?? "";
    expect(ticket).toMatch(/^\w{32}$/);
    for (const secret of [server.ready.token, ticket]) expect(text).not.toContain(secret);

    await run(["release"], at());
    await run(["clock", "+1h"], at());
    await run(["redeem", mails[0]?.redeemUrl ?? ""], at());
    expect(await state()).not.toBe(before);
    const loaded = await run(["snapshot", "load", file], at());
    expect([loaded.code, loaded.out]).toEqual([0, before]);
    expect([await state(), await inbox()]).toEqual([before, mails]);
    expect(JSON.parse((await run(["redeem", mails[0]?.redeemUrl ?? ""], at())).out)).toMatchObject({
      accepted: true,
    });
    // Its start is the moment when it was loaded.
    await run(["rewind"], at());
    expect(await state()).toBe(before);
    // The token of before is good again.
    expect(await graph(server.ready, "GET", "/users")).toHaveProperty("value");
  });

  test("is followed by a token of the world that was loaded, where the first one is of another", async () => {
    const file = join(folder, "other.json");
    const other = createWorld({ seed: 8, scenario: "two-tenants-double-mfa" });
    const contoso = other.cloud("public").tenant("contoso");
    contoso.app("inviter");
    contoso.app("reader", { permissions: ["User.Read.All"] });
    await writeFile(file, JSON.stringify(other.snapshot()));
    const before = join(folder, "before.json");
    await run(["snapshot", "save", before], at());
    const loaded = JSON.parse((await run(["snapshot", "load", file], at())).out) as object;
    expect(loaded).toMatchObject({ tenants: [{ id: contoso.id, applications: expect.any(Array) }, {}] });
    const get = (token: string) => graph({ ...server.ready, token }, "GET", "/organization");
    expect(await get(server.ready.token)).toHaveProperty("error");
    const token = (await run(["token"], at())).out.trim();
    expect(await get(token)).toMatchObject({ value: [{ id: contoso.id }] });
    const reader = (await run(["token", "reader", "--tenant", "contoso"], at())).out.trim();
    expect(await get(reader)).toMatchObject({ error: { code: "Authorization_RequestDenied" } });
    const none = await run(["token", "nobody", "--tenant", "public/contoso"], at());
    expect([none.code, none.err]).toEqual([
      1,
      expect.stringContaining('contoso has no application "nobody"'),
    ]);
    await run(["snapshot", "load", before], at());
  });

  test("refuses a file that is none, with path and reason, and leaves the world as it is", async () => {
    const [file, cut] = [join(folder, "bad.json"), join(folder, "cut.json")];
    await run(["snapshot", "save", file], at());
    const saved = await readFile(file, "utf8");
    await writeFile(file, saved.replace('"realism": "documented"', '"realism": "real"'));
    await writeFile(cut, saved.slice(0, -9));
    const before = await state();
    const ran = await run(["snapshot", "load", file], at());
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toBe(
      `vestibule-fake: ${file}: snapshot: realism has to be "instant" or "documented", not "real"\n`,
    );
    expect((await run(["snapshot", "load", cut], at())).err).toContain("snapshot: it is no JSON");
    expect(await state()).toBe(before);
  });

  test("is what serve goes on with, at its time, with its clock still or running", async () => {
    const file = join(folder, "later.json");
    await run(["clock", "+30d"], at());
    await run(["snapshot", "save", file], at());
    const { now } = JSON.parse(await state()) as { readonly now: number };
    const again = await serving("--snapshot", file, "--clock", "still");
    const there = await run(["state"], { VESTIBULE_FAKE: again.ready.graph });
    expect(JSON.parse(there.out)).toMatchObject({ now });
    expect(there.out).toBe(await state());
    expect(await graph(again.ready, "GET", "/users")).toHaveProperty("value");
    again.child.kill();
    await once(again.child, "close");
  });

  test.each<[string, readonly string[], string]>([
    ["what is neither save nor load", ["snapshot", "keep", "x"], "snapshot takes save FILE or load FILE"],
    ["no file", ["snapshot", "save"], "snapshot takes save FILE or load FILE"],
    ["a seed beside a snapshot", ["serve", "--snapshot", "x", "--seed", "5"], "leave out --seed"],
  ])("says so of %s, in one line, with exit code 2", async (_, args, text) => {
    const ran = await run(args, at());
    expect([ran.code, ran.out, ran.err.split("\n").length]).toEqual([2, "", 2]);
    expect(ran.err).toContain(text);
  });

  test("says of a bad file to serve where it is bad", async () => {
    const file = join(folder, "empty.json");
    await writeFile(file, '{ "version": 1 }');
    const ran = await run(["serve", "--snapshot", file]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(`vestibule-fake: ${file}: snapshot: seed `);
  });
});

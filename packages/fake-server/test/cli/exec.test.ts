import { once } from "node:events";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { heard, node, run, starting } from "./run.ts";

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

describe("vestibule-fake exec, with faults of a run before,", () => {
  test("keeps them where the command fails again, and writes what happened beside them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
    const first = join(folder, "vestibule-fake.trace.json");
    await run(["exec", "--", ...node("process.exit(3);")], {}, folder);
    const before = await readFile(first, "utf8");
    const again = await run(["exec", "--faults", first, "--", ...node("process.exit(3);")], {}, folder);
    expect(again.err).toContain("what happened is in vestibule-fake.again.json");
    expect(await readFile(first, "utf8")).toBe(before);
    await expect(readFile(join(folder, "vestibule-fake.again.json"), "utf8")).resolves.toContain("seed");
    const onto = await run(["exec", "--faults", first, "--trace", first, "--", ...node("")], {}, folder);
    expect([onto.code, onto.err]).toEqual([
      2,
      expect.stringContaining("would overwrite what --faults reads"),
    ]);
    const shrunk = await run(["shrink", first, "--trace", first, "--", ...node("")], {}, folder);
    expect([shrunk.code, shrunk.err]).toEqual([2, expect.stringContaining("would overwrite the trace")]);
  });
});

describe("vestibule-fake exec, told to stop twice,", () => {
  test("ends a command that does not heed the first signal", async () => {
    const stubborn =
      'process.on("SIGTERM", () => console.log("no")); setInterval(() => {}, 1e9); console.log("up");';
    const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
    const child = starting(["exec", "--", ...node(stubborn)], folder);
    await heard(child, "up");
    child.kill("SIGTERM");
    await heard(child, "no");
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([137, null]);
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

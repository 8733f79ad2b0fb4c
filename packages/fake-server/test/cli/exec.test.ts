import { once } from "node:events";
import { mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
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
  });

  test("writes over nothing that it reads, by whatever name, nor does shrink", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
    const [trace, scenario] = [join(folder, "trace.json"), join(folder, "world.json")];
    await writeFile(scenario, '{ "clouds": { "public": { "contoso": {} } } }');
    const served = ["--scenario", scenario, "--trace", trace];
    await run(["exec", ...served, "--", ...node("process.exit(3);")], {}, folder);
    await symlink(trace, join(folder, "link.json"));
    const before = [await readFile(trace, "utf8"), await readFile(scenario, "utf8")];
    const again = ["exec", "--faults", "trace.json", "--trace"];
    for (const [args, lost] of [
      [[...again, "./trace.json"], "trace.json"],
      [[...again, "link.json"], "trace.json"],
      // The trace says by which scenario it was.
      [[...again, "world.json"], scenario],
      [["exec", "--scenario", "./world.json", "--trace", scenario], "./world.json"],
      [["shrink", trace, "--trace", "trace.json"], trace],
      [["shrink", "trace.json", "--trace", "world.json"], scenario],
    ] as const) {
      const ran = await run([...args, "--", ...node("console.log('ran'); process.exit(3);")], {}, folder);
      expect([ran.code, ran.out, ran.err.split("\n").length]).toEqual([2, "", 2]);
      expect(ran.err).toContain(`would overwrite ${lost}, which is read; name another file`);
    }
    expect([await readFile(trace, "utf8"), await readFile(scenario, "utf8")]).toEqual(before);
  });

  test("shrinks what was shrunk into another file, and says so", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
    const shrunk = join(folder, "vestibule-fake.shrunk.json");
    await run(["exec", "--trace", shrunk, "--", ...node("process.exit(3);")], {}, folder);
    const before = await readFile(shrunk, "utf8");
    const ran = await run(["shrink", shrunk, "--", ...node("process.exit(3);")], {}, folder);
    expect([ran.code, ran.out]).toEqual([
      0,
      "It fails without any fault. vestibule-fake.again.json says so.\n",
    ]);
    expect(await readFile(shrunk, "utf8")).toBe(before);
  });
});

describe("vestibule-fake exec, told to stop", () => {
  const heedless = (signal: string) =>
    node(
      `process.on("${signal}", () => console.log("no")); setInterval(() => {}, 1e9); console.log(process.pid, "up");`,
    );

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("passes %s on, and ends as the command does", async (signal, code) => {
    const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
    const child = starting(["exec", "--", ...node('setInterval(() => {}, 1e9); console.log("up");')], folder);
    await heard(child, "up");
    child.kill(signal);
    expect(await once(child, "close")).toEqual([code, null]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "twice by %s, ends a command that does not heed the first",
    async (signal) => {
      const folder = await mkdtemp(join(tmpdir(), "vestibule-test-"));
      const child = starting(["exec", "--", ...heedless(signal)], folder);
      const command = Number.parseInt(await heard(child, "up"), 10);
      // Where it is not ended, the test fails, and is not waited for.
      onTestFinished(() => {
        if (child.exitCode === null) process.kill(command, "SIGKILL");
      });
      child.kill(signal);
      await heard(child, "no");
      child.kill(signal);
      expect(await once(child, "close")).toEqual([137, null]);
    },
  );
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

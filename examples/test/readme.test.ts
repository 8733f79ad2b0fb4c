import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createWorld } from "@vestibule/fake-server";
import { afterEach, describe, expect, it, vi } from "vitest";

const root = join(import.meta.dirname, "../..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const textsOf = (pattern: string) =>
  globSync(pattern, { cwd: root, exclude: ["**/node_modules/**"] }).map(textOf);

/** What stands between the fences of one language, with its last line break. */
const blocksOf = (page: string, language: string) =>
  [...textOf(page).matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, code = ""]) => code,
  );

const pages = ["README.md", "packages/sdk/README.md", "packages/fake-server/README.md"];
const shown = (language: string) =>
  pages.flatMap((page) =>
    blocksOf(page, language).map((code) => ({ page, code, first: code.split("\n")[0] })),
  );

describe("what the READMEs show", () => {
  it.each(shown("ts"))("is code of an example: $page, $first", ({ code }) => {
    expect(textsOf("examples/**/*.ts").filter((example) => example.includes(code))).not.toEqual([]);
  });

  it.each(shown("text"))("is output of an example: $page, $first", ({ code }) => {
    expect(textsOf("examples/*/transcript.txt").filter((output) => output.includes(code))).not.toEqual([]);
  });

  /** Which port and folder are free is otherwise each time. */
  const anywhere = (said: string) => said.replace(/127\.0\.0\.1:\d+/g, "…").replace(/trust \S+/, "trust …");

  it.each(shown("console"))("is what the command prints: $first", async ({ code }) => {
    const [typed = "", ...lines] = code.split("\n");
    const output = lines.join("\n");
    const [program = "", ...args] = typed.replace(/^\$ /, "").split(" ");
    const running = spawn(program, args, { cwd: root, detached: true, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    running.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      // What npx has started is of its group.
      if (said.includes("Stop it with Ctrl-C.")) process.kill(-(running.pid ?? 0), "SIGINT");
    });
    await once(running, "close");
    expect(anywhere(said)).toBe(anywhere(output));
  });

  it("shows how to run a fake, and a command against one", () => {
    expect(shown("console").map(({ first }) => first?.split(" ")[3])).toEqual(["exec", "serve"]);
  });

  it.each(pages)("includes some code: %s", (page) => {
    expect(blocksOf(page, "ts")).not.toEqual([]);
  });
});

describe("the example of a limitation", () => {
  const folders = globSync("examples/limitation-*", { cwd: root }).sort();

  it.each(folders)("is linked from where the documentation begins: %s", (folder) => {
    expect(textOf("README.md")).toContain(`](${folder}/main.ts)`);
  });

  it.each(folders)("stands in a guide, with what it prints: %s", (folder) => {
    const shows = (file: string) => (guide: string) =>
      guide.includes(`{@includeCode ../../${folder}/${file}}`);
    const guides = textsOf("docs/guide/*.md").filter(shows("main.ts"));
    expect(guides.filter(shows("transcript.txt"))).toHaveLength(1);
  });
});

describe("the lines against Microsoft Graph", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  it("invite a guest, where the fake's fetch stands in for the network", async () => {
    const world = createWorld();
    const contoso = world.cloud("public").tenant("contoso");
    const { token } = await contoso.credential({ as: contoso.app("inviter") }).getToken();
    const printed: unknown[] = [];
    vi.stubEnv("GRAPH_TOKEN", token);
    vi.stubGlobal("fetch", (...request: ConstructorParameters<typeof Request>) =>
      world.fetch(new Request(...request)),
    );
    vi.stubGlobal("console", { log: (line: unknown) => printed.push(line) });

    await import("../graph/invite.ts");

    expect(printed).toEqual(["ada is PendingAcceptance"]);
    expect(contoso.mails.map(({ to }) => to)).toEqual(["ada@fabrikam.example"]);
  });
});

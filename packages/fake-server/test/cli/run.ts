import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

const main = join(import.meta.dirname, "../../src/cli/main.ts");
const conditions = "--conditions=@vestibule/source";

/** How a command ended, and what it said. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command to its end. */
export function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = tmpdir()): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [conditions, main, ...args],
      { cwd, env: { PATH: process.env.PATH, ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

export const NAMES = ["graph", "login", "admin", "proxy", "ca", "tenant", "token"] as const;
/** What `serve --json` says. */
export type Ready = Readonly<Record<(typeof NAMES)[number], string>>;

/** A fake in a process of its own, ready. */
export async function serving(...args: readonly string[]) {
  const child = starting(["serve", "--json", ...args]);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, ready: JSON.parse(String(line)) as Ready };
}

/** The command, on its way. */
export function starting(args: readonly string[], cwd = tmpdir()): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [conditions, main, ...args], {
    cwd,
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Waits until a process says something, and gives all that it has said until then. */
export async function heard({ stdout }: { readonly stdout: Readable }, text: string): Promise<string> {
  let said = "";
  while (!said.includes(text)) {
    const [chunk] = (await once(stdout, "data")) as [Buffer];
    said += chunk;
  }
  return said;
}

/** A command of Node's own. */
export function node(script: string): readonly string[] {
  return [process.execPath, "--input-type=module", "-e", script];
}

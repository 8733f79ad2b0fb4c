import { execFile } from "node:child_process";
import { join } from "node:path";

const vitest = join(import.meta.dirname, "../../../../node_modules/vitest/vitest.mjs");
const cases = join(import.meta.dirname, "cases");

/** How a run ended, and all that it printed. */
export interface Ran {
  readonly code: number;
  readonly text: string;
}

/** Runs vitest in a process of its own, as an application's developer does. */
export function runVitest(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return ended([vitest, "run", ...args], cases, env);
}

/** Runs `node --test` in a process of its own. */
export function runNodeTest(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return ended(
    ["--conditions=@vestibule/source", "--test", ...args],
    join(import.meta.dirname, "../testing/cases"),
    env,
  );
}

function ended(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { cwd, env: { PATH: process.env.PATH, NO_COLOR: "1", ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), text: `${out}\n${err}` }),
    );
  });
}

/** The report of one test, without what the runner prints around it. */
export function reportIn(text: string, name: string): string {
  const [, report = ""] = text.split(`in the world of the test "${name}"`);
  return report.split(/\n(?:stderr \||vestibule:| ❯|✖| ✓|⎯)/)[0]?.trim() ?? "";
}

/** The arguments, and the seed, of the command that a report says to run again. */
export function againIn(report: string): { readonly seed: string; readonly args: readonly string[] } {
  const [, seed = "", command = ""] = /run again {2}VESTIBULE_SEED=('[^']*'|\S+) (.+)/.exec(report) ?? [];
  const words = command.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
  return { seed: bare(seed), args: words.map(bare) };
}

/** As a shell reads it. */
function bare(word: string): string {
  return word.replaceAll("'", "");
}

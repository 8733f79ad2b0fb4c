import type { Evidence } from "./evidence.ts";

/** A test as a sentence: the titles around it, and its own. */
export interface Shown {
  /** From `packages` on. */
  readonly file: string;
  readonly test: string;
}

/** A test of the SDK's own, by its file in `packages/sdk/test` without the ending. */
export function sdkTest(file: string, test: string): Shown {
  return { file: `sdk/test/${file}.test.ts`, test };
}

/** A test of the fake, or of the SDK on it, by its file in `packages/fake-server/test` without the ending. */
export function fakeTest(file: string, test: string): Shown {
  return { file: `fake-server/test/${file}.test.ts`, test };
}

/** Why a cell cannot name a test. */
export function problemsWithTest({ file, test }: Shown, evidence: Evidence): readonly string[] {
  const found = evidence.testsOf(`packages/${file}`);
  if (found === undefined) return [`there is no file packages/${file}`];
  return found.includes(test) ? [] : [`packages/${file} has no test "${test}"`];
}

/** A test as a link to its file. */
export function linkToTest({ file, test }: Shown): string {
  return `[${test.replaceAll("$", "&#36;")}](../../packages/${file})`;
}

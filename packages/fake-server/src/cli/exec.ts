/// <reference types="node" />
import { fileToWrite } from "./file.ts";
import { environmentOf, runCommand } from "./run-command.ts";
import { type ServeOptions, startServing } from "./serving.ts";
import { writeTrace } from "./trace.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Serves while a command runs, whose requests go to the fake.
 *
 * @returns the command's exit code
 */
export async function exec(
  options: ServeOptions & { readonly trace?: string | undefined },
  command: readonly string[],
): Promise<number> {
  if (command.length === 0)
    throw new UsageError("exec takes a command after --, as in: vestibule-fake exec -- npm test");
  const serving = await startServing(options);
  try {
    const { faults, scenario, snapshot } = serving.options;
    const trace = await fileToWrite(options.trace, "vestibule-fake.trace.json", [faults, scenario, snapshot]);
    const { code } = await runCommand(environmentOf(serving), command, "inherit");
    if (code === 0) return code;
    await writeTrace(serving, trace);
    process.stderr.write(`vestibule-fake: the command failed; what happened is in ${trace}\n`);
    return code;
  } finally {
    await serving.close();
  }
}

/// <reference types="node" />
import { resolve } from "node:path";
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
  const trace = options.trace ?? traceBeside(options.faults);
  if (isSameFile(trace, options.faults))
    throw new UsageError(`--trace ${trace} would overwrite what --faults reads; name another file`);
  const serving = await startServing(options);
  try {
    const { code } = await runCommand(environmentOf(serving), command, "inherit");
    if (code === 0) return code;
    await writeTrace(serving, trace);
    process.stderr.write(`vestibule-fake: the command failed; what happened is in ${trace}\n`);
    return code;
  } finally {
    await serving.close();
  }
}

const TRACE = "vestibule-fake.trace.json";

/** What somebody goes by to see a failure again must not be lost to that. */
function traceBeside(faults: string | undefined): string {
  return isSameFile(TRACE, faults) ? "vestibule-fake.again.json" : TRACE;
}

function isSameFile(one: string, other: string | undefined): boolean {
  return other !== undefined && resolve(one) === resolve(other);
}

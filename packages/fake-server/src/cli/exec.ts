/// <reference types="node" />
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { type ServeOptions, type Serving, startServing } from "./serving.ts";
import { UsageError } from "./usage.ts";

/**
 * Serves while a command runs, whose requests go to the fake.
 *
 * @returns the command's exit code
 */
export async function exec(
  options: ServeOptions & { readonly trace?: string | undefined },
  command: readonly string[],
): Promise<number> {
  const [program, ...args] = command;
  if (program === undefined)
    throw new UsageError("exec takes a command after --, as in: vestibule-fake exec -- npm test");
  const serving = await startServing(options);
  try {
    const code = await runWith(environmentOf(serving), program, args);
    if (code !== 0) await writeTrace(serving, options.trace ?? "vestibule-fake.trace.json");
    return code;
  } finally {
    await serving.close();
  }
}

/** A process of Node's gets to the fake by the preload; any other may use the rest. */
function environmentOf({ ready }: Serving): NodeJS.ProcessEnv {
  const preload = `--import ${import.meta.resolve("@vestibule/fake-server/register")}`;
  const { NODE_OPTIONS = "" } = process.env;
  return {
    ...process.env,
    VESTIBULE_FAKE: ready.graph,
    VESTIBULE_CA: ready.ca,
    ...(ready.tenant !== null && { VESTIBULE_TENANT: ready.tenant }),
    ...(ready.token !== null && { VESTIBULE_TOKEN: ready.token }),
    NODE_OPTIONS: `${NODE_OPTIONS} ${preload}`.trim(),
  };
}

function runWith(env: NodeJS.ProcessEnv, program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: "inherit", shell: process.platform === "win32" });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.once("error", (cause) =>
      reject(new UsageError(`${program} cannot be run: ${cause.message}`, { cause })),
    );
    child.once("close", (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}

/** What happened, without what was secret in it: no mail, no link, no token. */
async function writeTrace({ world, ready }: Serving, file: string): Promise<void> {
  const ask = async (path: string) => (await fetch(`${ready.admin}${path}`)).json() as unknown;
  const [state, timeline, conduct, faults] = await Promise.all(
    ["/state", "/timeline", "/conduct", "/faults"].map(ask),
  );
  await writeFile(
    file,
    `${JSON.stringify({ seed: world.seed, state, timeline, conduct, faults }, null, 2)}\n`,
  );
  process.stderr.write(`vestibule-fake: the command failed; what happened is in ${file}\n`);
}

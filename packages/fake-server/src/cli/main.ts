/// <reference types="node" />
/**
 * The command `vestibule-fake`.
 *
 * @module
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type Asked, readArguments, type Values } from "./arguments.ts";
import { COMMANDS, type CommandHelp, helpOf, helpOfAll } from "./help.ts";
import { UsageError } from "./usage-error.ts";

/** What runs by itself, without a fake that runs already. Each loads no more than it needs. */
const OWN: Readonly<Record<string, (asked: Asked) => Promise<number>>> = {
  serve: ({ values }) => serve(values),
  exec: async ({ values, inner }) => (await import("./exec.ts")).exec(values, inner),
  shrink: async ({ values, args, inner }) => (await import("./shrink.ts")).shrink(values, args, inner),
  doctor: async ({ values }) => (await import("./doctor.ts")).doctor(values),
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (failure) {
  // Whatever was given may stand in it: a link in the wrong place, or without its beginning.
  const { Veil } = await import("../world/index.ts");
  process.stderr.write(`vestibule-fake: ${new Veil([]).text((failure as Error).message)}\n`);
  process.exitCode = failure instanceof UsageError ? 2 : 1;
}

async function main(argv: readonly string[]): Promise<number> {
  const asked = readArguments(argv);
  if ("about" in asked) return print(asked.about === "version" ? versionOf() : help(asked.command));
  const { command, args, values } = asked;
  const own = OWN[command];
  if (own !== undefined) return own(asked);
  const { REMOTE, askAt } = await import("./remote.ts");
  const answer = await REMOTE[command]?.(askAt(values), args, values);
  // A text is for a shell to take over as it is.
  print(`${typeof answer === "string" ? answer : JSON.stringify(answer, null, 2)}\n`);
  // A guest who is not let in is no success of redeeming.
  return command === "redeem" && (answer as { readonly accepted?: boolean }).accepted !== true ? 1 : 0;
}

function help(command: string | undefined): string {
  return command === undefined ? helpOfAll() : helpOf(command, COMMANDS[command] as CommandHelp);
}

/** Until somebody stops it. */
async function serve({ json, ...options }: Values): Promise<number> {
  const { startServing } = await import("./serving.ts");
  // Before anybody is told that it is ready, and may stop it.
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const serving = await startServing(options);
  const { graph, admin, ca, tenant } = serving.ready;
  print(
    json === true
      ? `${JSON.stringify(serving.ready)}\n`
      : `A fake Entra answers at ${graph}\n  as Graph, as the login services and as a proxy; to look at: ${admin}/page\n  tenant ${tenant}; trust ${ca} by https\n  VESTIBULE_FAKE=${graph}\nStop it with Ctrl-C.\n`,
  );
  await stopped;
  await serving.close();
  return 0;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function versionOf(): string {
  const file = new URL(import.meta.resolve("@vestibule/fake-server/package.json"));
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return `${version}\n`;
}

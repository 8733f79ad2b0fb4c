/// <reference types="node" />
/**
 * The command `vestibule-fake`.
 *
 * @module
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { HELP, UsageError } from "./usage.ts";

const SERVE = {
  scenario: { type: "string" },
  seed: { type: "string" },
  realism: { type: "string" },
  port: { type: "string" },
  clock: { type: "string" },
  snapshot: { type: "string" },
  faults: { type: "string" },
} as const;
const OPTIONS = {
  ...SERVE,
  json: { type: "boolean" },
  trace: { type: "string" },
  at: { type: "string" },
  tenant: { type: "string" },
  wait: { type: "string" },
  mfa: { type: "string" },
  as: { type: "string" },
  "no-consent": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** Which options each command takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  serve: [...Object.keys(SERVE), "json"],
  exec: [...Object.keys(SERVE), "trace"],
  shrink: [...Object.keys(SERVE).filter((name) => name !== "faults"), "trace"],
  doctor: ["json"],
  state: ["at"],
  inbox: ["at", "tenant", "wait"],
  redeem: ["at", "mfa", "as", "no-consent"],
  clock: ["at"],
  hold: ["at", "tenant"],
  release: ["at", "tenant"],
  faults: ["at", "tenant"],
  rewind: ["at"],
  snapshot: ["at"],
};

type Values = ReturnType<typeof parsed>["values"];

/** What runs by itself, without a fake that runs already. Each loads no more than it needs. */
const OWN: Readonly<
  Record<string, (values: Values, args: readonly string[], command?: readonly string[]) => Promise<number>>
> = {
  serve: (values, args) => serve(values, args),
  exec: async (values, args, command = args) => (await import("./exec.ts")).exec(values, command),
  shrink: async (values, args, command = []) => (await import("./shrink.ts")).shrink(values, args, command),
  doctor: async (values, args) => (await import("./doctor.ts")).doctor(values, args),
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (failure) {
  const { message } = failure as Error;
  process.stderr.write(`vestibule-fake: ${message}\n`);
  process.exitCode = failure instanceof UsageError ? 2 : 1;
}

async function main(argv: readonly string[]): Promise<number> {
  const end = argv.indexOf("--");
  const { values, positionals } = parsed(end < 0 ? argv : argv.slice(0, end));
  const [command, ...args] = positionals;
  if (values.version) return print(versionOf());
  if (values.help || command === "help") return print(HELP);
  if (command === undefined) throw new UsageError("what is it to do? See vestibule-fake --help");
  refuseOthers(command, values);
  const own = OWN[command];
  if (own !== undefined) return own(values, args, end < 0 ? undefined : argv.slice(end + 1));
  const { REMOTE, askAt, refuseSurplus } = await import("./remote.ts");
  const run = REMOTE[command];
  if (run === undefined) throw new UsageError(`there is no command "${command}"; see vestibule-fake --help`);
  refuseSurplus(command, args);
  const answer = await run(askAt(values), args, values);
  print(`${JSON.stringify(answer, null, 2)}\n`);
  // A guest who is not let in is no success of redeeming.
  return command === "redeem" && (answer as { readonly accepted?: boolean }).accepted !== true ? 1 : 0;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

function refuseOthers(command: string, values: object): void {
  if (!Object.hasOwn(TAKES, command))
    throw new UsageError(`there is no command "${command}"; see vestibule-fake --help`);
  const takes = TAKES[command] ?? [];
  const other = Object.keys(values).find((name) => !takes.includes(name));
  if (other === undefined) return;
  throw new UsageError(
    `${command} takes no --${other}; it takes ${takes.map((name) => `--${name}`).join(", ")}`,
  );
}

/** Until somebody stops it. */
async function serve({ json, ...options }: Values, args: readonly string[]): Promise<number> {
  if (args.length > 0) throw new UsageError(`serve takes no "${args[0]}"`);
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

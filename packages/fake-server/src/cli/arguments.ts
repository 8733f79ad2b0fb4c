/// <reference types="node" />
import { parseArgs } from "node:util";
import { COMMANDS, type CommandHelp } from "./help.ts";
import { UsageError } from "./usage-error.ts";

/** What the command was asked for. */
export interface Asked {
  readonly command: string;
  /** What follows its name. */
  readonly args: readonly string[];
  readonly values: Values;
  /** The command that is to be run, which stands after `--`. */
  readonly inner: readonly string[];
}

/** What options may say, by their names; each command has some of them. */
export interface Values {
  readonly scenario?: string;
  readonly seed?: string;
  readonly realism?: string;
  readonly port?: string;
  readonly clock?: string;
  readonly snapshot?: string;
  readonly faults?: string;
  readonly trace?: string;
  readonly at?: string;
  readonly tenant?: string;
  readonly wait?: string;
  readonly mfa?: string;
  readonly as?: string;
  readonly json?: true;
  readonly clear?: true;
  readonly effects?: true;
  readonly "no-consent"?: true;
}

/** Somebody wants to know something of the command itself: of which command, or of all. */
export interface Question {
  readonly about: "version" | "help";
  readonly command?: string | undefined;
}

const HELP = { type: "boolean", short: "h" } as const;

/** Every option is of one kind, whichever command has it. */
const KINDS = Object.fromEntries(
  Object.values(COMMANDS).flatMap(({ options }) =>
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? "boolean" : "string" } as const,
    ]),
  ),
);

/** @throws UsageError for what no command takes */
export function readArguments(argv: readonly string[]): Asked | Question {
  const end = argv.indexOf("--");
  const { tokens } = parseArgs({
    args: end < 0 ? [...argv] : argv.slice(0, end),
    options: { ...KINDS, help: HELP, version: { type: "boolean" } },
    ...{ allowPositionals: true, strict: false, tokens: true },
  });
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const options = tokens.filter((token) => token.kind === "option");
  const [command, ...args] = words;
  if (options.some(({ name }) => name === "version")) return { about: "version" };
  if (command === "help") return questionAbout(args);
  if (options.some(({ name }) => name === "help")) return questionAbout(words.slice(0, 1));
  if (command === undefined) throw new UsageError("what is it to do? See vestibule-fake --help");
  const known = commandNamed(command);
  const values: Record<string, string | true> = {};
  for (const option of options) values[option.name] = valueIn(command, known, option);
  refuseSurplus(command, known, args);
  const inner = end < 0 ? undefined : argv.slice(end + 1);
  if (inner !== undefined && known.runs === undefined)
    throw new UsageError(`${command} runs no command: leave out what follows --`);
  return { command, args, values, inner: inner ?? [] };
}

function questionAbout([command]: readonly string[]): Question {
  if (command !== undefined) commandNamed(command);
  return { about: "help", command };
}

function commandNamed(name: string): CommandHelp {
  const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (known !== undefined) return known;
  throw new UsageError(
    `there is no command "${name}"; there are ${Object.keys(COMMANDS).join(", ")}. See vestibule-fake --help`,
  );
}

interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function valueIn(command: string, { options }: CommandHelp, { name, rawName, value }: Given): string | true {
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (/^-\d/.test(rawName)) throw new UsageError(`${command} takes no number below 0`);
  const all = Object.keys(options).map((one) => `--${one}`);
  if (known === undefined)
    throw new UsageError(
      `${command} takes no ${rawName}; it takes ${all.join(", ")}. See vestibule-fake ${command} --help`,
    );
  if (known.value === undefined && value !== undefined)
    throw new UsageError(`${rawName} stands alone, without "${value}"`);
  if (known.value !== undefined && (value === undefined || value === ""))
    throw new UsageError(`${rawName} takes ${known.value}: ${known.says}`);
  return value ?? true;
}

/** One argument too many was meant for something. */
function refuseSurplus(command: string, { takes, most, runs }: CommandHelp, args: readonly string[]): void {
  const surplus = args[most];
  if (surplus === undefined) return;
  const how = takes === "" ? command : `${command} ${takes}`;
  const hint = runs ? ", with -- in front of the command" : "";
  throw new UsageError(`${command} takes no "${surplus}": vestibule-fake ${how}${hint}`);
}

/// <reference types="node" />
import { parseArgs } from "node:util";
import { COMMANDS, type CommandHelp } from "./help.ts";
import { nearest } from "./nearest.ts";
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

/** Nothing else is short: `-2h` is no three options, and does not ask for help. */
const SHORT: Readonly<Record<string, string>> = { "-h": "--help" };

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
  const given = (end < 0 ? argv : argv.slice(0, end)).map((word) => SHORT[word] ?? word);
  const { tokens } = parseArgs({
    args: given,
    options: { ...KINDS, help: { type: "boolean" }, version: { type: "boolean" } },
    ...{ allowPositionals: true, strict: false, tokens: true },
  });
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const options = tokens.filter((token) => token.kind === "option");
  const [command, ...args] = words;
  if (options.some(({ name }) => name === "version")) return { about: "version" };
  if (command === "help") return questionAbout(args);
  if (options.some(({ name }) => name === "help")) return questionAbout(words.slice(0, 1));
  if (command === undefined) throw new UsageError(withoutCommand(options[0]));
  const known = commandNamed(command);
  const values: Record<string, string | true> = {};
  for (const option of options) values[option.name] = valueIn(command, known, asWritten(option, given));
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
  const all = Object.keys(COMMANDS);
  throw new UsageError(
    `there is no command "${name}"; ${meant(name, all) ?? `there are ${all.join(", ")}`}. See vestibule-fake --help`,
  );
}

function withoutCommand(option: Given | undefined): string {
  const hint = option && meant(option.rawName, ["--help", "--version"]);
  return hint === undefined
    ? "what is it to do? See vestibule-fake --help"
    : `there is no ${option?.rawName} without a command; ${hint}`;
}

/** What seems to be several short options in one is none of them. */
function asWritten(option: Given & { readonly index: number }, given: readonly string[]): Given {
  const isLong = option.rawName.startsWith("--");
  return isLong ? option : { ...option, rawName: given[option.index] ?? option.rawName };
}

/** What is perhaps meant instead, in words. */
function meant(given: string, known: readonly string[]): string | undefined {
  const word = nearest(given, known);
  return word === undefined ? undefined : `perhaps ${word} is meant`;
}

interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function valueIn(command: string, { options }: CommandHelp, { name, rawName, value }: Given): string | true {
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (known === undefined) {
    const all = Object.keys(options).map((one) => `--${one}`);
    const hint = meant(rawName, [...all, "--help"]) ?? `it takes ${all.join(", ")}`;
    throw new UsageError(`${command} takes no ${rawName}; ${hint}. See vestibule-fake ${command} --help`);
  }
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

/** An option of a command. */
interface Option {
  /** What follows it, in words. Absent: nothing does. */
  readonly value?: string;
  readonly says: string;
}

/** What there is to say of a command, and by which it is held to what it was given. */
export interface CommandHelp {
  /** What may follow its name. */
  readonly takes: string;
  /** How many words of that there are at the most. */
  readonly most: number;
  readonly does: string;
  /** What else has to be known of it. */
  readonly more?: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly example: string;
  /** Whether it asks a fake that runs already. */
  readonly asks?: true;
  /** Whether it runs another command, which stands after `--`. */
  readonly runs?: true;
}

const WORLD: Readonly<Record<string, Option>> = {
  scenario: { value: "NAME|FILE", says: "what is there at first (default: one-tenant)" },
  seed: { value: "SEED", says: "what all chance follows from, a number or a text (default: 1)" },
  realism: { value: "KIND", says: "instant or documented: whether instances lag" },
  port: { value: "N", says: "default: any that is free" },
  clock: {
    value: "KIND",
    says: "running (default): the world's time is the machine's; still: it moves only when told",
  },
  snapshot: {
    value: "FILE",
    says: "goes on with a world that was saved, at its own time, instead of a scenario",
  },
};
const SERVE: Readonly<Record<string, Option>> = {
  ...WORLD,
  faults: {
    value: "FILE",
    says: "what is to go wrong: a list of rules for every tenant, or what exec or shrink has left: then the world is of the same kind, and goes wrong in the same places",
  },
};
const JSON_OUT: Option = { says: "for programs, in JSON" };
const AT: Readonly<Record<string, Option>> = {
  at: { value: "ADDRESS", says: "where the fake is (default: what VESTIBULE_FAKE says)" },
};
const TENANT: Readonly<Record<string, Option>> = {
  ...AT,
  tenant: { value: "CLOUD/NAME", says: "of this tenant alone" },
};

/** Every command. */
export const COMMANDS: Readonly<Record<string, CommandHelp>> = {
  serve: {
    ...{ takes: "", most: 0 },
    does: "answers Graph and the login services, until it is stopped",
    options: { ...SERVE, json: { says: "one line of JSON when it is ready" } },
    example: "serve --scenario two-tenants-double-mfa",
  },
  exec: {
    ...{ takes: "-- COMMAND ...", most: 0, runs: true },
    does: "serves while a command runs, and sends its requests to the fake",
    more: [
      "Nothing changes in the command: what Node runs in it gets there by a preload. It ends as the command does.",
    ],
    options: {
      ...SERVE,
      trace: {
        value: "FILE",
        says: "where to keep what happened if the command fails (default: vestibule-fake.trace.json)",
      },
    },
    example: "exec -- npm test",
  },
  shrink: {
    ...{ takes: "TRACE -- COMMAND ...", most: 1, runs: true },
    does: "finds the fewest faults of a trace under which a command still fails",
    more: [
      "It runs the command again and again, each time in a new world; of the world, what the trace says counts unless it is said otherwise.",
    ],
    options: {
      ...WORLD,
      trace: { value: "FILE", says: "where to write them (default: vestibule-fake.shrunk.json)" },
    },
    example: "shrink vestibule-fake.trace.json -- npm test",
  },
  doctor: {
    ...{ takes: "", most: 0 },
    does: "tries in which ways the clients of Microsoft's that are installed here get to a fake",
    options: { json: JSON_OUT },
    example: "doctor",
  },
  state: {
    ...{ takes: "", most: 0, asks: true },
    does: "shows its tenants with their applications, and how far their instances are",
    options: AT,
    example: "state",
  },
  inbox: {
    ...{ takes: "[ADDRESS]", most: 1, asks: true },
    does: "shows the mails that have arrived, for an address or for all",
    options: { ...TENANT, wait: { value: "MS", says: "waits so many milliseconds for the first" } },
    example: "inbox ada@fabrikam.example --wait 5000",
  },
  redeem: {
    ...{ takes: "LINK", most: 1, asks: true },
    does: "follows a redeem link to its end; fails where the guest is not let in",
    options: {
      ...AT,
      mfa: {
        value: "ANSWER",
        says: "approve (default) or deny: what the guest does when asked for a factor",
      },
      "no-consent": { says: "the guest does not agree to what it is asked for" },
      as: { value: "ADDRESS", says: "signs in with another account than the invited one" },
    },
    example: "redeem 'https://login.microsoftonline.com/redeem?…' --mfa deny",
  },
  token: {
    ...{ takes: "[APPLICATION]", most: 1, asks: true },
    does: "gives a new token, good for an hour, of an application or of one that may do everything",
    options: TENANT,
    example: "token inviter",
  },
  clock: {
    ...{ takes: "MOVE", most: 1, asks: true },
    does: "moves the world's time on: by +2h (ms, s, m, h, d), or, settle, until no instance lags",
    options: AT,
    example: "clock +30d",
  },
  hold: {
    ...{ takes: "[INSTANCE]", most: 1, asks: true },
    does: "stops replication to an instance, or to all",
    options: TENANT,
    example: "hold graph/weu-1",
  },
  release: {
    ...{ takes: "[INSTANCE]", most: 1, asks: true },
    does: "lets it go on",
    options: TENANT,
    example: "release",
  },
  faults: {
    ...{ takes: "[FILE]", most: 1, asks: true },
    does: "lets things go wrong, by a list of rules; without a file, shows what is to and what has",
    options: {
      ...TENANT,
      clear: { says: "lets nothing go wrong any more" },
      effects: { says: "shows what can go wrong" },
    },
    example: "faults rules.json --tenant public/contoso",
  },
  rewind: {
    ...{ takes: "[MARK]", most: 1, asks: true },
    does: "goes back to a mark, or to the start",
    options: AT,
    example: "rewind",
  },
  snapshot: {
    ...{ takes: "save|load FILE", most: 2, asks: true },
    does: "writes the whole world to a file with nothing secret in it, or puts the world of a file in its place",
    options: AT,
    example: "snapshot save world.json",
  },
};

const WIDTH = 28;

/** What there is, on one page. */
export function helpOfAll(): string {
  const all = Object.entries(COMMANDS);
  const listed = (asks: true | undefined) =>
    all
      .filter(([, one]) => one.asks === asks)
      .map(([name, { takes, does }]) => row(`${name} ${takes}`, does));
  return `vestibule-fake: a fake Microsoft Entra, for this machine alone

${listed(undefined).join("")}
  Of a fake that runs already, at --at ADDRESS or $VESTIBULE_FAKE:
${listed(true).join("")}
${row("help COMMAND", "its options, with an example; so does vestibule-fake COMMAND --help")}${row("--version", "")}
${CODES}`;
}

const CODES = `Exit codes:
  0  it is done
  1  it went wrong: a file or a program that is not there, no fake that answers, a port in use, what the fake refuses
  2  it was asked for what cannot be meant: an option, an argument, or what stands in a file; nothing was done
  Of exec, the command's own; of a command that a signal ends, 128 and the signal's number.
`;

/** What there is to one command. */
export function helpOf(name: string, { takes, does, more = [], options, example }: CommandHelp): string {
  const rows = Object.entries(options).map(([option, { value = "", says }]) =>
    row(`--${option} ${value}`, says),
  );
  const usage = `vestibule-fake ${name} ${takes}`.trim();
  return `${usage}

${[does, ...more].map((line) => `  ${line}\n`).join("")}
${rows.join("")}
  For example: vestibule-fake ${example}

${CODES}`;
}

function row(name: string, says: string): string {
  return `  ${name.trim().padEnd(WIDTH)}${says}`.trimEnd().concat("\n");
}

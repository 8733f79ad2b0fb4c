/// <reference types="node" />
import { jsonIn, textIn, writeJson } from "./file.ts";
import { UsageError } from "./usage.ts";

/** What the commands for a running fake take. */
export interface RemoteOptions {
  readonly at?: string | undefined;
  readonly tenant?: string | undefined;
  readonly wait?: string | undefined;
  readonly mfa?: string | undefined;
  readonly as?: string | undefined;
  readonly "no-consent"?: boolean | undefined;
}

type Ask = (method: string, path: string, body?: object | string) => Promise<unknown>;
type Command = (ask: Ask, args: readonly string[], options: RemoteOptions) => Promise<unknown>;

/** What can be asked of a fake that runs; each prints what it answers. */
export const REMOTE: Readonly<Record<string, Command>> = {
  state: (ask) => ask("GET", "/state"),
  inbox: (ask, [to], { wait, tenant }) => ask("GET", `/inbox${queryOf({ to, wait, tenant })}`),
  redeem: (ask, [link], options) => {
    if (link === undefined) throw new UsageError("redeem takes a link, as a mail has it: see inbox");
    if (!URL.canParse(link)) throw new UsageError(`redeem takes a link, not "${link}": see inbox`);
    const { mfa, as } = options;
    return ask("POST", "/redeem", {
      link,
      ...(mfa !== undefined && { mfa }),
      ...(as !== undefined && { as }),
      ...(options["no-consent"] === true && { consent: false }),
    });
  },
  clock: (ask, [move]) =>
    ask("POST", "/clock", move === "settle" ? { settle: true } : { advanceMs: millisecondsIn(move) }),
  hold: (ask, [reader], { tenant }) => ask("POST", "/readers", { ...named({ reader, tenant }), hold: true }),
  release: (ask, [reader], { tenant }) =>
    ask("POST", "/readers", { ...named({ reader, tenant }), hold: false }),
  faults: async (ask, [file], { tenant }) =>
    file === undefined
      ? ask("GET", `/faults${queryOf({ tenant })}`)
      : ask("POST", "/faults", { ...named({ tenant }), rules: await jsonIn(file, "faults") }),
  snapshot: async (ask, [what, file]) => {
    const isKnown = what === "save" || what === "load";
    if (!isKnown || file === undefined) throw new UsageError("snapshot takes save FILE or load FILE");
    if (what === "load") return ask("PUT", "/snapshot", await textIn(file, "snapshot load"));
    await writeJson(file, await ask("GET", "/snapshot"));
    return { saved: file };
  },
  rewind: (ask, [mark]) => ask("POST", "/rewind", mark === undefined ? {} : { mark }),
};

/** How many arguments each takes at the most: one too many was meant for something. */
const MOST: Readonly<Record<string, number>> = {
  ...{ state: 0, inbox: 1, redeem: 1, clock: 1, hold: 1, release: 1, faults: 1, rewind: 1 },
  snapshot: 2,
};

/** @throws UsageError for an argument that the command would not look at */
export function refuseSurplus(command: string, args: readonly string[]): void {
  const surplus = args[MOST[command] ?? 0];
  if (surplus === undefined) return;
  if (command === "snapshot") throw new UsageError("snapshot takes save FILE or load FILE");
  throw new UsageError(`${command} takes no "${surplus}"; see vestibule-fake --help`);
}

/** Asks a fake that runs. @throws Error, in one line, with what it says against it */
export function askAt({ at = process.env.VESTIBULE_FAKE }: RemoteOptions): Ask {
  if (at === undefined || at === "") {
    throw new UsageError("which fake? Name it by --at http://127.0.0.1:PORT, or in VESTIBULE_FAKE");
  }
  if (!URL.canParse(at)) throw new UsageError(`--at takes an address, not "${at}"`);
  return async (method, path, body) => {
    const url = new URL(`/_fake${path}`, at);
    let response: Response;
    try {
      response = await fetch(url, { method, ...(body !== undefined && { body: textOf(body) }) });
    } catch (cause) {
      throw new Error(`no fake answers at ${url.origin}`, { cause });
    }
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as unknown;
    throw new Error(
      messageIn(text) ?? `what answers at ${url.origin} is no fake (status ${response.status})`,
    );
  };
}

function textOf(body: object | string): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function messageIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { readonly error?: { readonly message?: string } }).error?.message;
  } catch {
    return undefined;
  }
}

function named(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).filter((one): one is [string, string] => one[1] !== undefined),
  );
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(named(values)).toString();
  return query === "" ? "" : `?${query}`;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  ...{ ms: 1, s: 1_000, m: 60_000, h: 3_600_000 },
  d: 86_400_000,
};

function millisecondsIn(move = ""): number {
  const [, amount = "", unit = ""] = /^\+?(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(move) ?? [];
  const ms = UNIT_MS[unit];
  if (ms === undefined) throw new UsageError('clock takes a time such as +2h, +500ms, +30d, or "settle"');
  return Number(amount) * ms;
}

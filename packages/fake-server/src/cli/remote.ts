/// <reference types="node" />
import { noFakeAt, originOfFake } from "../fake-address.ts";
import { readJson } from "../furnishing/index.ts";
import { isoDateTime } from "../simulation/index.ts";
import type { Values } from "./arguments.ts";
import { jsonIn, readAs, textIn, writeJson } from "./file.ts";
import { UsageError } from "./usage-error.ts";

type Ask = (method: string, path: string, body?: object | string) => Promise<unknown>;
type Command = (ask: Ask, args: readonly string[], options: Values) => Promise<unknown>;

/** What can be asked of a fake that runs; each prints what it answers. */
export const REMOTE: Readonly<Record<string, Command>> = {
  state: (ask) => ask("GET", "/state"),
  inbox: (ask, [to], { wait, tenant }) => {
    if (wait !== undefined && !/^\d+$/.test(wait))
      throw new UsageError(`--wait takes a whole number of milliseconds, not "${wait}"`);
    return ask("GET", `/inbox${queryOf({ to, wait, tenant })}`);
  },
  redeem: (ask, [link], options) => {
    // What was given instead may be the secret part of one, and is not shown.
    if (link === undefined || !URL.canParse(link))
      throw new UsageError("redeem takes a whole link, as a mail has it, in quotes: see inbox");
    const { mfa, as } = options;
    if (mfa !== undefined && mfa !== "approve" && mfa !== "deny")
      throw new UsageError(`--mfa is approve or deny, not "${mfa}"`);
    return ask("POST", "/redeem", {
      link,
      ...(mfa !== undefined && { mfa }),
      ...(as !== undefined && { as }),
      ...(options["no-consent"] === true && { consent: false }),
    });
  },
  clock: async (ask, [move]) =>
    timeIn(
      await ask("POST", "/clock", move === "settle" ? { settle: true } : { advanceMs: millisecondsIn(move) }),
    ),
  hold: (ask, [reader], { tenant }) => ask("POST", "/readers", { ...named({ reader, tenant }), hold: true }),
  release: (ask, [reader], { tenant }) =>
    ask("POST", "/readers", { ...named({ reader, tenant }), hold: false }),
  faults: async (ask, [file], { tenant, clear, effects }) => {
    if ([file, clear, effects].filter((one) => one !== undefined).length > 1)
      throw new UsageError("faults takes a FILE, --clear or --effects, one of them");
    if (effects) return ask("GET", "/effects");
    if (clear) return ask("DELETE", `/faults${queryOf({ tenant })}`);
    if (file === undefined) return ask("GET", `/faults${queryOf({ tenant })}`);
    return ask("POST", "/faults", { ...named({ tenant }), rules: await jsonIn(file, "faults") });
  },
  snapshot: async (ask, [what, file]) => {
    const isKnown = what === "save" || what === "load";
    if (!isKnown || file === undefined) throw new UsageError("snapshot takes save FILE or load FILE");
    if (what === "load") {
      const text = await textIn(file, "snapshot load");
      return readAs(file, () => ask("PUT", "/snapshot", text));
    }
    await writeJson(file, await ask("GET", "/snapshot"));
    return { saved: file };
  },
  token: async (ask, [app], { tenant }) => {
    const { token } = (await ask("POST", "/token", named({ app, tenant }))) as { readonly token: string };
    return token;
  },
  rewind: async (ask, [mark]) => timeIn(await ask("POST", "/rewind", mark === undefined ? {} : { mark })),
};

/**
 * Asks a fake that runs.
 *
 * @throws UsageError for what it says cannot be meant; Error for what else it says against it; both in one line
 */
export function askAt({ at = process.env.VESTIBULE_FAKE }: Values): Ask {
  const origin = originOf(at);
  return async (method, path, body) => {
    const url = new URL(`/_fake${path}`, origin);
    let response: Response;
    try {
      response = await fetch(url, { method, ...(body !== undefined && { body: textOf(body) }) });
    } catch (cause) {
      throw new Error(noFakeAt(origin), { cause });
    }
    const answer = valueIn(await response.text());
    if (response.ok && answer !== undefined) return answer;
    const { message } = (answer as Refused | undefined)?.error ?? {};
    if (message === undefined)
      throw new Error(`what answers at ${origin} is no fake (status ${response.status})`);
    throw response.status === 400 ? new UsageError(message) : new Error(message);
  };
}

/** How a fake says what is wrong with a request. */
interface Refused {
  readonly error?: { readonly message?: string };
}

/** What a fake says is JSON; `undefined` for what is not. */
function valueIn(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

function originOf(at: string | undefined): string {
  if (at === undefined || at === "")
    throw new UsageError("which fake? Name it by --at http://127.0.0.1:PORT, or in VESTIBULE_FAKE");
  try {
    return originOfFake(at);
  } catch (cause) {
    throw new UsageError((cause as TypeError).message, { cause });
  }
}

function textOf(body: object | string): string {
  return typeof body === "string" ? body : JSON.stringify(body);
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

/** @throws UsageError for what is no time, and for less than a millisecond of it */
function millisecondsIn(move = ""): number {
  const [, amount = "", unit = ""] = /^\+?(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(move) ?? [];
  const exact = Number(amount) * (UNIT_MS[unit] ?? Number.NaN);
  if (exact === 0 || exact >= 1) return Math.round(exact);
  const not = move === "" ? "" : `, not "${move}"`;
  throw new UsageError(
    `clock takes a time such as +2h, +500ms or +30d, or settle${not}; see rewind to go back`,
  );
}

/** Chance has instances catch up between two milliseconds: for a person, the world's time is whole, and can be read. */
function timeIn(answer: unknown): object {
  const now = Math.round((answer as { readonly now: number }).now);
  return { now, time: isoDateTime(now) };
}

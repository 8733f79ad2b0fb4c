/// <reference types="node" />
import { execFile } from "node:child_process";
import { type Client, SURROUNDINGS, type Way } from "./clients.ts";
import type { Serving } from "./serving.ts";

/** What came of letting a client invite somebody. */
export interface Trial {
  readonly way: Way;
  readonly reaches: boolean;
  /** What it takes, in words. */
  readonly how: string;
  /** Why it did not get there. */
  readonly why?: string;
}

/** What a client has to say who it is. */
export interface Application {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly token: string;
}

const GRAPH = "https://graph.microsoft.com";
const LOGIN = "https://login.microsoftonline.com";
const PATIENCE_MS = 30_000;
/** What would lead a client elsewhere than is meant. */
const LEADING =
  /^(?:NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NODE_USE_ENV_PROXY|VESTIBULE_\w+|(?:https?|all|no)_proxy)$/i;

interface WayPlan {
  readonly how: (client: Client) => string;
  readonly flags?: readonly string[];
  readonly env: (client: Client, serving: Serving) => NodeJS.ProcessEnv;
}

const WAYS: Readonly<Record<Way, WayPlan>> = {
  preload: {
    how: () => "node --import @vestibule/fake-server/register, VESTIBULE_FAKE; the application as it is",
    flags: ["--import", import.meta.resolve("@vestibule/fake-server/register")],
    env: (_, { ready }) => ({ VESTIBULE_FAKE: ready.graph }),
  },
  address: {
    how: ({ scheme, option }) =>
      `by ${scheme}: ${option}${scheme === "https" ? "; the authority in NODE_EXTRA_CA_CERTS" : ""}`,
    env: ({ scheme }, { ready }) => (scheme === "https" ? { NODE_EXTRA_CA_CERTS: ready.ca } : {}),
  },
  proxy: {
    how: () => "HTTPS_PROXY, NODE_USE_ENV_PROXY=1, and the authority in NODE_EXTRA_CA_CERTS",
    env: (_, { ready }) => ({
      ...{ HTTPS_PROXY: ready.proxy, NODE_USE_ENV_PROXY: "1", NODE_EXTRA_CA_CERTS: ready.ca },
    }),
  },
};

export const ways = Object.keys(WAYS) as readonly Way[];

/** Lets a client that is installed in a folder invite somebody by one way, and looks whether the guest is there. */
export async function tryOut(
  client: Client,
  way: Way,
  { serving, application, folder }: TrialRoom,
): Promise<Trial> {
  const plan = WAYS[way];
  const how = plan.how(client);
  const own = `${client.scheme}://localhost:${new URL(serving.ready.graph).port}`;
  const isElsewhere = way === "address";
  const guest = `${client.name.replaceAll(/\W+/g, "-").replace(/^-/, "")}.${way}@doctor.example`;
  const around = {
    ...{ ...application, guest, isElsewhere, scope: `${GRAPH}/.default` },
    ...(isElsewhere ? { graph: own, login: own } : { graph: GRAPH, login: LOGIN }),
  };
  const env = { ...unled(), ...plan.env(client, serving), VESTIBULE_TRIAL: JSON.stringify(around) };
  const why = await failureOf(`${SURROUNDINGS}${client.module}`, plan.flags ?? [], { env, folder });
  if (why !== undefined) return { way, reaches: false, how, why };
  const isThere = serving.world.tenants.some(({ directory }) =>
    directory.store
      .primary()
      .find(guest)
      .some(({ kind }) => kind === "user"),
  );
  if (isThere) return { way, reaches: true, how };
  return { way, reaches: false, how, why: "it says that it has invited somebody, and nobody is there" };
}

/** Where clients are tried out. */
export interface TrialRoom {
  readonly serving: Serving;
  readonly application: Application;
  /** From where they are found. */
  readonly folder: string;
}

/** Runs a module in a process of its own. Says in one line why it failed; `undefined` where it did not. */
function failureOf(
  module: string,
  flags: readonly string[],
  { env, folder }: { readonly env: NodeJS.ProcessEnv; readonly folder: string },
): Promise<string | undefined> {
  const guarded = `
try { await (async () => {${module}})(); process.exit(0); }
catch (failure) {
  const { cause } = failure ?? {};
  process.stdout.write(String(cause?.code ?? cause?.message ?? failure?.message ?? failure), () => process.exit(1));
}`;
  const conditions = process.execArgv.filter((flag) => flag.startsWith("--conditions"));
  const args = [...conditions, ...flags, "--input-type=module", "--eval", guarded];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { cwd: folder, env, timeout: PATIENCE_MS, killSignal: "SIGKILL" },
      (failure, stdout, stderr) => {
        if (failure === null) resolve(undefined);
        else if (failure.killed) resolve(`no end within ${PATIENCE_MS / 1_000} s`);
        else resolve(oneLine(stdout) || oneLine(stderr) || failure.message);
      },
    );
  });
}

function oneLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

function unled(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEADING.test(name)));
}

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createWorld, type Tenant } from "@vestibule/fake-server";
import { type Listening, listen } from "@vestibule/fake-server/listen";
import { expect } from "vitest";
import { RunningClock } from "../../src/cli/running-clock.ts";
import { GUESTS, PAGE, type Seen, type Surroundings, VARIABLE } from "./surroundings.ts";

/** How a client gets to a fake. */
export type Way = "plain http" | "https" | "the proxy" | "register";

const CLOUDS = [
  ["public", "https://graph.microsoft.com", "https://login.microsoftonline.com"],
  ["usgov", "https://graph.microsoft.us", "https://login.microsoftonline.us"],
  ["china", "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"],
] as const;
const clientSecret = "a-secret-of-the-application";
const run = promisify(execFile);

/**
 * Runs an application in a process of its own against a fake that listens in this one: it invites guests in three clouds, is told to wait
 * for one of them, and lists them page by page.
 */
export async function takesTheWay(app: string, way: Way): Promise<void> {
  const clock = new RunningClock();
  const world = createWorld({ seed: 6, clock });
  clock.start();
  const folder = await mkdtemp(join(tmpdir(), "vestibule-"));
  await using server = await listen(world);
  const tenants = CLOUDS.map(([cloud]) => world.cloud(cloud).tenant("contoso").members(3));
  for (const { faults } of tenants) {
    faults.add({ match: { operation: "invitations.create", nth: 2 }, effect: "throttled", forMs: 1_000 });
  }
  try {
    const around = await Promise.all(tenants.map((tenant, at) => surroundings(tenant, at, way, server)));
    const settings = await SETTINGS[way](server, join(folder, "authority.pem"));
    const preload = way === "register" ? ["--import", "@vestibule/fake-server/register"] : [];
    const flags = ["--conditions=@vestibule/source", ...preload];
    const env = { PATH: process.env.PATH, ...settings, [VARIABLE]: JSON.stringify(around) };
    const { stdout } = await run(process.execPath, [...flags, join(import.meta.dirname, "apps", app)], {
      env,
    });
    const seen = JSON.parse(stdout) as Seen[];
    for (const [at, tenant] of tenants.entries()) expectJourney(tenant, seen[at]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function surroundings(tenant: Tenant, at: number, way: Way, server: Listening): Promise<Surroundings> {
  const [, graph, login] = CLOUDS[at] as (typeof CLOUDS)[number];
  const permissions = ["User.Invite.All", "User.Read.All"];
  const app = tenant.app("application", { secret: clientSecret, permissions });
  const { token } = await tenant.credential({ as: app }).getToken();
  const local = { "plain http": server.origin, https: server.secureOrigin }[way as string];
  return {
    ...{ graph: local ?? graph, login: local ?? login, scope: `${graph}/.default`, token, clientSecret },
    ...{ tenantId: tenant.id, clientId: app.appId, isElsewhere: local !== undefined },
  };
}

/** What is set around the application; nothing of it is in the application. */
const SETTINGS: Readonly<Record<Way, (server: Listening, file: string) => Promise<Record<string, string>>>> =
  {
    "plain http": async () => ({}),
    https: trusting,
    "the proxy": async (server, file) => ({
      ...(await trusting(server, file)),
      ...{ NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: server.origin },
    }),
    register: async ({ origin }) => ({ VESTIBULE_FAKE: origin }),
  };

async function trusting(server: Listening, file: string): Promise<Record<string, string>> {
  await writeFile(file, await server.authority());
  return { NODE_EXTRA_CA_CERTS: file };
}

function expectJourney(tenant: Tenant, seen: Seen | undefined): void {
  expect(seen?.pages.map(({ length }) => length)).toEqual([PAGE, PAGE, GUESTS.length % PAGE]);
  expect(seen?.pages.flat().toSorted()).toEqual(GUESTS);
  expect(new Set(seen?.invited).size).toBe(GUESTS.length);
  expect(tenant.mails.length).toBe(0);
  expect(tenant.faults.fired.length).toBe(1);
  expect(tenant.conduct.remarks).toEqual([]);
}

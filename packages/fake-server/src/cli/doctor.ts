/// <reference types="node" />
import { createWorld } from "../create-world.ts";
import { CLIENTS, type Client } from "./clients.ts";
import { versionIn } from "./installed.ts";
import { RunningClock } from "./running-clock.ts";
import { letAnswer } from "./serving.ts";
import { type Trial, type TrialRoom, tryOut, ways } from "./trial.ts";

/** What there is to say of one client. */
interface Finding {
  readonly client: string;
  /** Null where it is not installed. */
  readonly version: string | null;
  /** What it would have to be installed with, for it to be tried. */
  readonly lacks: readonly string[];
  readonly ways: readonly Trial[];
}

/**
 * Tries, for each client that is installed where the command runs, by which ways it gets to a fake.
 *
 * @returns 1 where one of them does by none, else 0
 */
export async function doctor({ json }: { readonly json?: true }): Promise<number> {
  const clock = new RunningClock();
  const world = createWorld({ clock, scenario: { clouds: { public: { contoso: {} } } } });
  const tenant = world.cloud("public").tenant("contoso");
  const clientSecret = "a-secret-of-the-doctor's";
  const app = tenant.app("doctor", { secret: clientSecret });
  const { token } = await tenant.credential({ as: app }).getToken();
  const serving = await letAnswer({ world, clock }, { tenant: tenant.id, token }, {});
  try {
    const application = { tenantId: tenant.id, clientId: app.appId, clientSecret, token };
    const room: TrialRoom = { serving, application, folder: process.cwd() };
    const findings: Finding[] = [];
    for (const client of CLIENTS) findings.push(await findingOf(client, room));
    const { version: node } = process;
    process.stdout.write(
      json === true ? `${JSON.stringify({ node, clients: findings }, undefined, 2)}\n` : told(node, findings),
    );
    return findings.some(isLost) ? 1 : 0;
  } finally {
    await serving.close();
  }
}

async function findingOf(client: Client, room: TrialRoom): Promise<Finding> {
  const { name, needs } = client;
  const versions = await Promise.all(needs.map((one) => versionIn(room.folder, one)));
  const version = needs.length === 0 ? process.version : (versions[0] ?? null);
  const lacks = needs.filter((_, place) => versions[place] === undefined);
  if (version === null || lacks.length > 0) return { client: name, version, lacks, ways: [] };
  return {
    ...{ client: name, version, lacks },
    ways: await Promise.all(ways.map((way) => tryOut(client, way, room))),
  };
}

function isLost({ ways: trials }: Finding): boolean {
  return trials.length > 0 && !trials.some(({ reaches }) => reaches);
}

function told(node: string, findings: readonly Finding[]): string {
  const parts = findings.map((finding) => {
    const { client, version, lacks, ways: trials } = finding;
    if (version === null) return `${client}: not installed here\n`;
    if (lacks.length > 0) return `${client} ${version}: not tried, for lack of ${lacks.join(" and ")}\n`;
    const end = isLost(finding) ? "gets to the fake by no way" : "gets to the fake";
    return `${client} ${version}: ${end}\n${trials.map(lineOf).join("")}`;
  });
  return `Node ${node}. Each client that is installed here has invited somebody, by each way.\n${parts.join("")}`;
}

function lineOf({ way, reaches, how, why }: Trial): string {
  const end = reaches ? "yes" : "no ";
  return `  ${way.padEnd(8)} ${end}  ${how}${why === undefined ? "" : `\n               ${why}`}\n`;
}

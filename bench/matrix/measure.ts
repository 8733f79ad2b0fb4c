import { becomePredictable } from "./chance.ts";
import { type Check, checks, type Finding, invitation } from "./checks/index.ts";
import type { MeasuredClient } from "./client.ts";
import type { Column } from "./roster.ts";
import { scriptedService, USER_ID } from "./service.ts";
import { becomeVirtual } from "./virtual-time.ts";

/** Each check is run so many times, with other chance each time. */
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5];

/**
 * Runs every check on one client, and answers with the worst finding of each. For a process of its own: from here on
 * its time is virtual and its chance is seeded.
 *
 * @throws Error where a client does not do its everyday work, since no cell would say anything then
 */
export async function measure(column: Column): Promise<readonly Finding[]> {
  const chance = becomePredictable();
  const time = becomeVirtual();
  const client = await column.load();
  await time.pass(doEverydayWork(client));
  const findings: Finding[] = [];
  for (const check of checks) {
    const runs: Finding[] = [];
    for (const seed of SEEDS) {
      chance.reseed(seed);
      runs.push(await time.pass(run(check, client)));
    }
    findings.push(runs.reduce(worse));
  }
  return findings;
}

async function run(check: Check, client: MeasuredClient): Promise<Finding> {
  try {
    return await check.run(client);
  } catch (cause) {
    throw new Error(`could not be measured: ${check.title}`, { cause });
  }
}

function worse(a: Finding, b: Finding): Finding {
  if (a.passed !== b.passed) return a.passed ? b : a;
  return b.badness > a.badness ? b : a;
}

/** With a healthy service one request is enough for each call, and the invitation arrives as it was meant. */
async function doEverydayWork(client: MeasuredClient): Promise<void> {
  const { fetch, arrivals } = scriptedService(({ method }) => ({ status: method === "POST" ? 201 : 200 }));
  const opened = client.open(fetch);
  const wanted = invitation({ mail: true });
  await opened.readUser(USER_ID);
  await opened.invite(wanted);
  const seen = arrivals.map(({ method, path }) => `${method} ${path}`).join(", ");
  if (seen !== `GET /v1.0/users/${USER_ID}, POST /v1.0/invitations`) throw new Error(`sent: ${seen}`);
  const sent = arrivals[1]?.body as Partial<typeof wanted>;
  for (const [name, value] of Object.entries(wanted)) {
    if (sent[name as keyof typeof wanted] !== value) throw new Error(`sent another ${name}`);
  }
}

import type { Clock } from "@vestibule/sdk/time";
import type { FaultRule } from "../../faults/index.ts";
import type { Lag, Reader } from "../../replication/index.ts";
import { LAST_INSTANT } from "../../simulation/index.ts";
import type { InboxMail, Tenant, World, WorldMark } from "../../world/index.ts";
import { bodyOf } from "./bodies.ts";
import { Problem } from "./problem.ts";
import { type MailFilter, mailsIn, nameOf, stateOf } from "./views.ts";

/** A world, and what an administrator has to do with it. */
export interface Administration {
  readonly world: World;
  /** Of real time: whoever waits for somebody else's mail waits in that. */
  readonly clock: Clock;
  /** The moments that can be gone back to, by their names. `start` is the first. */
  readonly marks: Map<string, WorldMark>;
}

/** The tenant of this name, or `cloud/name`; all where none is named. @throws Problem where it is none, or of two clouds */
export function tenantsNamed({ world }: Administration, name: string | null | undefined): readonly Tenant[] {
  if (name === null || name === undefined) return world.tenants;
  const found = world.tenants.filter(
    (tenant) => tenant.name === name || `${tenant.directory.cloud.id}/${tenant.name}` === name,
  );
  if (found.length === 1) return found;
  const names = world.tenants.map((tenant) => `${tenant.directory.cloud.id}/${tenant.name}`).join(", ");
  throw new Problem(
    404,
    found.length === 0
      ? `there is no tenant "${name}"; there are ${names || "none"}`
      : `"${name}" is of more than one cloud: name one of ${names}`,
  );
}

/** Moves the world's time on; what was to happen meanwhile does. */
export async function moveClock({ world }: Administration, request: Request): Promise<object> {
  const wanted = await bodyOf("clock", request);
  if ("settle" in wanted) await world.settle();
  else {
    const ms = wanted.advanceMs as number;
    if (!(ms >= 0)) throw new Problem(400, "advanceMs has to be 0 or more: time goes forward only");
    if (world.clock.now() + ms > LAST_INSTANT)
      throw new Problem(400, `advanceMs is ${ms}: no date lies so far ahead, and nothing was changed`);
    await world.clock.sleep(ms);
  }
  return { now: world.clock.now() };
}

/** Holds instances, lets them go on, or changes how late they are; without a name, all of a tenant's. */
export async function changeReaders(here: Administration, request: Request): Promise<object> {
  const { tenant, reader, hold, lag } = await bodyOf("reader", request);
  const tenants = tenantsNamed(here, tenant as string | undefined);
  const readers = tenants.flatMap((one) => readersNamed(one, reader as string | undefined));
  if (readers.length === 0) {
    const known = new Set(tenants.flatMap((one) => one.readers.map(({ name }) => name)));
    throw new Problem(404, `there is no instance "${String(reader)}"; there are ${[...known].join(", ")}`);
  }
  for (const one of readers) {
    if (lag !== undefined) one.lag = lag as Lag;
    if (hold === true) one.hold();
    if (hold === false) one.release();
  }
  return readers.map(({ name, held, lag: now }) => ({ name, held, lag: now }));
}

function readersNamed({ readers }: Tenant, name: string | undefined): readonly Reader[] {
  return name === undefined ? readers : readers.filter((reader) => reader.name === name);
}

/** Lets something go wrong from now on. None of the rules counts where one cannot be meant. */
export async function addFaults(here: Administration, request: Request): Promise<object> {
  const { tenant, rules } = await bodyOf("faults", request);
  const tenants = tenantsNamed(here, tenant as string | undefined);
  const added: { remove(): void }[] = [];
  try {
    for (const { faults } of tenants)
      for (const rule of rules) added.push(faults.add(rule as unknown as FaultRule));
  } catch (cause) {
    for (const one of added) one.remove();
    throw cause;
  }
  return { added: rules.length, tenants: tenants.map(nameOf) };
}

/** Lets nothing go wrong any more. */
export function clearFaults(here: Administration, tenant: string | null): object {
  const tenants = tenantsNamed(here, tenant);
  for (const { faults } of tenants) faults.clear();
  return { cleared: tenants.map(nameOf) };
}

/** Follows a redeem link to its end, as the guest would. */
export async function redeemLink({ world }: Administration, request: Request): Promise<object> {
  const { link, ...answers } = await bodyOf("redeem", request);
  return world.redeem(link as string, answers as never);
}

/** The moments that can be gone back to, the first first. */
export function marksOf({ marks }: Administration): readonly object[] {
  return [...marks].map(([mark, { at }]) => ({ mark, at }));
}

/** Remembers this moment. */
export function setMark({ world, marks }: Administration): object {
  const name = `mark-${marks.size}`;
  marks.set(name, world.mark());
  return { mark: name };
}

/** Goes back to a moment; without one, to the start. Marks that were made since are gone. */
export async function goBack({ world, marks }: Administration, request: Request): Promise<object> {
  const { mark = "start" } = (await bodyOf("rewind", request)) as { readonly mark?: string };
  const moment = marks.get(mark);
  if (moment === undefined)
    throw new Problem(404, `there is no mark "${mark}"; there are ${[...marks.keys()].join(", ")}`);
  try {
    world.rewind(moment);
  } catch (cause) {
    throw new Problem(409, (cause as Error).message);
  }
  const later = [...marks.keys()].slice([...marks.keys()].indexOf(mark) + 1);
  for (const name of later) marks.delete(name);
  return { now: world.clock.now() };
}

/** Puts another world in the place of this one. Where that cannot be, this one stays as it is. */
export async function putSnapshot({ world, marks }: Administration, request: Request): Promise<object> {
  const text = await request.text();
  try {
    world.restore(text);
  } catch (cause) {
    const { message } = cause as Error;
    throw message.startsWith("snapshot: ") ? cause : new Problem(409, `not now: ${message}`);
  }
  marks.clear();
  marks.set("start", world.mark());
  return stateOf(world);
}

/** How often the post is looked at, in milliseconds of real time. */
const EVERY_MS = 20;

/** The mails that fit; where none has come yet, waits for the first so long as is wanted, in real time. */
export async function mailsWithin(
  here: Administration,
  filter: MailFilter & { readonly tenant: string | null },
  waitMs: number,
  signal: AbortSignal,
): Promise<readonly InboxMail[]> {
  const until = here.clock.now() + waitMs;
  for (;;) {
    const mails = mailsIn(tenantsNamed(here, filter.tenant), filter);
    if (mails.length > 0 || waitMs === 0) return mails;
    if (here.clock.now() >= until) {
      throw new Problem(
        408,
        `no such mail came within ${waitMs} ms. A mail is sent only where sendInvitationMessage asks for it`,
      );
    }
    await here.clock.sleep(EVERY_MS, signal);
  }
}

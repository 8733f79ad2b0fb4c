import { type Duration, milliseconds, type Reader } from "../replication/index.ts";
import type { Tenant } from "../world/index.ts";
import { tenantsOf } from "./subject.ts";
import { counted, type Verdict } from "./verdict.ts";

/** How long instances may take. */
export interface Within {
  /** Of the world's time: milliseconds, or text such as `"30s"`. */
  readonly within: Duration;
}

/** Lets the world's time pass until every instance has applied everything, and no longer than it may take. */
export async function converged(subject: unknown, options: Within, asked: string): Promise<Verdict> {
  const ms = limitIn(options, asked);
  const { tenants, name } = tenantsOf(subject, asked);
  const [first] = tenants;
  const began = first?.clock.now() ?? 0;
  let now = began;
  for (let settlesAt = latest(tenants); first && settlesAt > now && now < began + ms; ) {
    await first.clock.sleep(Math.min(settlesAt, began + ms) - now);
    now = first.clock.now();
    settlesAt = latest(tenants);
  }
  const behind = tenants.flatMap((tenant) => behindIn(tenant, now));
  const pass = behind.length === 0;
  return {
    pass,
    message: () =>
      pass
        ? `expected ${name} not to converge within ${options.within}, but every instance had applied everything after ${now - began} ms`
        : [
            `expected ${name} to converge within ${options.within} of the world's time, but after ${now - began} ms ${counted(behind.length, "instance")} ${behind.length === 1 ? "is" : "are"} behind:`,
            ...behind,
            "Look at: tenant.readers (held, lag, applied) and tenant.log",
          ].join("\n"),
  };
}

function limitIn(options: Within, asked: string): number {
  const within = (options as Partial<Within> | undefined)?.within;
  if (within === undefined) throw new TypeError(`${asked} takes how long it may take: { within: "30s" }`);
  try {
    return milliseconds(within);
  } catch (cause) {
    throw new TypeError(`${asked}: within ${(cause as Error).message}`, { cause });
  }
}

function latest(tenants: readonly Tenant[]): number {
  return Math.max(...tenants.map(({ directory }) => directory.store.settlesAt()));
}

function behindIn({ name, readers, directory }: Tenant, now: number): readonly string[] {
  const { last } = directory.store;
  return readers
    .filter((reader) => reader.advance(now) < last)
    .map(
      (reader) => `  ${name}  ${reader.name} has applied ${reader.applied} of ${last}: ${whyOf(reader, now)}`,
    );
}

function whyOf(reader: Reader, now: number): string {
  if (reader.held) return "held; it goes on after release()";
  return `everything will be there in ${Math.ceil(reader.settlesAt() - now)} ms`;
}

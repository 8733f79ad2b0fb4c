import { servedBy } from "./fault-plan.ts";
import { writeJson } from "./file.ts";
import type { Serving } from "./serving.ts";

const TOLD = { state: "/state", timeline: "/timeline", conduct: "/conduct", faults: "/faults" };
/** What a fake may tell besides. */
const PERHAPS = { requests: "/requests" };

/** Writes what happened, without what was secret in it: no mail, no link, no token. */
export async function writeTrace({ world, ready, options }: Serving, file: string): Promise<void> {
  const ask = async ([name, path]: [string, string]) => {
    const response = await fetch(`${ready.admin}${path}`);
    return response.ok ? [[name, (await response.json()) as unknown]] : [];
  };
  const told = await Promise.all(Object.entries({ ...TOLD, ...PERHAPS }).map(ask));
  await writeJson(file, {
    seed: world.seed,
    served: servedBy(options),
    ...Object.fromEntries(told.flat() as [string, unknown][]),
  });
}

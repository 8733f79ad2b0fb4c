import { readJson } from "../furnishing/index.ts";
import { problemsOfMeaning } from "./meaning.ts";
import { problemsOfForm } from "./schema.ts";
import type { WorldSnapshot } from "./snapshot.ts";

/** How many problems are named: a file that is none has one at every object. */
const NAMED = 5;

/**
 * A snapshot from what a file holds, for example: that every name in it is known, every value of its kind, and that all of it
 * fits together.
 *
 * @param json - the text of a file, or what was read from one
 * @throws TypeError with the path of what is wrong, and why
 */
export function readSnapshot(json: unknown): WorldSnapshot {
  const value = typeof json === "string" ? parsed(json) : json;
  refuseOtherVersion(value);
  refuse(problemsOfForm(value));
  const snapshot = value as WorldSnapshot;
  refuse(problemsOfMeaning(snapshot));
  return snapshot;
}

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch (cause) {
    throw new TypeError(`snapshot: ${(cause as TypeError).message}`, { cause });
  }
}

/** What else is wrong with it, a later version's readers may know. */
function refuseOtherVersion(value: unknown): void {
  const { version } = (value ?? {}) as { readonly version?: unknown };
  if (typeof version === "number" && version !== 1)
    refuse([`version is ${version}; this fake reads version 1`]);
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length - NAMED;
  throw new TypeError(
    `snapshot: ${problems.slice(0, NAMED).join("; ")}${more > 0 ? `; and ${more} more` : ""}`,
  );
}

/// <reference types="node" />
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

/** Containers may share a folder for what is temporary, and each counts its processes by itself. */
const HERE = `vestibule-fake-${hostname()}-`;

/** A new folder for what this process keeps while it runs: its number is in the name, for {@link sweepFolders}. */
export function ownFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${HERE}${process.pid}-`));
}

/** Takes away what processes have left that were killed. Nothing depends on it: what cannot be taken away stays. */
export async function sweepFolders(): Promise<void> {
  try {
    const left = (await readdir(tmpdir())).filter((name) => isLeft(numberIn(name)));
    await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
  } catch {
    // Somebody else's folder, or one that has just gone.
  }
}

/** The number of the process whose folder has this name; none where it is something else, or another machine's. */
function numberIn(name: string): number {
  const rest = name.startsWith(HERE) ? name.slice(HERE.length) : "";
  return Number(/^(\d+)-/.exec(rest)?.[1]);
}

/** Whether no process has this number any more. One that is another user's cannot be asked, and is there. */
function isLeft(pid: number): boolean {
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ESRCH";
  }
}

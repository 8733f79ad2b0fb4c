/// <reference types="node" />
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAME = /^vestibule-fake-(\d+)-/;

/** A new folder for what this process keeps while it runs: its number is in the name, for {@link sweepFolders}. */
export function ownFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `vestibule-fake-${process.pid}-`));
}

/** Takes away what processes have left that were killed. Nothing depends on it: what cannot be taken away stays. */
export async function sweepFolders(): Promise<void> {
  try {
    const left = (await readdir(tmpdir())).filter((name) => isLeft(Number(NAME.exec(name)?.[1])));
    await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
  } catch {
    // Somebody else's folder, or one that has just gone.
  }
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

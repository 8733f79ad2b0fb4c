import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Figure, figureOf } from "./rounds.ts";

/** What a process that started for nothing else has measured. */
export interface FreshProcess {
  readonly seedMs: number;
  readonly heapBytes: number;
}

/** What a large tenant takes: the heap beyond that of an empty process, and the time to make it. */
export function measureMemory(rounds: number): { readonly heapBytes: Figure; readonly seedMs: Figure } {
  const processes = Array.from({ length: rounds }, () => ({
    empty: start("empty"),
    full: start("directory"),
  }));
  return {
    heapBytes: figureOf(processes.map(({ empty, full }) => full.heapBytes - empty.heapBytes)),
    seedMs: figureOf(processes.map(({ full }) => full.seedMs)),
  };
}

function start(what: "empty" | "directory"): FreshProcess {
  const program = fileURLToPath(new URL("./directory-process.ts", import.meta.url));
  const output = execFileSync(process.execPath, [...process.execArgv, program, what], { encoding: "utf8" });
  return JSON.parse(output);
}

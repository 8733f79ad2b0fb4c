import { Worker } from "node:worker_threads";
import { type Mutant, mutants } from "./mutants.ts";

/** What is built has no files of their own for the rules any more. */
const FROM_SOURCE = ["--conditions=@vestibule/source"];

/** Switches off each safety rule in turn, tells what the simulation has to say of it, and gives those that it missed. */
export async function checkMutants(say: (text: string) => void): Promise<readonly string[]> {
  const survivors: string[] = [];
  for (const mutant of mutants) {
    const found = await runWithout(mutant);
    say(`without the rule "${mutant.name}" (${mutant.file}):\n${found ?? "nothing was noticed"}\n`);
    if (found === undefined) survivors.push(mutant.name);
  }
  return survivors;
}

/** What goes wrong without the rule, with a schedule that is as short as can be; `undefined` where nothing does. */
function runWithout(mutant: Mutant): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./mutant-worker.ts", import.meta.url), {
      workerData: { mutant },
      execArgv: FROM_SOURCE,
    });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error(`the thread without "${mutant.name}" ended without a word`)));
  });
}

/**
 * What runs in a process of its own, where nothing else has used memory or been compiled: with the argument `directory`
 * it makes a large tenant and reads it through every instance, with `empty` it does nothing. Prints what it measured.
 */
import type { FreshProcess } from "./memory.ts";

let seedMs = 0;
let held: unknown;
if (process.argv[2] === "directory") {
  const { largeTenant } = await import("./large-tenant.ts");
  const { readThroughAll } = await import("./read-through-all.ts");
  const started = performance.now();
  const large = largeTenant("documented");
  seedMs = performance.now() - started;
  await readThroughAll(large);
  held = large;
}
globalThis.gc?.();
globalThis.gc?.();
const measured: FreshProcess = { seedMs, heapBytes: process.memoryUsage().heapUsed };
console.log(JSON.stringify(measured));
// Looked at once more, so that it is alive above.
if (held === null) throw new TypeError("nothing was held");

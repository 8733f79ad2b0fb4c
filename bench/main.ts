// What the fake costs, beside the least that could do the same: npm run bench
// Prints rates of requests through the transport, their ratio to bare Map look-ups in the same run, and memory.
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { measureRates } from "./rates.ts";
import { measureRewind } from "./rewind.ts";

const USERS = 100_000;

console.log(
  `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model}; ${USERS.toLocaleString("en")} users\n`,
);
await measureRates(USERS);
await measureRewind(USERS);
// In a process of its own, so that nothing else is in its heap.
spawnSync(process.execPath, [...process.execArgv, `${import.meta.dirname}/memory.ts`, String(USERS)], {
  stdio: "inherit",
});

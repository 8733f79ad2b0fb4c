// Prints the heap that a directory takes, less that of a process that does nothing. Run by main.ts.
import { spawnSync } from "node:child_process";

const GOAL_MB = 120;
const USERS = Number(process.argv[2]);

/** The heap after garbage collection, in bytes. */
function heapUsed(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const { createWorld } = await import("@vestibule/fake-server");
const { callContext } = await import("@vestibule/sdk/wire");
const world = createWorld({ seed: 1, realism: "documented" });
const tenant = world.cloud("public").tenant("contoso").domain("contoso.example").members(USERS);
const transport = tenant.transport({ as: tenant.app("bench") });
const [id] = tenant.log[0]?.ids ?? [];
// Enough requests that every instance has answered.
for (let n = 0; n < 100; n++) {
  await transport.send({
    operation: { id: "bench", effect: "read" },
    method: "GET",
    version: "v1.0",
    target: { path: `/users/${id}` },
    headers: {},
    context: callContext(),
  });
}
const full = heapUsed();
// A process that does nothing but this.
const script = "gc(); gc(); console.log(process.memoryUsage().heapUsed)";
const empty = Number(spawnSync(process.execPath, ["--expose-gc", "-e", script], { encoding: "utf8" }).stdout);
const bytes = full - empty;
const met = bytes <= GOAL_MB * 1e6 ? "met" : "missed";
console.log(
  `${USERS.toLocaleString("en")} users, ${tenant.readers.length} instances: ${(bytes / 1e6).toFixed(1)} MB of heap, ${Math.round(bytes / USERS)} bytes a user   goal ${GOAL_MB} MB: ${met}`,
);

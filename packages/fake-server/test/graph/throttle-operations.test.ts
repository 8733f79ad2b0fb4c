import { describe, expect, test } from "vitest";
import { routes } from "../../src/graph/routes/index.ts";
import { serviceOf } from "../../src/graph/throttle/cost.ts";
import { atOnce, callsOf, letIn, openThrottled, waitOf } from "./throttle-calls.ts";

describe("the logs", () => {
  test("are read five times in ten seconds by each application, and then after the wait that is asked for", async () => {
    const { send, contoso, world } = openThrottled("documented");
    const other = callsOf(contoso, contoso.app("other"));
    expect(letIn(await atOnce(7, () => send("/auditLogs/signIns")))).toBe(5);
    expect(letIn(await atOnce(7, () => other.send("/auditLogs/directoryAudits")))).toBe(5);
    await world.clock.sleep(waitOf(await send("/auditLogs/signIns")));
    expect((await send("/auditLogs/signIns")).status).toBe(200);
  });
});

describe("every write of the directory", () => {
  test("counts against the writes that an application has", async () => {
    const writes = routes.flatMap(({ path, methods, only }) =>
      path === "/$batch" || only === "beta" || serviceOf(path) !== "directory"
        ? []
        : Object.keys(methods).flatMap((method) => (method === "GET" ? [] : [{ path, method }])),
    );
    expect(writes.length).toBeGreaterThan(40);
    for (const { path, method } of writes) {
      const { send } = openThrottled({ writes: { writes: 1, perMs: 150_000 } });
      const to = path.replaceAll(/\{\w+\}/g, "none");
      const answers = await atOnce(2, () => send(to, { method: method as "POST" }));
      expect([method, path, answers[1]?.status]).toEqual([method, path, 429]);
    }
  });
});

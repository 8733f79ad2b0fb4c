import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import type { Reporter } from "vitest/node";

/** Tests read the packages' sources; examples read what is built, as a user would. */
const source = "@vestibule/source";
const fromSource = {
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
};

/** What passes the fake against Graph's published schema fails the test in which it does. */
const heldToSchema = "packages/fake-server/test/hold-to-schema.ts";

/** One plain closing line, for whoever reads the log by machine. A file that does not load counts as a failed test. */
const tally: Reporter = {
  onTestRunEnd(modules, unhandled) {
    const states = modules.flatMap((module) => [...module.children.allTests()]).map((t) => t.result().state);
    const count = (state: string) => states.filter((s) => s === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
    const failed = count("failed") + broken;
    console.log(`tests: ${count("passed")} passed, ${failed} failed, ${count("skipped")} skipped`);
  },
};

export default defineConfig({
  test: {
    reporters: ["default", tally],
    // Every core: whoever runs the tests waits for them.
    maxWorkers: "100%",
    projects: [
      {
        ...fromSource,
        test: {
          name: "node",
          // Time is virtual in tests: what takes long is work, and a slow machine is no failure.
          testTimeout: 60_000,
          setupFiles: [heldToSchema],
          include: [
            "packages/*/test/**/*.test.ts",
            "scripts/test/**/*.test.ts",
            "simulation/test/**/*.test.ts",
          ],
        },
      },
      {
        test: {
          name: "examples",
          include: ["examples/*.test.ts", "examples/test/**/*.test.ts"],
          setupFiles: [heldToSchema],
        },
      },
    ],
  },
});

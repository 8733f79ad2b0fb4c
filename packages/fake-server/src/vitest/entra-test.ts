import { test as base, type RunnerTestCase, type TestAPI } from "vitest";
import {
  checkPlan,
  type Loan,
  literally,
  quoted,
  type TestWorldPlan,
  tellFailure,
  Worlds,
} from "../trial/index.ts";
import type { World } from "../world/index.ts";

/** vitest's `test`, with a world for each test under the name `entra`. */
export type EntraTest = TestAPI<{ readonly entra: World }>;

/**
 * vitest's `test`, with a world for each test under the name `entra`. Each test finds it as it was furnished: one that a
 * test has finished with is rewound for the next, which takes no time, and tests that run at once have one each. Where a
 * test fails, what happened is printed, with the seed and how to run it again.
 *
 * @example
 * ```ts
 * const test = entraTest({ scenario: "one-tenant", realism: "documented" });
 *
 * test("a guest gets one mail", async ({ entra }) => {
 *   await welcome(clientOf(entra), "ada@fabrikam.example");
 *   expect(entra).toHaveInvited("ada@fabrikam.example", 1);
 * });
 * ```
 * @throws TypeError or RangeError for a plan that cannot be meant
 */
export function entraTest(plan: TestWorldPlan = {}): EntraTest {
  checkPlan(plan, "entraTest");
  // Lives as long as the module that made it: where files are isolated, a file; else a worker.
  const worlds = new Worlds(plan);
  return base.extend<{ readonly entra: World }>({
    entra: async ({ task, onTestFinished }, use) => {
      const loan = await worlds.lend();
      // By then the hooks and the other fixtures have done what they do at the end, and vitest knows how it went.
      onTestFinished(() => finish(loan, task, plan));
      await use(loan.world);
    },
  });
}

/** Gives the world back where the test went well; else says what happened in it, and leaves it to whoever may go on there. */
function finish(loan: Loan, task: Readonly<RunnerTestCase>, plan: TestWorldPlan): void {
  const failed = { name: task.fullTestName, command: commandOf(task) };
  if (task.result?.state === "fail") {
    if (task.fails !== true) tellFailure(loan, plan, failed);
    return;
  }
  try {
    loan.giveBack();
  } catch (failure) {
    tellFailure(loan, plan, failed);
    throw failure;
  }
}

function commandOf({ file, fullTestName }: Readonly<RunnerTestCase>): string {
  return `npx vitest run ${quoted(file.name)} -t ${quoted(literally(fullTestName))}`;
}

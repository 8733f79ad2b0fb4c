import { checkPlan, literally, quoted, type TestWorldPlan, tellFailure, Worlds } from "../trial/index.ts";
import type { World } from "../world/index.ts";

/** Makes a test out of a function of a world. What the runner gives its tests comes after the world. */
export type InWorld = <Given extends readonly unknown[]>(
  body: (entra: World, ...given: Given) => unknown,
) => (...given: Given) => Promise<void>;

/**
 * A world for each test of a file, in any runner. Each test finds it as it was furnished: one that a test has finished
 * with is rewound for the next, which takes no time, and tests that run at once have one each. Where a test fails,
 * what happened is printed, with the seed and how to run it again.
 *
 * @example
 * ```ts
 * const inWorld = worldPerTest({ scenario: "one-tenant", realism: "documented" });
 *
 * test("a guest gets one mail", inWorld(async (entra) => {
 *   await welcome(clientOf(entra), "ada@fabrikam.example");
 *   assertInvited(entra, "ada@fabrikam.example", 1);
 * }));
 * ```
 * @throws TypeError or RangeError for a plan that cannot be meant
 */
export function worldPerTest(plan: TestWorldPlan = {}): InWorld {
  checkPlan(plan, "worldPerTest");
  const worlds = new Worlds(plan);
  return (body) => {
    if (typeof body !== "function") throw new TypeError("a test has to be a function of a world");
    // Without parameters of its own: a runner that counts them would wait for a callback.
    return async (...given) => {
      const loan = await worlds.lend();
      try {
        await body(loan.world, ...given);
        loan.giveBack();
      } catch (failure) {
        tellFailure(loan, plan, testOf(given[0]));
        throw failure;
      }
    };
  };
}

/** As node:test tells it; other runners may tell less. */
function testOf(context: unknown): { readonly name: string; readonly command: string } {
  const { fullName, name, filePath } = (context ?? {}) as Readonly<Record<string, unknown>>;
  const called = typeof fullName === "string" ? fullName : typeof name === "string" ? name : undefined;
  if (typeof name !== "string" || typeof filePath !== "string") {
    return { name: called ?? "(the runner gives no name)", command: "and your test command" };
  }
  const pattern = quoted(literally(name));
  return { name: called ?? name, command: `node --test --test-name-pattern=${pattern} ${quoted(filePath)}` };
}

import { test as nodeTest, type TestContext } from "node:test";
import type { Tenant, World } from "@vestibule/fake-server";
import { assertConverges, assertInvited, assertSession, worldPerTest } from "@vestibule/fake-server/testing";
import { entraTest } from "@vestibule/fake-server/vitest";
import { describe, expect, expectTypeOf, test } from "vitest";

/** Never called: what stands in here is for the compiler alone. */
function onlyTypes(_: () => unknown): void {}

declare const world: World;
declare const contoso: Tenant;

describe("the type of", () => {
  test("a test's world is a world, in fixtures of one's own and in hooks too", () => {
    onlyTypes(() => {
      const entra = entraTest({ scenario: "one-tenant", seed: 42, realism: "documented" });
      entra("a name", ({ entra: its }) => expectTypeOf(its).toEqualTypeOf<World>());
      entra.beforeEach(({ entra: its }) => expectTypeOf(its).toEqualTypeOf<World>());
      entra.extend("contoso", ({ entra: its }) => its.cloud("public").tenant("contoso"))(
        "a name",
        ({ contoso: its }) => expectTypeOf(its).toEqualTypeOf<Tenant>(),
      );
      // @ts-expect-error there is no such fixture
      entra("a name", ({ directory }) => directory);
      // @ts-expect-error a misspelt option
      entraTest({ realsim: "documented" });
      // @ts-expect-error a misspelt scenario
      entraTest({ scenario: "one-tennant" });
      // @ts-expect-error every world has a clock of its own
      entraTest({ clock: world.clock });
    });
  });

  test("a matcher asks for a world or a tenant, and for arguments that it can look for", () => {
    onlyTypes(async () => {
      expect(world).toHaveInvited("ada@fabrikam.example");
      expect(contoso).not.toHaveInvited("ada@fabrikam.example", 2);
      expect(contoso).toSatisfySession("read-your-writes", { caller: "app/inviter" });
      expectTypeOf(expect(world).toConverge({ within: "30s" })).toEqualTypeOf<Promise<void>>();
      // @ts-expect-error how often is a number
      expect(world).toHaveInvited("ada@fabrikam.example", "twice");
      // @ts-expect-error who is left out
      expect(world).toHaveInvited();
      // @ts-expect-error a text is no world
      expect("contoso").toHaveInvited("ada@fabrikam.example");
      // @ts-expect-error a promise of a world is none
      expect(Promise.resolve(world)).toHaveCleanConduct();
      // @ts-expect-error how long is left out
      await expect(world).toConverge();
      // @ts-expect-error no duration
      await expect(world).toConverge({ within: "soon" });
      // @ts-expect-error what holds always cannot be asked for
      expect(world).toSatisfySession("monotonic-writes");
    });
  });

  test("the plain functions asks for the same", () => {
    onlyTypes(async () => {
      const inWorld = worldPerTest({ scenario: "one-tenant" });
      nodeTest(
        "a name",
        inWorld((its, context) => {
          expectTypeOf(its).toEqualTypeOf<World>();
          expectTypeOf(context).toEqualTypeOf<TestContext>();
        }),
      );
      // @ts-expect-error a misspelt option
      worldPerTest({ realsim: "documented" });
      // @ts-expect-error a text is no world
      assertInvited("contoso", "ada@fabrikam.example");
      // @ts-expect-error how long is left out
      await assertConverges(world);
      // @ts-expect-error no such guarantee
      assertSession(world, "serializability");
    });
  });
});

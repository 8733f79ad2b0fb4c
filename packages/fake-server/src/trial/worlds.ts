import type { Tenant, World, WorldMark } from "../world/index.ts";
import { openWorld, type TestWorldPlan } from "./plan.ts";

/** How far a world had come. */
export interface Standing {
  readonly at: number;
  readonly tenants: ReadonlyMap<
    Tenant,
    { readonly lsn: number; readonly requests: number; readonly fired: number }
  >;
}

/** A world that one test has for itself. */
export interface Loan {
  readonly world: World;
  /** Where the test began. */
  readonly since: Standing;
  /**
   * Gives the world back, for another test. What is not given back is nobody's any more: the next test gets a new one.
   *
   * @throws Error where something that the test began still waits
   */
  giveBack(): void;
}

interface Furnished {
  readonly world: World;
  readonly mark: WorldMark;
}

/** One that was given back, and how it stood then. */
interface Idle extends Furnished {
  readonly left: Standing;
}

/**
 * The worlds of one plan. A test gets one for itself, as it was furnished: one that was given back is rewound, and where
 * all are lent, as to tests that run at once, there is a new one. They are alike, to the last id.
 */
export class Worlds {
  readonly #plan: TestWorldPlan;
  #idle: readonly Idle[] = [];

  constructor(plan: TestWorldPlan) {
    this.#plan = plan;
  }

  async lend(): Promise<Loan> {
    const furnished = this.#taken() ?? (await this.#furnished());
    // Rewound the first time too, so that what a test finds does not depend on whether it is the first.
    furnished.world.rewind(furnished.mark);
    const { world } = furnished;
    return { world, since: standingOf(world), giveBack: () => this.#giveBack(furnished) };
  }

  /** A world in which nothing has happened since it was given back: who goes on after their test may have theirs. */
  #taken(): Idle | undefined {
    const [first, ...others] = this.#idle.filter(isAsLeft);
    this.#idle = others;
    return first;
  }

  async #furnished(): Promise<Furnished> {
    const world = await openWorld(this.#plan);
    refuseWaiting(world, "furnish ended");
    return { world, mark: world.mark() };
  }

  #giveBack(furnished: Furnished): void {
    refuseWaiting(furnished.world, "the test ended");
    this.#idle = [...this.#idle, { ...furnished, left: standingOf(furnished.world) }];
  }
}

function refuseWaiting({ clock: { sleeping } }: World, ended: string): void {
  if (sleeping === 0) return;
  const waits = sleeping === 1 ? "1 wait is" : `${sleeping} waits are`;
  throw new Error(
    `${ended} while ${waits} pending on the world's clock: something that it began goes on. Look for a promise that nobody awaits, and for a loop that nobody stops. The next test gets a new world`,
  );
}

function standingOf(world: World): Standing {
  return {
    at: world.clock.now(),
    tenants: new Map(
      world.tenants.map((tenant) => [
        tenant,
        {
          lsn: tenant.directory.store.last,
          requests: tenant.faults.requests,
          fired: tenant.faults.fired.length,
        },
      ]),
    ),
  };
}

function isAsLeft({ world, left }: Idle): boolean {
  const now = standingOf(world);
  return world.clock.sleeping === 0 && textOf(now) === textOf(left);
}

function textOf({ at, tenants }: Standing): string {
  return JSON.stringify([at, [...tenants.values()]]);
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDelta } from "./delta-calls.ts";
import type { Body } from "./raw-calls.ts";

const SEQUENCES = 1_000;

/** A copy of a directory that is kept up by changes alone. */
class Copy {
  readonly objects = new Map<unknown, Body>();
  readonly members = new Map<unknown, Set<unknown>>();

  take(values: readonly Body[]): void {
    for (const { "members@delta": links = [], ...value } of values) {
      if (value["@removed"]) this.#forget(value.id);
      else this.objects.set(value.id, { ...this.objects.get(value.id), ...value });
      this.#link(value.id, links as readonly Body[]);
    }
  }

  #forget(id: unknown): void {
    this.objects.delete(id);
    this.members.delete(id);
  }

  #link(id: unknown, links: readonly Body[]): void {
    if (links.length === 0) return;
    const members = this.members.get(id) ?? new Set();
    for (const link of links) {
      if (link["@removed"]) members.delete(link.id);
      else members.add(link.id);
    }
    this.members.set(id, members);
  }

  /** In an order of its own, without what is null or empty. */
  get whole(): unknown {
    const byId = [...this.objects.values()].sort((one, other) =>
      String(one.id).localeCompare(String(other.id)),
    );
    return byId.map((object) => ({
      ...Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null)),
      members: [...(this.members.get(object.id) ?? [])].sort(),
    }));
  }
}

const step = fc.oneof(
  fc.record({ do: fc.constant("make" as const), group: fc.boolean() }),
  fc.record({ do: fc.constant("change" as const), at: fc.nat(), to: fc.constantFrom("x", "y", null) }),
  fc.record({ do: fc.constantFrom("delete", "restore", "purge"), at: fc.nat() }),
  fc.record({ do: fc.constantFrom("add", "remove"), at: fc.nat(), whom: fc.nat() }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.nat({ max: 60_000 }) }),
  fc.record({ do: fc.constant("follow" as const), minimal: fc.boolean(), again: fc.boolean() }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Somebody who writes at random, and somebody who follows. What is refused, as much is where instances lag, is no matter. */
class Run {
  readonly opened: ReturnType<typeof openDelta>;
  readonly copy = new Copy();
  readonly links = { users: "users/delta?$select=displayName,jobTitle", groups: "groups/delta" };
  readonly #ids: { readonly id: string; readonly set: "users" | "groups" }[] = [];

  constructor(seed: number) {
    this.opened = openDelta("documented", seed);
  }

  async do(next: Step): Promise<void> {
    if (next.do === "wait") await this.opened.world.clock.sleep(next.ms);
    else if (next.do === "follow") await this.follow(next.minimal, next.again);
    else if (next.do === "make") await this.#make(next.group);
    else await this.#write(next);
  }

  async follow(minimal: boolean, again: boolean): Promise<void> {
    for (const set of ["users", "groups"] as const) {
      const prefer = `odata.maxpagesize=2${minimal ? ", return=minimal" : ""}`;
      const isFirst = this.links[set].startsWith(set);
      const round = await this.opened.round(this.links[set], prefer);
      // Whoever starts anew keeps nothing of what there was.
      if (again && isFirst) continue;
      this.copy.take(round.values);
      // Whoever loses an answer asks again with the link of before.
      if (!again) this.links[set] = round.deltaLink;
    }
  }

  async #make(group: boolean): Promise<void> {
    const name = `n${this.#ids.length}`;
    const { id } = await (group ? this.opened.group(name) : this.opened.user(name));
    this.#ids.push({ id, set: group ? "groups" : "users" });
  }

  async #write(next: Exclude<Step, { do: "wait" | "follow" | "make" }>): Promise<void> {
    const object = this.#ids[next.at % this.#ids.length];
    if (object === undefined) return;
    const { ask } = this.opened;
    const path = `/${object.set}/${object.id}`;
    const property = object.set === "users" ? "jobTitle" : "description";
    if ("to" in next) await ask("PATCH", path, { body: { [property]: next.to } });
    else if (next.do === "delete") await ask("DELETE", path);
    else if (next.do === "purge") await ask("DELETE", `/directory/deletedItems/${object.id}`);
    else if (next.do === "restore") await ask("POST", `/directory/deletedItems/${object.id}/restore`);
    else if ("whom" in next) await this.#link(next, object.id);
  }

  async #link(next: Extract<Step, { whom: number }>, groupId: string): Promise<void> {
    const { id } = this.#ids[next.whom % this.#ids.length] ?? {};
    const members = `/groups/${groupId}/members`;
    const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` };
    if (next.do === "add") await this.opened.ask("POST", `${members}/$ref`, { body });
    else await this.opened.ask("DELETE", `${members}/${id}/$ref`);
  }
}

describe("somebody who follows the changes of a directory whose instances lag", () => {
  test("has it whole in the end, whichever instances answered and whatever was lost on the way", {
    timeout: 600_000,
  }, async () => {
    let told = 0;
    let firstCopies = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), fc.nat(), async (steps, seed) => {
        const run = new Run(seed);
        for (const next of steps) await run.do(next);
        if (run.copy.objects.size > 0) firstCopies++;
        await run.opened.world.settle();
        await run.follow(seed % 2 === 0, false);
        const whole = new Copy();
        for (const address of ["users/delta?$select=displayName,jobTitle", "groups/delta"]) {
          whole.take((await run.opened.round(address)).values);
        }
        told += whole.objects.size;
        expect(run.copy.whole).toEqual(whole.whole);
      }),
      { numRuns: SEQUENCES, seed: 7 },
    );
    // There was something to be told, and not all of it at the end.
    expect([told > 3 * SEQUENCES, firstCopies > SEQUENCES / 2]).toEqual([true, true]);
  });
});

import { createWorld, type Tenant, type World } from "@vestibule/fake-server";
import { type Ask, answerIn, askerOf, requestOf } from "./ask.ts";
import type { Command, Ref } from "./command.ts";
import { type Answer, Model, type Resolved } from "./model.ts";
import { answerOf, apply } from "./rules.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** One directory and one model, to which the same is done. */
export class Run {
  readonly world: World;
  readonly tenant: Tenant;
  readonly model = new Model();
  readonly ask: Ask;
  readonly #made = { user: [] as string[], group: [] as string[] };

  constructor(realism: "instant" | "documented", seed: number) {
    this.world = createWorld({ realism, seed });
    this.tenant = this.world.cloud("public").tenant("model");
    this.ask = askerOf(this.tenant);
  }

  /** Does a command to both: what the directory said, and what the model says. */
  async do(command: Command): Promise<{ readonly said: Answer; readonly expected: Answer }> {
    const resolved = this.#resolve(command);
    const expected = answerOf(this.model, resolved);
    const { id, ...said } = answerIn(await this.ask(requestOf(resolved, (of) => this.#kindOf(of))), resolved);
    if (said.status < 300) {
      apply(this.model, resolved, id);
      this.#remember(id);
    }
    return { said: sorted(said), expected: sorted(expected) };
  }

  #resolve(command: Command): Resolved {
    const entries = Object.entries(command).map(([name, value]) => [
      name,
      isRef(value) ? this.#idOf(value) : value,
    ]);
    const resolved = Object.fromEntries(entries) as Resolved;
    return { ...resolved, ...this.#aimed(command, resolved) } as Resolved;
  }

  /** What takes away is aimed at what is there, every other time: chance alone would hardly ever hit it. */
  #aimed(command: Command, resolved: Resolved): { readonly object?: string } {
    if (!("object" in command) || command.object.nth % 2 === 1) return {};
    const targets = this.#targets(resolved);
    const object = targets[command.object.nth % targets.length];
    return object === undefined ? {} : { object };
  }

  #targets(command: Resolved): readonly string[] {
    const { objects, members, owners, sponsors } = this.model;
    switch (command.do) {
      case "restore":
      case "purge":
        return [...objects.values()].filter(({ isDeleted }) => isDeleted).map(({ id }) => id);
      case "remove-member":
        return members.from(command.group);
      case "remove-owner":
        return owners.from(command.group);
      case "remove-sponsor":
        return sponsors.from(command.user);
      default:
        return [];
    }
  }

  #idOf({ of, nth }: Ref): string {
    const made = of === "nobody" ? [] : this.#made[of];
    return made[nth % made.length] ?? NOBODY;
  }

  #kindOf(id: string): "users" | "groups" {
    return this.#made.group.includes(id) ? "groups" : "users";
  }

  #remember(id: string): void {
    const kind = this.model.objects.get(id)?.kind;
    if (kind !== undefined && !this.#made[kind].includes(id)) this.#made[kind].push(id);
  }
}

function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && "nth" in value;
}

function sorted({ status, ids }: Answer): Answer {
  return { status, ...(ids && { ids: [...ids].sort() }) };
}

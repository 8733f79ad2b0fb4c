import type { Command } from "./command.ts";

export interface ModelUser {
  readonly kind: "user";
  readonly id: string;
  /** What it is told apart by before the `@`: of a guest, its address. */
  readonly name: string;
  readonly isGuest: boolean;
  readonly displayName: string;
  readonly department: string | null;
  readonly mail: string | null;
  /** Every address for mail that it has or had. */
  readonly addresses: readonly string[];
  readonly accountEnabled: boolean;
  readonly isDeleted: boolean;
}

export interface ModelGroup {
  readonly kind: "group";
  readonly id: string;
  readonly nickname: string;
  readonly isUnified: boolean;
  readonly isDeleted: boolean;
}

export type ModelObject = ModelUser | ModelGroup;

/** The command of this name, whose references have become ids. */
export type Resolved<D extends Command["do"] = Command["do"]> = WithIds<CommandOf<Command, D>>;
type CommandOf<C extends Command, D> = C extends unknown
  ? Extract<C["do"], D> extends never
    ? never
    : C
  : never;
type WithIds<C> = C extends unknown
  ? { readonly [K in keyof C]: K extends "user" | "group" | "object" ? string : C[K] }
  : never;

/** The status with which a command is answered, and of a read the ids in it. */
export interface Answer {
  readonly status: number;
  readonly ids?: readonly string[];
}

/** What a directory says to a command, and what becomes of it. */
export interface Rule<D extends Command["do"]> {
  readonly answer: (model: Model, command: Resolved<D>) => Answer;
  /** What success changes. `id`: of what was made. */
  readonly effect?: (model: Model, command: Resolved<D>, id: string) => void;
}

/**
 * What a directory is, in the simplest way: objects that are there or deleted, and pairs of their ids. Nothing is late and
 * nothing is indexed. It is written after the documents, and knows nothing of the fake.
 */
export class Model {
  readonly objects = new Map<string, ModelObject>();
  readonly members = new Pairs();
  readonly owners = new Pairs();
  readonly sponsors = new Pairs();
  readonly managers = new Pairs();

  present(id: string): ModelObject | undefined {
    const object = this.objects.get(id);
    return object?.isDeleted === false ? object : undefined;
  }

  deleted(id: string): ModelObject | undefined {
    const object = this.objects.get(id);
    return object?.isDeleted === true ? object : undefined;
  }

  user(id: string): ModelUser | undefined {
    const object = this.present(id);
    return object?.kind === "user" ? object : undefined;
  }

  group(id: string): ModelGroup | undefined {
    const object = this.present(id);
    return object?.kind === "group" ? object : undefined;
  }

  get users(): readonly ModelUser[] {
    return [...this.objects.values()].filter((object) => object.kind === "user").filter(isThere);
  }

  get groups(): readonly ModelGroup[] {
    return [...this.objects.values()].filter((object) => object.kind === "group").filter(isThere);
  }

  change(id: string, changes: Partial<ModelUser> | Partial<ModelGroup>): void {
    const object = this.objects.get(id);
    if (object) this.objects.set(id, { ...object, ...changes } as ModelObject);
  }
}

/** Pairs of ids, each once. */
export class Pairs {
  #all: readonly (readonly [from: string, to: string])[] = [];

  has(from: string, to: string): boolean {
    return this.from(from).includes(to);
  }

  add(from: string, to: string): void {
    if (!this.has(from, to)) this.#all = [...this.#all, [from, to]];
  }

  remove(from: string, to: string): void {
    this.#all = this.#all.filter(([a, b]) => a !== from || b !== to);
  }

  from(id: string): readonly string[] {
    return this.#all.filter(([from]) => from === id).map(([, to]) => to);
  }

  to(id: string): readonly string[] {
    return this.#all.filter(([, to]) => to === id).map(([from]) => from);
  }
}

/** Names and addresses are the same in capitals. */
export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isThere({ isDeleted }: ModelObject): boolean {
  return !isDeleted;
}

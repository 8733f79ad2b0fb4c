import { refusals } from "./refusals.ts";

/** What was sent by name, each name once. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>;

  /** @throws LoginRefusal where a name is there twice */
  constructor(...lists: readonly URLSearchParams[]) {
    const values = new Map<string, string>();
    for (const [name, value] of lists.flatMap((list) => [...list])) {
      if (values.has(name)) throw refusals.duplicated({ name });
      values.set(name, value);
    }
    this.#values = values;
  }

  /** `undefined` where it is not there, or empty. */
  get(name: string): string | undefined {
    return this.#values.get(name) || undefined;
  }

  /** @throws LoginRefusal where it is not there */
  need(name: string): string {
    const value = this.get(name);
    if (value === undefined) throw refusals.missing({ name });
    return value;
  }

  entries(): Iterable<readonly [string, string]> {
    return this.#values;
  }
}

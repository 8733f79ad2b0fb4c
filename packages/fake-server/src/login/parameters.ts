import { refusals } from "./refusals.ts";

/** What was sent by name, each name once in the address and once in the form. What the form says goes first. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>;

  /** @throws LoginRefusal where a name is there twice */
  constructor(address: URLSearchParams, form: URLSearchParams) {
    for (const list of [address, form]) {
      const twice = [...list.keys()].find((name, place, names) => names.indexOf(name) !== place);
      if (twice !== undefined) throw refusals.duplicated({ name: twice });
    }
    this.#values = new Map([...address, ...form]);
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

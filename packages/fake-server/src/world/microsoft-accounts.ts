import { MICROSOFT_DOMAINS } from "../directory/index.ts";

/** Who has a personal Microsoft account: a thing of the world, and of no directory. */
export class MicrosoftAccounts {
  /** In the order in which they were made. */
  readonly #addresses = new Set<string>();

  /** How many have been made. */
  get made(): number {
    return this.#addresses.size;
  }

  /** Those that were made. */
  get addresses(): readonly string[] {
    return [...this.#addresses];
  }

  has(address: string): boolean {
    const plain = address.toLowerCase();
    return this.#addresses.has(plain) || MICROSOFT_DOMAINS.has(plain.slice(plain.lastIndexOf("@") + 1));
  }

  add(address: string): void {
    this.#addresses.add(address.toLowerCase());
  }

  /** Takes back every account after the first `made`. */
  rewind(made: number): void {
    for (const address of [...this.#addresses].slice(made)) this.#addresses.delete(address);
  }
}

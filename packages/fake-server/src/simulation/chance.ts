const TWO_TO_32 = 2 ** 32;

/**
 * Chance that follows from a seed alone. The n-th draw of a stream is a function of the seed, the stream's label and n:
 * there is no state to save, and a draw more in one stream moves no other.
 */
export class Chance {
  readonly #path: string;
  readonly #high: number;
  readonly #low: number;

  constructor(seed: number | string) {
    this.#path = String(seed);
    [this.#high, this.#low] = digest(this.#path);
  }

  /** A stream of its own, for one purpose: `chance.fork("lag/graph/weu-1")`. */
  fork(label: string): Chance {
    return new Chance(`${this.#path}/${label}`);
  }

  /** The n-th number of this stream, in [0, 1). */
  at(n: number): number {
    return (mix(this.#high ^ mix(this.#low + Math.imul(n, 0x9e3779b1))) >>> 0) / TWO_TO_32;
  }

  /** The n-th whole number of this stream that is below `bound`. */
  below(bound: number, n: number): number {
    return Math.floor(this.at(n) * bound);
  }

  /** A GUID that follows from the stream and `name`: the same in every run. */
  guid(name: string | number): string {
    const [a, b, c, d] = digest(`${this.#path}/${name}`);
    const version = (b & 0xffff0fff) | 0x4000;
    const variant = (c & 0x3fffffff) | 0x80000000;
    write(a, 8, 0);
    write(b >>> 16, 4, 9);
    write(version, 4, 14);
    write(variant >>> 16, 4, 19);
    write(c, 4, 24);
    write(d, 8, 28);
    return String.fromCharCode(...spelt);
  }
}

const DIGITS = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

/** The characters of the GUID that is being written. Put together of pieces it would stay in pieces, at eight times the memory. */
const spelt = Array.from("00000000-0000-0000-0000-000000000000", (character) => character.charCodeAt(0));

/** Writes the lowest digits of a word. */
function write(word: number, digits: number, at: number): void {
  for (let place = at + digits - 1, left = word; place >= at; place--, left >>>= 4) {
    spelt[place] = DIGITS[left & 0xf] as number;
  }
}

/** MurmurHash3's finaliser: each bit of the input moves each bit of the output. */
function mix(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Four words that depend on every character and its place. */
function digest(text: string): [number, number, number, number] {
  let a = 0x243f6a88;
  let b = 0x85a308d3;
  let c = 0x13198a2e;
  let d = 0x03707344;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 0x239b961b);
    b = c ^ Math.imul(b ^ code, 0xab0e9789);
    c = d ^ Math.imul(c ^ code, 0x38b34ae5);
    d = a ^ Math.imul(d ^ code, 0xa1e38b93);
  }
  const all = a ^ b ^ c ^ d;
  return [mix(a ^ all), mix(b + all), mix(c ^ Math.imul(all, 3)), mix(d + Math.imul(all, 5))];
}

import type { Entry } from "../evidence.ts";
import type { Shown } from "../shown.ts";

/** One statement of Microsoft's article, and everything that keeps to it here. */
export interface Limitation {
  readonly id: string;
  /** What the article states, in our own words. */
  readonly says: string;
  /** What handles it in the SDK. */
  readonly api: readonly Api[];
  /** What enforces it in the fake. */
  readonly rules: readonly Rule[];
  /** The tests that show the SDK handle it. */
  readonly handled: readonly Shown[];
  /** The tests that show the fake enforce it, alone or against the SDK. */
  readonly enforced: readonly Shown[];
  /** The program that shows it, by its folder in `examples`. */
  readonly example: string;
  /** The page that shows the program, by its file in `docs/guide`. */
  readonly guide: string;
}

/** A method of the client, with the interface that documents it; an option of the client; or what an entry of the package exports. */
export type Api =
  | { readonly method: string; readonly of: string }
  | { readonly option: string }
  | { readonly exported: string; readonly from: Entry };

/** Something that a file of the fake's `src` exports, and what it does. */
export interface Rule {
  readonly file: string;
  readonly exported: string;
  readonly does: string;
}

/** Limitations that one page of the guide is about. */
export interface Topic {
  readonly title: string;
  readonly limitations: readonly Limitation[];
}

export function method(name: string, of: string): Api {
  return { method: name, of };
}

export function option(name: string): Api {
  return { option: name };
}

export function exported(name: string, from: Entry = "index"): Api {
  return { exported: name, from };
}

export function rule(file: string, name: string, does: string): Rule {
  return { file, exported: name, does };
}

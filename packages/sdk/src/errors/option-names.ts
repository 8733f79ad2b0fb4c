import { listed, type Problem } from "../schemas/index.ts";

/** What is wrong with the names in an object of options: where types are not checked, a misspelt one would have no effect. */
export function nameProblems(options: object, known: readonly string[]): readonly Problem[] {
  const names = listed(known);
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    return [{ path: "options", expected: `must be an object with any of ${names}` }];
  }
  return Object.keys(options)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: name, expected: `is not a known option; there are ${names}` }));
}

/** The problem, unless what has to hold `holds`. */
export function problemUnless(holds: boolean, path: string, expected: string): readonly Problem[] {
  return holds ? [] : [{ path, expected }];
}

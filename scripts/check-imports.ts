/**
 * Holds the packages to the floors of `imports/floors.ts`: `node scripts/check-imports.ts [root]`.
 * One line a violation and exit code 1, or one line that says how much was looked at.
 */
import { resolve } from "node:path";
import { checkImports } from "./imports/check.ts";

const root = resolve(process.argv[2] ?? `${import.meta.dirname}/..`);
const { files, imports, violations } = checkImports(root);

for (const { file, line, what, rule } of violations) console.error(`${file}:${line}  ${what}  [${rule}]`);
if (violations.length === 0) console.log(`imports: ${imports} in ${files} files, all downward`);
process.exitCode = violations.length === 0 ? 0 : 1;

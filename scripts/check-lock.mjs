/**
 * Looks through the lock file for two faults that `npm install` lets in and `npm ci` trips over on another machine:
 * a platform package that was left out because it could not be found, and an address of the registry it came from.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, resolved?: string, optionalDependencies?: Record<string, string> }} Entry */

/** @type {Record<string, Entry>} */
const packages = JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8")).packages;
const entries = Object.entries(packages);

const named = (path) => path.split("node_modules/").at(-1);
const isThere = (name, wanted) =>
  entries.some(([path, { version }]) => named(path) === name && (!/^\d/.test(wanted) || version === wanted));

const optional = entries.flatMap(([by, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies).map(([name, wanted]) => ({ by, name, wanted })),
);
const faults = [
  ...optional
    .filter(({ name, wanted }) => !isThere(name, wanted))
    .map(({ by, name, wanted }) => `${name}@${wanted}, wanted by ${by}, is missing`),
  ...entries
    .filter(([, { resolved = "" }]) => /^https?:/.test(resolved))
    .map(([path]) => `${path} names the address it came from`),
];

for (const fault of faults) console.error(`package-lock.json: ${fault}`);
if (faults.length === 0)
  console.log(`package-lock.json: ${entries.length} packages, ${optional.length} optional ones, all there`);
process.exitCode = faults.length === 0 ? 0 : 1;

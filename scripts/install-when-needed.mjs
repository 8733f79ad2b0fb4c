/**
 * Installs the dependencies where they are missing, half there, or older than the lock file, so that a fresh clone
 * needs one command. Runs on whatever Node the machine has: the pinned one is among the things to install.
 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const writtenAt = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm writes this file last: an installation that broke off has none.
const installedAt = writtenAt("node_modules/.package-lock.json");

if (installedAt < writtenAt("package-lock.json")) {
  // Errors only: npm may run on an older Node here than the packages ask for, and would say so for each of them.
  const install = ["ci", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: "inherit" };
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...install], options)
    : spawnSync("npm", install, options);
  if (error) console.error(error.message);
  process.exitCode = status ?? 1;
}

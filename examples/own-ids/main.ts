// A whole application against a fake, by one command and without a change in it: the scenario has the ids that it brings along.
import { spawnSync } from "node:child_process";

const here = import.meta.dirname;
const command = `npx vestibule-fake exec --scenario ${here}/portal.scenario.json --trace /dev/null -- node ${here}/portal.ts`;
const [program = "", ...args] = command.split(" ");
const run = (title: string, env: NodeJS.ProcessEnv = {}) => {
  console.log(title);
  const { stdout, status } = spawnSync(program, args, { env: { ...process.env, ...env }, encoding: "utf8" });
  console.log(`${stdout}  exit code ${status}`);
};

run("The portal, as it is");
run("\nThe same with a client id that nobody has", {
  PORTAL_CLIENT_ID: "99999999-2222-3333-4444-555555555555",
});

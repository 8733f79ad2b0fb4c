// A world that is furnished from a file, and what a file is told that cannot be right.
import { readFileSync } from "node:fs";
import { createWorld, readScenario } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";

const file = new URL("partners.scenario.json", import.meta.url);
const text = readFileSync(file, "utf8");

const world = createWorld({ scenario: readScenario(text) });
const contoso = world.cloud("public").tenant("contoso");
const b2b = createB2BClient({
  transport: contoso.transport({ as: contoso.app("inviter") }),
  clock: world.clock,
  random: world.random,
});

console.log("Contoso, from a file");
const pending = await b2b.guests.list({ filter: "externalUserState eq 'PendingAcceptance'" }).collect();
console.log(`  guests who have yet to redeem: ${pending.length}`);
for (const address of ["ada@fabrikam.example", "eve@tailspin.example"]) {
  const inviteRedirectUrl = "https://app.contoso.example";
  const result = await b2b.invitations.create({ invitedUserEmailAddress: address, inviteRedirectUrl }).safe();
  console.log(`  ${address}: ${result.ok ? "is invited" : result.error.code}`);
}

console.log("\nA misspelt file");
try {
  readScenario(text.replace('"domains"', '"domain"'));
} catch (problem) {
  console.log(`  ${(problem as TypeError).message.slice(0, 110)}…`);
}

console.log("\nOne that contradicts itself");
const twice = text.replace('"fabrikam.example"]', '"contoso.example"]');
try {
  createWorld({ scenario: readScenario(twice) });
} catch (problem) {
  console.log(`  ${(problem as RangeError).message}`);
}

console.log("\nOne of the library");
const tenants = createWorld({ scenario: "two-tenants-double-mfa" }).tenants.map(({ name }) => name);
console.log(`  two-tenants-double-mfa: ${tenants.join(", ")}`);

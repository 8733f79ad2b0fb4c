import { checkEveryWorld, type SchemaViolation } from "@vestibule/fake-server/schema-check";
import { afterEach } from "vitest";

/** Fails every test in which something passes that the published schema of its cloud forbids. */
const found: SchemaViolation[] = [];

checkEveryWorld((violation) => {
  found.push(violation);
});

afterEach(refuseViolations);

/** Throws where anything was found since the last time. */
export function refuseViolations(): void {
  const violations = found.splice(0);
  if (violations.length > 0) throw new Error(textOf(violations));
}

function textOf(violations: readonly SchemaViolation[]): string {
  const lines = violations.map(
    ({ request, cloud, side, path, says }) => `${request} in ${cloud}, ${side} ${path || "(whole)"}: ${says}`,
  );
  return ["against the published schema:", ...new Set(lines)].join("\n  ");
}

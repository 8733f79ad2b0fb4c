import { type Capability, type Cloud, lackedBy } from "../clouds/index.ts";
import type { Problem } from "../schemas/index.ts";
import type { OperationRequest } from "./operation.ts";

/** What the names in a request belong to, as Graph's metadata has it. */
interface Naming {
  /** Without what there is no such request: the set that it goes to, or the property that it is made for. */
  readonly needs?: readonly Capability[];
  /** The type that the body is of. */
  readonly body?: string;
  /** The type that `$select` picks properties of. */
  readonly select?: string;
}

/** By operation. What is not here is in every cloud. */
const NAMINGS: Readonly<Record<string, Naming>> = {
  "invitations.create": { needs: ["invitations"], body: "invitation" },
  "preflight.invitation": { needs: ["invitations"], body: "invitation" },
  "preflight.findByAddress": { select: "user" },
  "guests.get": { select: "user" },
  "guests.list": { select: "user" },
  "guests.resetRedemption": { needs: ["invitations", "invitation.resetRedemption"], body: "invitation" },
  "guests.update": { body: "user" },
  "guests.waitUntil": { select: "user" },
  "members.create": { body: "user" },
  "crossTenantAccess.updateDefault": { body: "crossTenantAccessPolicyConfigurationDefault" },
  "crossTenantAccess.addPartner": { body: "crossTenantAccessPolicyConfigurationPartner" },
  "crossTenantAccess.updatePartner": { body: "crossTenantAccessPolicyConfigurationPartner" },
};

/** What a request asks for that its cloud does not have: the service would not know it. */
export function lackedFor(cloud: Cloud, operation: string, request: OperationRequest): readonly Problem[] {
  const lacks = lackedBy(cloud);
  const { needs = [], body, select } = (lacks.size > 0 && NAMINGS[operation]) || {};
  const lacked = needs.find((capability) => lacks.has(capability));
  if (lacked !== undefined) {
    return [{ path: "", expected: `needs ${lacked}, which the cloud ${cloud.id} does not have` }];
  }
  const written = Object.entries((body && request.body) || {})
    .filter(([name, value]) => value !== undefined && lacks.has(`${body}.${name}`))
    .map(([name]) => ({ path: name, expected: unknownTo(cloud) }));
  const selected = ((select && request.query?.$select) || "")
    .split(",")
    .filter((name) => lacks.has(`${select}.${name}`))
    .map((name) => ({ path: `select: ${name}`, expected: unknownTo(cloud) }));
  return [...written, ...selected];
}

function unknownTo(cloud: Cloud): string {
  return `is nothing that the cloud ${cloud.id} knows; leave it out there`;
}

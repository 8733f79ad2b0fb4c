import { type Capability, type Cloud, lackedBy } from "../clouds/index.ts";
import type { Problem } from "../schemas/index.ts";
import type { OperationRequest } from "./operation.ts";

/** What the names in a request belong to, as Graph's metadata has it. */
interface Naming {
  /** The set that the request goes to, where not every cloud has it. */
  readonly set?: Capability;
  /** The type that the body is of. */
  readonly body?: string;
  /** The type that `$select` picks properties of. */
  readonly select?: string;
}

/** By operation. What is not here is in every cloud. */
const NAMINGS: Readonly<Record<string, Naming>> = {
  "invitations.create": { set: "invitations", body: "invitation" },
  "guests.get": { select: "user" },
  "guests.list": { select: "user" },
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
  const { set, body, select } = (lacks.size > 0 && NAMINGS[operation]) || {};
  if (set !== undefined && lacks.has(set)) {
    return [{ path: "", expected: `needs ${set}, which the cloud ${cloud.id} does not have` }];
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

import * as z from "zod/mini";
import { DOCUMENTED_LIMITS, type LimitName } from "../directory/index.ts";
import {
  APP,
  AUTHORIZATION,
  address,
  count,
  DOMAIN_LISTS,
  domain,
  GROUP,
  guid,
  LOCATION,
  MFA_AUDIENCE,
  name,
  POLICY,
  PROVIDERS,
  problemsIn,
  readJson,
  TRUST,
  USER,
} from "../furnishing/index.ts";
import type { CloudName, Scenario, TenantScenario } from "./scenario.ts";

type Shape<T> = { readonly [K in keyof T]-?: z.ZodMiniType };

const may = z.optional;
const byName = (value: z.ZodMiniType) => may(z.record(z.string(), value));
const limits = Object.keys(DOCUMENTED_LIMITS) as [LimitName, ...LimitName[]];

/** What a limit is, the throttle itself knows. */
const quotas = z.looseObject({});

const tenant: Shape<TenantScenario> = {
  id: may(guid),
  kind: may(z.enum(["USG", "GCC"])),
  isSelfService: may(z.boolean()),
  domains: may(z.array(domain)),
  limits: may(z.partialRecord(z.enum(limits), count)),
  apps: byName(APP),
  users: byName(USER),
  groups: byName(GROUP),
  administrators: may(z.array(name)),
  members: may(count),
  guests: may(z.strictObject({ count, pending: may(count) })),
  otherObjects: may(count),
  authorizationPolicy: may(AUTHORIZATION),
  domainPolicy: may(DOMAIN_LISTS),
  requireMfa: may(z.boolean()),
  requireMfaForGuests: may(z.union([z.boolean(), MFA_AUDIENCE])),
  conditionalAccess: may(z.array(POLICY)),
  namedLocations: may(z.array(LOCATION)),
  trust: byName(TRUST),
  identityProviders: may(PROVIDERS),
  throttle: may(z.union([z.enum(["none", "documented"]), quotas])),
};
const tenants = byName(z.strictObject(tenant));
const clouds: Shape<Record<CloudName, unknown>> = {
  public: tenants,
  usgov: tenants,
  "usgov-dod": tenants,
  china: tenants,
};
const shape: Shape<Scenario> = {
  $schema: may(z.string()),
  seed: may(z.union([z.number(), z.string()])),
  realism: may(z.enum(["instant", "documented"])),
  clouds: may(z.strictObject(clouds)),
  microsoftAccounts: may(z.array(address)),
};
const scenario = z.strictObject(shape);

/**
 * A scenario from what a file holds, for example: that every name in it is known, and every value of its kind.
 *
 * @param json - the text of a file, or what was read from one
 * @throws TypeError with the path of all that is wrong, and what is taken there
 */
export function readScenario(json: unknown): Scenario {
  const value = typeof json === "string" ? parsed(json) : json;
  const problems = problemsIn(scenario, value);
  if (problems.length === 0) return value as Scenario;
  throw new TypeError(`scenario: ${problems.join("; ")}`);
}

/** The schema of a scenario's file, in JSON Schema. */
export function scenarioSchema(): object {
  return z.toJSONSchema(scenario, { unrepresentable: "any", io: "input", reused: "ref" });
}

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch (cause) {
    throw new TypeError(`scenario: ${(cause as TypeError).message}`, { cause });
  }
}

import * as z from "zod/mini";
import {
  type CrossTenantAccess,
  consentFlags,
  type InboundTrust,
  trustFlags,
} from "./cross-tenant-access.ts";
import { isGuid, tenantId, text } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** What may be changed of the settings towards all other organisations. What is not named stays. */
export interface CrossTenantAccessChanges
  extends Pick<
    CrossTenantAccess,
    | "b2bCollaborationInbound"
    | "b2bCollaborationOutbound"
    | "b2bDirectConnectInbound"
    | "b2bDirectConnectOutbound"
    | "tenantRestrictions"
  > {
  readonly inboundTrust?: InboundTrust | null | undefined;
}

/** What may be changed of the entry for one organisation. What is not named stays, and `null` inherits the default. */
export interface PartnerAccessChanges
  extends CrossTenantAccessChanges,
    Pick<CrossTenantAccess, "automaticUserConsentSettings" | "isServiceProvider"> {}

const nullish = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
const accessType = z.enum(["allowed", "blocked"]);

/** An id, written in one way alone, or a name for many such as `AllUsers`. */
const target = text((value) => value !== "", "must be an id or a name such as AllUsers").check(
  z.overwrite((value) => (isGuid(value) ? value.toLowerCase() : value)),
);
const targetsOf = <Kind extends string>(...kinds: readonly Kind[]) =>
  nullish(
    z.strictObject({
      accessType,
      targets: z.array(z.strictObject({ target, targetType: z.enum(kinds) })),
    }),
  );
const parts = {
  usersAndGroups: targetsOf("user", "group"),
  applications: targetsOf("application"),
};
const setting = nullish(z.strictObject(parts));
const devices = nullish(z.strictObject({ mode: z.nullable(accessType), rule: z.nullable(z.string()) }));
const settings = {
  inboundTrust: nullish(z.strictObject(trustFlags)),
  b2bCollaborationInbound: setting,
  b2bCollaborationOutbound: setting,
  b2bDirectConnectInbound: setting,
  b2bDirectConnectOutbound: setting,
  tenantRestrictions: nullish(z.strictObject({ ...parts, devices })),
};
const ofPartner = z.strictObject({
  ...settings,
  automaticUserConsentSettings: nullish(z.strictObject(consentFlags)),
  isServiceProvider: nullish(z.boolean()),
});

/** A change of nothing is a mistake of whoever asks for it; so is one of parts that name nothing. */
const atLeastOne = <T extends object>() =>
  z.refine<T>(namesSomething, { error: "must name at least one setting to change" });

function namesSomething(changes: object): boolean {
  return Object.values<unknown>({ ...changes }).some((value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? namesSomething(value)
      : value !== undefined,
  );
}

export const readDefaultAccessChanges: Reader<CrossTenantAccessChanges> = reader(
  z.strictObject(settings).check(atLeastOne()),
  "changes",
);

/** A new entry may leave everything to the default. */
export const readNewPartnerAccess: Reader<PartnerChanges> = reader(
  z.strictObject({ tenantId, changes: ofPartner }),
);

export const readPartnerAccessChanges: Reader<PartnerChanges> = reader(
  z.strictObject({ tenantId, changes: ofPartner.check(atLeastOne()) }),
);

/** What is said of which organisation. */
export interface PartnerChanges {
  readonly tenantId: string;
  readonly changes: PartnerAccessChanges;
}

export const readTenantId: Reader<string> = reader(tenantId, "tenantId");

export const readCloudEndpoints: Reader<readonly string[]> = reader(
  z.array(z.enum(["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"])),
  "endpoints",
);

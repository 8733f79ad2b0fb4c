import * as z from "zod/mini";
import {
  type CrossTenantAccess,
  consentFlags,
  type InboundTrust,
  trustFlags,
} from "./cross-tenant-access.ts";
import { isGuid, partnerId, tenantId, text } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Who or what is to be allowed or blocked. */
export interface AccessTargetsInput<Kind extends "user" | "group" | "application"> {
  readonly accessType: "allowed" | "blocked";
  /**
   * Ids of users and groups of the other organisation, or `AllUsers` with the type `user`; of applications their app ids,
   * `AllApplications`, `Office365` or `AllMicrosoftApps`. None: nobody, or nothing.
   */
  readonly targets: readonly { readonly target: string; readonly targetType: Kind }[];
}

/** Who is to come or go, and to which applications. Written whole: a part that is not named goes by the default. */
export interface B2BSettingInput {
  readonly usersAndGroups?: AccessTargetsInput<"user" | "group"> | null | undefined;
  readonly applications?: AccessTargetsInput<"application"> | null | undefined;
}

/** The same for all organisations. Written whole: it takes both parts, since there is nothing that one left out could go by. */
export interface DefaultB2BSettingInput {
  readonly usersAndGroups: AccessTargetsInput<"user" | "group">;
  readonly applications: AccessTargetsInput<"application">;
}

/** For which devices restrictions go. @inline */
interface RestrictedDevices {
  /** By a rule for filtering devices; null for all. */
  readonly devices?:
    | { readonly mode: "allowed" | "blocked" | null; readonly rule: string | null }
    | null
    | undefined;
}

/** What is to be accepted from a guest's own organisation. Written whole: a flag that is not named is taken back, as if it were null. */
export interface InboundTrustInput
  extends Readonly<Partial<Record<keyof InboundTrust, boolean | null | undefined>>> {}

type Setting =
  | "b2bCollaborationInbound"
  | "b2bCollaborationOutbound"
  | "b2bDirectConnectInbound"
  | "b2bDirectConnectOutbound";

/** What may be changed of the settings towards all other organisations. What is not named stays; what is named is written whole. */
export interface CrossTenantAccessChanges
  extends Readonly<Partial<Record<Setting, DefaultB2BSettingInput | undefined>>> {
  readonly inboundTrust?: InboundTrustInput | undefined;
  /** In the public cloud alone. */
  readonly tenantRestrictions?: (DefaultB2BSettingInput & RestrictedDevices) | undefined;
}

/**
 * What may be changed of the entry for one organisation. What is not named stays; what is named is written whole, and
 * `null` inherits the default.
 */
export interface PartnerAccessChanges
  extends Readonly<Partial<Record<Setting, B2BSettingInput | null | undefined>>>,
    Pick<CrossTenantAccess, "automaticUserConsentSettings" | "isServiceProvider"> {
  readonly inboundTrust?: InboundTrustInput | null | undefined;
  /** In the public cloud alone. */
  readonly tenantRestrictions?: (B2BSettingInput & RestrictedDevices) | null | undefined;
}

const nullish = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
const accessType = z.enum(["allowed", "blocked"]);

interface Target {
  readonly target: string;
  readonly targetType: string;
}

/** An id, written in one way alone, or one of the names that stand for many of that type. */
const targetsOf = <Kind extends string>(
  kinds: readonly Kind[],
  names: readonly string[],
  expected: string,
) => {
  const nameOf = (value: string) => names.find((name) => name.toLowerCase() === value.toLowerCase());
  const target = text((value) => isGuid(value) || nameOf(value) !== undefined, expected).check(
    z.overwrite((value) => nameOf(value) ?? value.toLowerCase()),
  );
  return z.strictObject({
    accessType,
    targets: z.array(
      z.strictObject({ target, targetType: z.enum(kinds) }).check(
        z.refine<Target>((one) => one.targetType !== "group" || isGuid(one.target), {
          path: ["target"],
          error: "must be the id of a group (a GUID)",
        }),
      ),
    ),
  });
};
const usersAndGroups = targetsOf(
  ["user", "group"],
  ["AllUsers"],
  "must be the id of a user or group (a GUID), or AllUsers",
);
const applications = targetsOf(
  ["application"],
  ["AllApplications", "Office365", "AllMicrosoftApps"],
  "must be an app id (a GUID), AllApplications, Office365 or AllMicrosoftApps",
);
const devices = nullish(z.strictObject({ mode: z.nullable(accessType), rule: z.nullable(z.string()) }));
const trust = z.strictObject({ ...trustFlags, isMfaAccepted: z.optional(trustFlags.isMfaAccepted) });

const everySetting = <T extends z.ZodMiniType>(setting: T) => ({
  b2bCollaborationInbound: setting,
  b2bCollaborationOutbound: setting,
  b2bDirectConnectInbound: setting,
  b2bDirectConnectOutbound: setting,
});
const parts = { usersAndGroups: nullish(usersAndGroups), applications: nullish(applications) };
const ofPartner = z.strictObject({
  inboundTrust: nullish(trust),
  ...everySetting(nullish(z.strictObject(parts))),
  tenantRestrictions: nullish(z.strictObject({ ...parts, devices })),
  automaticUserConsentSettings: nullish(z.strictObject(consentFlags)),
  isServiceProvider: nullish(z.boolean()),
});
const whole = { usersAndGroups, applications };
const ofAll = z.strictObject({
  inboundTrust: z.optional(trust),
  ...everySetting(z.optional(z.strictObject(whole))),
  tenantRestrictions: z.optional(z.strictObject({ ...whole, devices })),
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
  ofAll.check(atLeastOne()),
  "changes",
);
/** A new entry may leave everything to the default. */
export const readNewPartnerAccess: Reader<PartnerChanges> = reader(
  z.strictObject({ tenantId: partnerId, changes: ofPartner }),
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

/** What the Microsoft cloud settings call the clouds that can be opened. Two clouds of the United States' government share one. */
export type CloudEndpoint = "microsoftonline.com" | "microsoftonline.us" | "partner.microsoftonline.cn";

export const readCloudEndpoints: Reader<readonly CloudEndpoint[]> = reader(
  z.array(z.enum(["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"])),
  "endpoints",
);

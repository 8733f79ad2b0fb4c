import * as z from "zod/mini";
import { nullableString, openEnum } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Who or what a setting allows or blocks. */
export interface AccessTargets {
  readonly accessType: "allowed" | "blocked" | (string & {});
  /** Ids of users, groups or applications; `AllUsers`, `AllApplications`, `Office365` or `AllMicrosoftApps`. None: nobody, or nothing. */
  readonly targets: readonly {
    readonly target: string;
    readonly targetType: "user" | "group" | "application" | (string & {});
  }[];
}

/** Who may come or go, and to which applications. */
export interface B2BSetting {
  readonly usersAndGroups?: AccessTargets | null | undefined;
  readonly applications?: AccessTargets | null | undefined;
}

/**
 * Which accounts and applications of others may be used on this directory's own devices and networks.
 *
 * @see https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicytenantrestrictions
 */
export interface TenantRestrictions extends B2BSetting {
  /** Which devices that goes for, by a rule for filtering devices; null for all. */
  readonly devices?:
    | {
        readonly mode: "allowed" | "blocked" | (string & {}) | null;
        readonly rule: string | null;
      }
    | null
    | undefined;
}

/** What this directory accepts from a guest's own organisation. */
export interface InboundTrust {
  readonly isMfaAccepted: boolean | null;
  readonly isCompliantDeviceAccepted?: boolean | null | undefined;
  readonly isHybridAzureADJoinedDeviceAccepted?: boolean | null | undefined;
}

/**
 * The cross-tenant access settings towards one organisation, or towards all others. `null` inherits the default.
 *
 * @see https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicy-overview
 */
export interface CrossTenantAccess {
  readonly inboundTrust: InboundTrust | null;
  /** Guests from there, here. */
  readonly b2bCollaborationInbound?: B2BSetting | null | undefined;
  /** Our people, there. */
  readonly b2bCollaborationOutbound?: B2BSetting | null | undefined;
  readonly b2bDirectConnectInbound?: B2BSetting | null | undefined;
  readonly b2bDirectConnectOutbound?: B2BSetting | null | undefined;
  /** Whether guests from there are spared the consent, and our people there. Both sides have to say so. On the default always false. */
  readonly automaticUserConsentSettings?:
    | { readonly inboundAllowed: boolean | null; readonly outboundAllowed: boolean | null }
    | null
    | undefined;
  /** In the public cloud alone. */
  readonly tenantRestrictions?: TenantRestrictions | null | undefined;
  /** On the default: whether it is what every directory comes with. */
  readonly isServiceDefault?: boolean | undefined;
  /** On an entry for one organisation: which. */
  readonly tenantId?: string | undefined;
  /** On an entry for one organisation: whether it looks after this directory as a service provider. */
  readonly isServiceProvider?: boolean | null | undefined;
  /** On an entry for one organisation: whether both belong to one multi-tenant organisation. Nobody can write it. */
  readonly isInMultiTenantOrganization?: boolean | null | undefined;
}

/** What goes for all organisations. */
export interface CrossTenantAccessPolicy {
  readonly displayName?: string | null | undefined;
  /** The other clouds that are open at all, for example `microsoftonline.us`. */
  readonly allowedCloudEndpoints?: readonly string[] | null | undefined;
}

const nullish = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
const flag = z.nullable(z.boolean());
const targets = z.object({
  accessType: openEnum<"allowed" | "blocked">(),
  targets: z.array(
    z.object({ target: z.string(), targetType: openEnum<"user" | "group" | "application">() }),
  ),
});
const parts = { usersAndGroups: nullish(targets), applications: nullish(targets) };
const setting = nullish(z.object(parts));
const devices = nullish(
  z.object({ mode: z.nullable(openEnum<"allowed" | "blocked">()), rule: nullableString }),
);
export const trustFlags = {
  isMfaAccepted: flag,
  isCompliantDeviceAccepted: z.optional(flag),
  isHybridAzureADJoinedDeviceAccepted: z.optional(flag),
};
export const consentFlags = { inboundAllowed: flag, outboundAllowed: flag };

export const crossTenantAccess = z.object({
  inboundTrust: z.nullable(z.object(trustFlags)),
  b2bCollaborationInbound: setting,
  b2bCollaborationOutbound: setting,
  b2bDirectConnectInbound: setting,
  b2bDirectConnectOutbound: setting,
  automaticUserConsentSettings: nullish(z.object(consentFlags)),
  tenantRestrictions: nullish(z.object({ ...parts, devices })),
  isServiceDefault: z.optional(z.boolean()),
  tenantId: z.optional(z.string()),
  isServiceProvider: nullish(z.boolean()),
  isInMultiTenantOrganization: nullish(z.boolean()),
});

export const readCrossTenantAccess: Reader<CrossTenantAccess> = reader(crossTenantAccess);

export const readCrossTenantAccessPolicy: Reader<CrossTenantAccessPolicy> = reader(
  z.object({ displayName: nullish(z.string()), allowedCloudEndpoints: nullish(z.array(z.string())) }),
);

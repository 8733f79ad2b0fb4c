import * as z from "zod/mini";
import { openEnum, tenantId } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Who or what a setting allows or blocks. */
export interface AccessTargets {
  readonly accessType: "allowed" | "blocked" | (string & {});
  /** Ids of users, groups or applications; `AllUsers`, `AllApplications` or `Office365`. */
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
  /** Whether guests from there are spared the consent, and our people there. Both sides have to say so. */
  readonly automaticUserConsentSettings?:
    | { readonly inboundAllowed: boolean | null; readonly outboundAllowed: boolean | null }
    | null
    | undefined;
  /** On the default: whether it is what every directory comes with. */
  readonly isServiceDefault?: boolean | undefined;
  /** On an entry for one organisation: which. */
  readonly tenantId?: string | undefined;
  readonly isServiceProvider?: boolean | null | undefined;
}

/** What goes for all organisations. */
export interface CrossTenantAccessPolicy {
  readonly displayName?: string | null | undefined;
  /** The other clouds that are open at all, for example `microsoftonline.us`. */
  readonly allowedCloudEndpoints?: readonly string[] | null | undefined;
}

/** What may be changed of the settings. What is not named stays; on an entry for one organisation `null` inherits. */
export interface CrossTenantAccessChanges
  extends Pick<
    CrossTenantAccess,
    | "b2bCollaborationInbound"
    | "b2bCollaborationOutbound"
    | "b2bDirectConnectInbound"
    | "b2bDirectConnectOutbound"
    | "automaticUserConsentSettings"
  > {
  readonly inboundTrust?: InboundTrust | null | undefined;
}

const nullish = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
const flag = z.nullable(z.boolean());
const targets = z.object({
  accessType: openEnum<"allowed" | "blocked">(),
  targets: z.array(
    z.object({ target: z.string(), targetType: openEnum<"user" | "group" | "application">() }),
  ),
});
const setting = nullish(z.object({ usersAndGroups: nullish(targets), applications: nullish(targets) }));
export const inboundTrust = z.nullable(
  z.object({
    isMfaAccepted: flag,
    isCompliantDeviceAccepted: z.optional(flag),
    isHybridAzureADJoinedDeviceAccepted: z.optional(flag),
  }),
);
const settings = {
  b2bCollaborationInbound: setting,
  b2bCollaborationOutbound: setting,
  b2bDirectConnectInbound: setting,
  b2bDirectConnectOutbound: setting,
  automaticUserConsentSettings: nullish(z.object({ inboundAllowed: flag, outboundAllowed: flag })),
};

export const crossTenantAccess = z.object({
  inboundTrust,
  ...settings,
  isServiceDefault: z.optional(z.boolean()),
  tenantId: z.optional(z.string()),
  isServiceProvider: nullish(z.boolean()),
});

export const readCrossTenantAccess: Reader<CrossTenantAccess> = reader(crossTenantAccess);

export const readCrossTenantAccessPolicy: Reader<CrossTenantAccessPolicy> = reader(
  z.object({ displayName: nullish(z.string()), allowedCloudEndpoints: nullish(z.array(z.string())) }),
);

const changes = z.strictObject({ inboundTrust: z.optional(inboundTrust), ...settings });

export const readDefaultAccessChanges: Reader<CrossTenantAccessChanges> = reader(changes, "changes");

export const readPartnerAccessChanges: Reader<{
  readonly tenantId: string;
  readonly changes: CrossTenantAccessChanges;
}> = reader(z.strictObject({ tenantId, changes }));

export const readTenantId: Reader<string> = reader(tenantId, "tenantId");

export const readCloudEndpoints: Reader<readonly string[]> = reader(
  z.array(z.enum(["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"])),
  "endpoints",
);

/** Somebody of another organisation who comes here, or one of our people who goes there. */
export interface Visitor {
  readonly tenantId: string;
  /** The user's object id in its own organisation. Not known: what goes for everybody there. */
  readonly userId?: string | undefined;
  readonly groupIds?: readonly string[] | undefined;
  /** The application that is opened. Not known: what goes for all. */
  readonly appId?: string | undefined;
}

export const readVisitor: Reader<Visitor> = reader(
  z.strictObject({
    tenantId,
    userId: z.optional(z.string()),
    groupIds: z.optional(z.array(z.string())),
    appId: z.optional(z.string()),
  }),
  "visitor",
);

import type { CrossTenantSettings, Directory, RedemptionOrder, Targets } from "../directory/index.ts";
import { profileOf } from "../schema/index.ts";
import { type Body, badRequest, readBody, type Shape } from "./body.ts";

/** What may be written of the settings towards an organisation, and towards all others. */
const SETTINGS: Shape = {
  inboundTrust: "object?",
  b2bCollaborationInbound: "object?",
  b2bCollaborationOutbound: "object?",
  b2bDirectConnectInbound: "object?",
  b2bDirectConnectOutbound: "object?",
  automaticUserConsentSettings: "object?",
  tenantRestrictions: "object?",
};
const PARTNER: Shape = { ...SETTINGS, isServiceProvider: "boolean?" };
const NEW_PARTNER: Shape = { ...PARTNER, tenantId: "string" };
const DEFAULT: Shape = { ...SETTINGS, invitationRedemptionIdentityProviderConfiguration: "object?" };

export const DEFAULT_TYPE = "crossTenantAccessPolicyConfigurationDefault";
export const PARTNER_TYPE = "crossTenantAccessPolicyConfigurationPartner";

const TRUST: Shape = {
  isMfaAccepted: "boolean?",
  isCompliantDeviceAccepted: "boolean?",
  isHybridAzureADJoinedDeviceAccepted: "boolean?",
};
const CONSENT: Shape = { inboundAllowed: "boolean?", outboundAllowed: "boolean?" };
const B2B: Shape = { usersAndGroups: "object?", applications: "object?" };
const RESTRICTIONS: Shape = { ...B2B, devices: "object?" };
const TARGETS: Shape = { accessType: "string", targets: "objects" };
const TARGET: Shape = { target: "string", targetType: "string" };
const ORDER: Shape = {
  primaryIdentityProviderPrecedenceOrder: "strings",
  fallbackIdentityProvider: "string?",
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TARGET_TYPES = ["user", "group", "application"];
/** What stands for more than one application, or user. */
const COLLECTIVE = ["AllUsers", "AllApplications", "Office365", "AllMicrosoftApps"];
const PROVIDERS = ["azureActiveDirectory", "externalFederation", "socialIdentityProviders"];
const FALLBACKS = ["emailOneTimePasscode", "microsoftAccount", "defaultConfiguredIdp"];

type Written = Partial<
  CrossTenantSettings & {
    tenantId: string;
    isServiceProvider: boolean | null;
    invitationRedemptionIdentityProviderConfiguration: RedemptionOrder;
  }
>;

/** Reads a change of the settings towards all organisations. That guests from there are asked for consent cannot be changed there. */
export function readDefaultSettings(directory: Directory, body: unknown): Written {
  const { automaticUserConsentSettings: consent, ...read } = readSettings(
    directory,
    body,
    DEFAULT_TYPE,
    DEFAULT,
  );
  const isChanged = consent === null || Object.values(consent ?? {}).some((value) => value !== false);
  if (isChanged) throw invalid("automaticUserConsentSettings");
  const { invitationRedemptionIdentityProviderConfiguration: order } = read;
  if (order) readOrder(order as unknown as Body);
  return read;
}

/** Reads a change of the entry for an organisation. */
export function readPartnerSettings(directory: Directory, body: unknown): Written {
  return readSettings(directory, body, PARTNER_TYPE, PARTNER);
}

/** Reads a new entry, which says for which organisation it is. */
export function readNewPartner(directory: Directory, body: unknown): Written & { readonly tenantId: string } {
  const { tenantId, ...settings } = readSettings(directory, body, PARTNER_TYPE, NEW_PARTNER);
  if (tenantId === undefined || !GUID.test(tenantId)) throw invalid("tenantId");
  return { tenantId: tenantId.toLowerCase(), ...settings };
}

function readSettings({ cloud }: Directory, body: unknown, type: string, shape: Shape): Written {
  const read = { ...readBody(body, type, shape, profileOf(cloud.id)) };
  if (read.inboundTrust) readBody(read.inboundTrust, "crossTenantAccessPolicyInboundTrust", TRUST);
  if (read.automaticUserConsentSettings) {
    readBody(read.automaticUserConsentSettings, "inboundOutboundPolicyConfiguration", CONSENT);
  }
  for (const name of Object.keys(SETTINGS).filter((key) => key.startsWith("b2b"))) {
    if (read[name]) read[name] = readB2B(read[name] as Body, "crossTenantAccessPolicyB2BSetting", B2B);
  }
  if (read.tenantRestrictions) {
    const type = "crossTenantAccessPolicyTenantRestrictions";
    read.tenantRestrictions = readB2B(read.tenantRestrictions as Body, type, RESTRICTIONS);
  }
  return read as Written;
}

function readB2B(body: Body, type: string, shape: Shape): Body {
  const setting = { ...readBody(body, type, shape) };
  for (const part of Object.keys(B2B)) {
    if (setting[part]) setting[part] = readTargets(setting[part] as Body);
  }
  const { usersAndGroups, applications } = setting as {
    readonly [name in keyof typeof B2B]?: Targets | null;
  };
  if (shutsOut(usersAndGroups, "AllUsers") !== shutsOut(applications, "AllApplications")) {
    throw badRequest("Blocking all users requires blocking all applications, and the other way round.");
  }
  return setting;
}

function shutsOut(part: Targets | null | undefined, everything: string): boolean {
  return part?.accessType === "blocked" && part.targets.some(({ target }) => target === everything);
}

/** Ids are kept in lower case, whatever they were written in. */
function readTargets(body: Body): Targets {
  const { accessType, targets } = readBody(body, "crossTenantAccessPolicyTargetConfiguration", TARGETS);
  if (accessType !== "allowed" && accessType !== "blocked") throw invalid("accessType");
  const read = ((targets ?? []) as readonly Body[]).map((given) => {
    const { target, targetType } = readBody(given, "crossTenantAccessPolicyTarget", TARGET);
    const whole = COLLECTIVE.find((name) => name.toLowerCase() === String(target).toLowerCase());
    if (whole === undefined && !GUID.test(String(target))) throw invalid("target");
    if (!TARGET_TYPES.includes(String(targetType))) throw invalid("targetType");
    return { target: whole ?? String(target).toLowerCase(), targetType: String(targetType) };
  });
  return { accessType, targets: read };
}

/** In what order the accounts of a guest are tried, and what comes last. */
function readOrder(body: Body): void {
  const type = "defaultInvitationRedemptionIdentityProviderConfiguration";
  const { primaryIdentityProviderPrecedenceOrder: order = [], fallbackIdentityProvider: last } = readBody(
    body,
    type,
    ORDER,
  );
  const isKnown = (order as readonly string[]).every((provider) => PROVIDERS.includes(provider));
  if (!isKnown) throw invalid("primaryIdentityProviderPrecedenceOrder");
  if (typeof last === "string" && !FALLBACKS.includes(last)) throw invalid("fallbackIdentityProvider");
}

function invalid(property: string): Error {
  return badRequest(`Invalid value specified for property '${property}'.`);
}

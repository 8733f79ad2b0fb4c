import {
  type CrossTenantSettings,
  DEFAULT_TRUST,
  type Directory,
  NO_TRUST,
  type RedemptionOrder,
  type Targets,
} from "../directory/index.ts";
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

const PARTS = ["usersAndGroups", "applications"] as const;
const B2B_SETTINGS = [
  "b2bCollaborationInbound",
  "b2bCollaborationOutbound",
  "b2bDirectConnectInbound",
  "b2bDirectConnectOutbound",
  "tenantRestrictions",
] as const;
const NO_PARTS = { usersAndGroups: null, applications: null };
/** What an entry shows of a part in which nothing is said. */
const UNSAID: Readonly<Record<string, object>> = {
  ...Object.fromEntries(B2B_SETTINGS.map((name) => [name, NO_PARTS])),
  tenantRestrictions: { ...NO_PARTS, devices: null },
  inboundTrust: DEFAULT_TRUST,
  automaticUserConsentSettings: { inboundAllowed: null, outboundAllowed: null },
};

/** The tenant ids of nobody, and of all personal accounts. */
const NOBODYS = ["00000000-0000-0000-0000-000000000000", "9188040d-6c67-4c5b-b112-36a304b66dad"];
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What may be named in each part of a setting, and the names in it that stand for more than one. */
const NAMED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  usersAndGroups: { user: ["AllUsers"], group: [] },
  applications: { application: ["AllApplications", "Office365", "AllMicrosoftApps"] },
};
const PROVIDERS = ["azureActiveDirectory", "externalFederation", "socialIdentityProviders"];
const FALLBACKS = ["emailOneTimePasscode", "microsoftAccount", "defaultConfiguredIdp"];

type Written = Partial<
  CrossTenantSettings & {
    tenantId: string;
    isServiceProvider: boolean | null;
    invitationRedemptionIdentityProviderConfiguration: RedemptionOrder;
  }
>;

/**
 * Reads a change of the settings towards all organisations. That guests from there are asked for consent cannot be changed
 * there. That what says nothing is refused, null or half a setting, is assumed: there is nothing that it could go by.
 */
export function readDefaultSettings(directory: Directory, body: unknown): Written {
  const { automaticUserConsentSettings: consent, ...read } = readSettings(
    directory,
    body,
    DEFAULT_TYPE,
    DEFAULT,
  );
  const isChanged = consent === null || Object.values(consent ?? {}).some((value) => value !== false);
  if (isChanged) throw invalid("automaticUserConsentSettings");
  const isHalf = (value: unknown) => PARTS.some((part) => !(value as Body)[part]);
  for (const name of ["inboundTrust", ...B2B_SETTINGS] as const) {
    const value = read[name];
    if (value === null || (value && name !== "inboundTrust" && isHalf(value))) throw invalid(name);
  }
  const { invitationRedemptionIdentityProviderConfiguration: order } = read;
  if (order) readOrder(order as unknown as Body);
  return { ...read, ...(read.inboundTrust && { inboundTrust: { ...NO_TRUST, ...read.inboundTrust } }) };
}

/** Reads a change of the entry for an organisation. */
export function readPartnerSettings(directory: Directory, body: unknown): Written {
  return withNulls(readSettings(directory, body, PARTNER_TYPE, PARTNER));
}

/**
 * Reads a new entry, which says for which organisation it is. That none is made for the directory's own, or for an id
 * that is no organisation's, is assumed: such an entry would say nothing of anybody.
 */
export function readNewPartner(directory: Directory, body: unknown): Written & { readonly tenantId: string } {
  const { tenantId, ...settings } = readSettings(directory, body, PARTNER_TYPE, NEW_PARTNER);
  const id = tenantId?.toLowerCase() ?? "";
  if (!GUID.test(id) || NOBODYS.includes(id) || id === directory.tenantId) throw invalid("tenantId");
  return { tenantId: id, ...withNulls(settings) };
}

/** A part of an entry is written whole: what is not said in it is left to the default. That the service keeps nothing beside it is assumed. */
function withNulls(read: Written): Written {
  const whole = Object.entries(read).map(([name, value]) => {
    const unsaid = UNSAID[name];
    return [name, value && unsaid ? { ...unsaid, ...(value as object) } : value];
  });
  return Object.fromEntries(whole);
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
    if (setting[part]) setting[part] = readTargets(setting[part] as Body, NAMED[part] ?? {});
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
function readTargets(body: Body, named: Readonly<Record<string, readonly string[]>>): Targets {
  const { accessType, targets } = readBody(body, "crossTenantAccessPolicyTargetConfiguration", TARGETS);
  if (accessType !== "allowed" && accessType !== "blocked") throw invalid("accessType");
  const read = ((targets ?? []) as readonly Body[]).map((given) => {
    const { target, targetType } = readBody(given, "crossTenantAccessPolicyTarget", TARGET);
    const names = Object.hasOwn(named, String(targetType)) ? named[String(targetType)] : undefined;
    if (names === undefined) throw invalid("targetType");
    const whole = names.find((name) => name.toLowerCase() === String(target).toLowerCase());
    if (whole === undefined && !GUID.test(String(target))) throw invalid("target");
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

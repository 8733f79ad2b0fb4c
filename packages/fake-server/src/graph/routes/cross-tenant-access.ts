import {
  type CrossTenantAccess,
  type CrossTenantSettings,
  createPartnerAccess,
  crossTenantPolicy,
  type Directory,
  defaultAccess,
  deletePartnerAccess,
  getPartnerAccess,
  listPartnerAccess,
  resetDefaultAccess,
  updateCrossTenantPolicy,
  updateDefaultAccess,
  updatePartnerAccess,
} from "../../directory/index.ts";
import { profileOf } from "../../schema/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import type { Route } from "../router.ts";

const ROOT = "/policies/crossTenantAccessPolicy";
const SETTINGS: Shape = {
  inboundTrust: "object?",
  b2bCollaborationInbound: "object?",
  b2bCollaborationOutbound: "object?",
  b2bDirectConnectInbound: "object?",
  b2bDirectConnectOutbound: "object?",
  automaticUserConsentSettings: "object?",
  tenantRestrictions: "object?",
};
/** What an answer shows too, and nothing here goes by. */
const UNSET = {
  tenantRestrictions: null,
  m365CollaborationInbound: null,
  m365CollaborationOutbound: null,
  appServiceConnectInbound: null,
};
const DEFAULT = "crossTenantAccessPolicyConfigurationDefault";
const PARTNER_TYPE = "crossTenantAccessPolicyConfigurationPartner";
const PARTNER: Shape = { ...SETTINGS, tenantId: "string", isServiceProvider: "boolean?" };
const TRUST: Shape = {
  isMfaAccepted: "boolean?",
  isCompliantDeviceAccepted: "boolean?",
  isHybridAzureADJoinedDeviceAccepted: "boolean?",
};
const CONSENT: Shape = { inboundAllowed: "boolean?", outboundAllowed: "boolean?" };
const B2B: Shape = { usersAndGroups: "object?", applications: "object?" };
const TARGETS: Shape = { accessType: "string", targets: "objects" };
const TARGET: Shape = { target: "string", targetType: "string" };
const CLOUDS = ["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"];
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is taken from and let out to other organisations. */
export const crossTenantAccessRoutes: readonly Route[] = [
  {
    path: ROOT,
    methods: {
      GET({ directory, access, request }) {
        const { kind: _, ...policy } = crossTenantPolicy(access.view);
        const shown = profileOf(directory.cloud.id).shown("crossTenantAccessPolicy", policy);
        return { status: 200, body: { "@odata.context": contextOf(request.origin, "$entity"), ...shown } };
      },
      PATCH({ directory, access, request }) {
        const body = readBody(
          request.body,
          "crossTenantAccessPolicy",
          { displayName: "string", allowedCloudEndpoints: "strings" },
          profileOf(directory.cloud.id),
        );
        const unknown = ((body.allowedCloudEndpoints ?? []) as readonly string[]).find(
          (endpoint) => !CLOUDS.includes(endpoint),
        );
        if (unknown !== undefined)
          throw badRequest("Invalid value specified for property 'allowedCloudEndpoints'.");
        updateCrossTenantPolicy(access, body);
        return { status: 204 };
      },
    },
  },
  {
    path: `${ROOT}/default`,
    methods: {
      GET({ directory, access, request }) {
        const { kind: _, tenantId: __, isServiceProvider: ___, ...settings } = defaultAccess(access.view);
        const shown = profileOf(directory.cloud.id).shown(DEFAULT, { ...UNSET, ...settings });
        return {
          status: 200,
          body: { "@odata.context": contextOf(request.origin, "default/$entity"), ...shown },
        };
      },
      PATCH({ directory, access, request }) {
        updateDefaultAccess(access, readSettings(directory, request.body, DEFAULT, SETTINGS));
        return { status: 204 };
      },
    },
  },
  {
    path: `${ROOT}/default/resetToSystemDefault`,
    methods: {
      POST({ access }) {
        resetDefaultAccess(access);
        return { status: 204 };
      },
    },
  },
  {
    path: `${ROOT}/partners`,
    methods: {
      GET: ({ directory, access, request }) => ({
        status: 200,
        body: {
          "@odata.context": contextOf(request.origin, "partners"),
          value: listPartnerAccess(access.view).map((partner) => partnerBody(directory, partner)),
        },
      }),
      POST({ directory, access, request }) {
        const { tenantId, ...settings } = readSettings(directory, request.body, PARTNER_TYPE, PARTNER);
        if (tenantId === undefined || !GUID.test(tenantId)) {
          throw badRequest("Invalid value specified for property 'tenantId'.");
        }
        const partner = createPartnerAccess(access, tenantId, settings);
        const context = contextOf(request.origin, "partners/$entity");
        return { status: 201, body: { "@odata.context": context, ...partnerBody(directory, partner) } };
      },
    },
  },
  {
    path: `${ROOT}/partners/{tenantId}`,
    methods: {
      GET({ directory, access, request, keys }) {
        const partner = getPartnerAccess(access.view, keys[0] ?? "");
        const context = contextOf(request.origin, "partners/$entity");
        return { status: 200, body: { "@odata.context": context, ...partnerBody(directory, partner) } };
      },
      PATCH({ directory, access, request, keys }) {
        const shape: Shape = { ...SETTINGS, isServiceProvider: "boolean?" };
        const changes = readSettings(directory, request.body, PARTNER_TYPE, shape);
        updatePartnerAccess(access, keys[0] ?? "", changes);
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        deletePartnerAccess(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

type Settings = Partial<CrossTenantSettings & { tenantId: string; isServiceProvider: boolean | null }>;

function readSettings({ cloud }: Directory, body: unknown, type: string, shape: Shape): Settings {
  const read = readBody(body, type, shape, profileOf(cloud.id));
  if (read.inboundTrust) readBody(read.inboundTrust, "crossTenantAccessPolicyInboundTrust", TRUST);
  if (read.automaticUserConsentSettings) {
    readBody(read.automaticUserConsentSettings, "inboundOutboundPolicyConfiguration", CONSENT);
  }
  for (const name of Object.keys(SETTINGS).filter((key) => key.startsWith("b2b"))) {
    if (read[name]) readB2B(read[name] as Body);
  }
  return read as Settings;
}

function readB2B(body: Body): void {
  const setting = readBody(body, "crossTenantAccessPolicyB2BSetting", B2B);
  for (const part of [setting.usersAndGroups, setting.applications]) {
    if (!part) continue;
    const { accessType, targets } = readBody(part, "crossTenantAccessPolicyTargetConfiguration", TARGETS);
    if (accessType !== "allowed" && accessType !== "blocked") {
      throw badRequest("Invalid value specified for property 'accessType'.");
    }
    for (const target of (targets ?? []) as readonly Body[]) {
      readBody(target, "crossTenantAccessPolicyTarget", TARGET);
    }
  }
}

function partnerBody({ cloud }: Directory, { kind: _, ...partner }: CrossTenantAccess): Body {
  return profileOf(cloud.id).shown(PARTNER_TYPE, {
    ...UNSET,
    ...partner,
    serviceProviderConstraints: null,
    isInMultiTenantOrganization: false,
  });
}

function contextOf(origin: string, place: string): string {
  return `${origin}/v1.0/$metadata#policies/crossTenantAccessPolicy/${place}`;
}

import {
  type CrossTenantAccess,
  canOpenTo,
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
import { type Body, badRequest, readBody } from "../body.ts";
import {
  DEFAULT_TYPE,
  PARTNER_TYPE,
  readDefaultSettings,
  readNewPartner,
  readPartnerSettings,
} from "../cross-tenant-body.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";

const ROOT = "/policies/crossTenantAccessPolicy";
/** What an answer shows too, and nothing here goes by. */
const UNSET = {
  m365CollaborationInbound: null,
  m365CollaborationOutbound: null,
  appServiceConnectInbound: null,
};

/** What is taken from and let out to other organisations. */
export const crossTenantAccessRoutes: readonly Route[] = [
  {
    path: ROOT,
    methods: {
      GET({ directory, access, request }) {
        const { kind: _, ...policy } = crossTenantPolicy(access.view);
        const shown = profileOf(directory.cloud.id).shown("crossTenantAccessPolicy", policy);
        return { status: 200, body: { "@odata.context": contextOf(request, "$entity"), ...shown } };
      },
      PATCH({ directory, access, request }) {
        const body = readBody(
          request.body,
          "crossTenantAccessPolicy",
          { displayName: "string", allowedCloudEndpoints: "strings" },
          profileOf(directory.cloud.id),
        );
        const unknown = ((body.allowedCloudEndpoints ?? []) as readonly string[]).find(
          (endpoint) => !canOpenTo(directory.cloud.instance, endpoint),
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
        const shown = profileOf(directory.cloud.id).shown(DEFAULT_TYPE, { ...UNSET, ...settings });
        return {
          status: 200,
          body: { "@odata.context": contextOf(request, "default/$entity"), ...shown },
        };
      },
      PATCH({ directory, access, request }) {
        updateDefaultAccess(access, readDefaultSettings(directory, request.body));
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
          "@odata.context": contextOf(request, "partners"),
          value: listPartnerAccess(access.view).map((partner) => partnerBody(directory, partner)),
        },
      }),
      POST({ directory, access, request }) {
        const { tenantId, ...settings } = readNewPartner(directory, request.body);
        const partner = createPartnerAccess(access, tenantId, settings);
        const context = contextOf(request, "partners/$entity");
        return { status: 201, body: { "@odata.context": context, ...partnerBody(directory, partner) } };
      },
    },
  },
  {
    path: `${ROOT}/partners/{tenantId}`,
    methods: {
      GET({ directory, access, request, keys }) {
        const partner = getPartnerAccess(access.view, keys[0] ?? "");
        const context = contextOf(request, "partners/$entity");
        return { status: 200, body: { "@odata.context": context, ...partnerBody(directory, partner) } };
      },
      PATCH({ directory, access, request, keys }) {
        updatePartnerAccess(access, keys[0] ?? "", readPartnerSettings(directory, request.body));
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        deletePartnerAccess(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function partnerBody({ cloud }: Directory, { kind: _, ...partner }: CrossTenantAccess): Body {
  return profileOf(cloud.id).shown(PARTNER_TYPE, {
    ...UNSET,
    ...partner,
    serviceProviderConstraints: null,
    isInMultiTenantOrganization: false,
  });
}

function contextOf({ origin, version }: RouteContext["request"], place: string): string {
  return `${origin}/${version}/$metadata#policies/crossTenantAccessPolicy/${place}`;
}

import {
  type CrossTenantAccess,
  canOpenTo,
  createPartnerAccess,
  crossTenantPolicy,
  type Directory,
  defaultAccess,
  deletePartnerAccess,
  findSynchronization,
  getPartnerAccess,
  listPartnerAccess,
  resetDefaultAccess,
  updateCrossTenantPolicy,
  updateDefaultAccess,
  updatePartnerAccess,
} from "../../directory/index.ts";
import { readExpand, unknownProperty } from "../../odata/index.ts";
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
import { selected } from "../selected.ts";

const ROOT = "/policies/crossTenantAccessPolicy";
/** What an answer shows too, and nothing here goes by. */
const UNSET = {
  m365CollaborationInbound: null,
  m365CollaborationOutbound: null,
  appServiceConnectInbound: null,
};
const SYNCHRONIZATION = "identitySynchronization";

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
    takes: ["$expand"],
    methods: {
      GET(context) {
        const { access, request } = context;
        const value = listPartnerAccess(access.view).map((partner) => partnerShown(context, partner));
        return { status: 200, body: { "@odata.context": contextOf(request, "partners"), value } };
      },
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
    takes: ["$expand"],
    methods: {
      GET(context) {
        const { access, request, keys } = context;
        const body = partnerShown(context, getPartnerAccess(access.view, keys[0] ?? ""));
        return { status: 200, body: { "@odata.context": contextOf(request, "partners/$entity"), ...body } };
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

/**
 * With its identity synchronization, where that is expanded: nothing where it has none.
 *
 * @see https://learn.microsoft.com/graph/api/crosstenantaccesspolicy-list-partners
 */
function partnerShown({ directory, access, request }: RouteContext, partner: CrossTenantAccess): Body {
  const body = partnerBody(directory, partner);
  const { $expand } = request.query;
  if ($expand === undefined) return body;
  const { name, select } = readExpand($expand);
  if (name.toLowerCase() !== SYNCHRONIZATION.toLowerCase()) throw unknownProperty(name, PARTNER_TYPE);
  const found = findSynchronization(access.view, String(partner.tenantId));
  if (found === undefined) return { ...body, [SYNCHRONIZATION]: null };
  const { kind: _, ...synchronization } = found;
  const shown = selected(synchronization, "crossTenantIdentitySyncPolicyPartner", select);
  return { ...body, [SYNCHRONIZATION]: shown };
}

function contextOf({ origin, version }: RouteContext["request"], place: string): string {
  return `${origin}/${version}/$metadata#policies/crossTenantAccessPolicy/${place}`;
}

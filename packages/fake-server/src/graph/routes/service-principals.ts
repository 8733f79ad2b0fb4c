import {
  createServicePrincipal,
  deleteServicePrincipal,
  getServicePrincipal,
  listServicePrincipals,
  type ServicePrincipal,
  type ServicePrincipalChanges,
  updateServicePrincipal,
} from "../../directory/index.ts";
import { servicePrincipalModel } from "../../odata/index.ts";
import { profileOf } from "../../schema/index.ts";
import type { Body, Shape } from "../body.ts";
import { entityBody, entityOf } from "../entities.ts";
import { entityAnswer } from "../entity-answer.ts";
import { entityCount, entityPage, LISTED, whole } from "../entity-page.ts";
import type { RouteContext } from "../exchange.ts";
import { ALONE, COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";
import { readWritten, required } from "../written-properties.ts";

const WRITABLE: Shape = {
  displayName: "string",
  accountEnabled: "boolean",
  appRoleAssignmentRequired: "boolean",
  servicePrincipalNames: "strings",
  servicePrincipalType: "string",
  tags: "strings",
  alternativeNames: "strings",
  description: "string?",
  homepage: "string?",
  loginUrl: "string?",
  logoutUrl: "string?",
  notes: "string?",
  notificationEmailAddresses: "strings",
  preferredSingleSignOnMode: "string?",
  preferredTokenSigningKeyThumbprint: "string?",
  replyUrls: "strings",
  samlSingleSignOnSettings: "object?",
  tokenEncryptionKeyId: "string?",
  keyCredentials: "objects",
  passwordCredentials: "objects",
};

/**
 * What one service principal shows by itself, and no list does.
 *
 * @see https://learn.microsoft.com/graph/api/serviceprincipal-get
 */
const SHOWN_ALONE: Body = { endpoints: [], publisherName: null };

const ALL = whole((view) => listServicePrincipals(view).map((one) => entityOf(one)), "servicePrincipal");

/** Applications as this directory knows them, its own and those of others. */
export const servicePrincipalRoutes: readonly Route[] = [
  {
    path: "/servicePrincipals",
    takes: LISTED,
    hasIndex: true,
    methods: {
      GET: (context) => entityPage(context, "servicePrincipal", ALL),
      POST(context) {
        const { directory, access, caller, request } = context;
        const { appId, ...changes } = readChanges(context, { ...WRITABLE, appId: "string" });
        if (appId === undefined) throw required("appId", "ServicePrincipal");
        const made = createServicePrincipal(directory, access, caller, appId, changes);
        const body = entityBody(directory.cloud.id, made);
        return { status: 201, body: { "@odata.context": `${metadata(request)}/$entity`, ...body } };
      },
    },
  },
  {
    path: "/servicePrincipals/$count",
    takes: COUNTED,
    hasIndex: true,
    methods: { GET: (context) => entityCount(context, "servicePrincipal", ALL) },
  },
  {
    path: "/servicePrincipals/{id}",
    takes: ALONE,
    methods: {
      GET(context) {
        const { access, request, keys } = context;
        const { status, body } = entityAnswer(context, getServicePrincipal(access.view, keys[0] ?? ""));
        const beside = request.query.$select === undefined ? SHOWN_ALONE : {};
        return { status, body: { ...(body as Body), ...beside } };
      },
      PATCH(context) {
        const { access, keys } = context;
        updateServicePrincipal(access, keys[0] ?? "", readChanges(context, WRITABLE));
        return { status: 204 };
      },
      DELETE({ directory, access, keys }) {
        deleteServicePrincipal(directory, access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function readChanges(
  { directory, request }: RouteContext,
  shape: Shape,
): ServicePrincipalChanges & { readonly appId?: string } {
  const {
    appId,
    displayName,
    accountEnabled,
    appRoleAssignmentRequired,
    servicePrincipalNames,
    servicePrincipalType,
    tags,
    ...settings
  } = readWritten(
    request.body,
    "servicePrincipal",
    shape,
    servicePrincipalModel,
    profileOf(directory.cloud.id),
  );
  const own = { appId, displayName, accountEnabled, appRoleAssignmentRequired };
  const all = { ...own, servicePrincipalNames, servicePrincipalType, tags };
  const written = Object.entries(all).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(written) as Partial<ServicePrincipal>), settings };
}

function metadata({ origin, version }: RouteContext["request"]): string {
  return `${origin}/${version}/$metadata#servicePrincipals`;
}

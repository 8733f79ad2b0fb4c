import {
  type Application,
  type ApplicationChanges,
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
  updateApplication,
} from "../../directory/index.ts";
import { applicationModel } from "../../odata/index.ts";
import { profileOf } from "../../schema/index.ts";
import { readAppRoles } from "../app-role-body.ts";
import type { Shape } from "../body.ts";
import { entityBody, entityOf } from "../entities.ts";
import { entityAnswer } from "../entity-answer.ts";
import { entityCount, entityPage, LISTED, whole } from "../entity-page.ts";
import type { RouteContext } from "../exchange.ts";
import { ALONE, COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";
import { readWritten, required } from "../written-properties.ts";

const WRITABLE: Shape = {
  displayName: "string",
  signInAudience: "string",
  identifierUris: "strings",
  tags: "strings",
  appRoles: "objects",
  description: "string?",
  notes: "string?",
  groupMembershipClaims: "string?",
  isDeviceOnlyAuthSupported: "boolean?",
  isFallbackPublicClient: "boolean?",
  nativeAuthenticationApisEnabled: "string?",
  serviceManagementReference: "string?",
  tokenEncryptionKeyId: "string?",
  samlMetadataUrl: "string?",
  defaultRedirectUri: "string?",
  addIns: "objects",
  api: "object?",
  info: "object?",
  keyCredentials: "objects",
  optionalClaims: "object?",
  parentalControlSettings: "object?",
  passwordCredentials: "objects",
  publicClient: "object?",
  requiredResourceAccess: "objects",
  servicePrincipalLockConfiguration: "object?",
  requestSignatureVerification: "object?",
  spa: "object?",
  web: "object?",
};

const ALL = whole(
  (view) => listApplications(view).map((application) => entityOf(application)),
  "application",
);

/** The applications that are registered here. */
export const applicationRoutes: readonly Route[] = [
  {
    path: "/applications",
    takes: LISTED,
    hasIndex: true,
    methods: {
      GET: (context) => entityPage(context, "application", ALL),
      POST(context) {
        const { directory, access, caller, request } = context;
        const changes = readChanges(context);
        const { displayName } = changes;
        if (displayName === undefined) throw required("displayName", "Application");
        const application = createApplication(directory, access, caller, { ...changes, displayName });
        const body = entityBody(directory.cloud.id, application);
        return { status: 201, body: { "@odata.context": `${metadata(request)}/$entity`, ...body } };
      },
    },
  },
  {
    path: "/applications/$count",
    takes: COUNTED,
    hasIndex: true,
    methods: { GET: (context) => entityCount(context, "application", ALL) },
  },
  {
    path: "/applications/{id}",
    takes: ALONE,
    methods: {
      GET: (context) => entityAnswer(context, getApplication(context.access.view, context.keys[0] ?? "")),
      PATCH(context) {
        updateApplication(context.directory, context.access, context.keys[0] ?? "", readChanges(context));
        return { status: 204 };
      },
      DELETE({ directory, access, keys }) {
        deleteApplication(directory, access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function readChanges({ directory, request }: RouteContext): ApplicationChanges {
  const profile = profileOf(directory.cloud.id);
  const { displayName, signInAudience, identifierUris, tags, appRoles, ...settings } = readWritten(
    request.body,
    "application",
    WRITABLE,
    applicationModel,
    profile,
  );
  const own = { displayName, signInAudience, identifierUris, tags };
  const written = Object.entries(own).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(written) as Partial<Application>),
    ...(appRoles !== undefined && { appRoles: readAppRoles(appRoles) }),
    settings,
  };
}

function metadata({ origin, version }: RouteContext["request"]): string {
  return `${origin}/${version}/$metadata#applications`;
}

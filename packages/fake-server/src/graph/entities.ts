import type { PresentObject } from "../directory/index.ts";
import {
  ALONE,
  applicationModel,
  type Entity,
  type EntityModel,
  groupModel,
  project,
  servicePrincipalModel,
  userModel,
} from "../odata/index.ts";
import { type Profile, profileOf } from "../schema/index.ts";
import { isoDateTime } from "../simulation/index.ts";
import type { Body } from "./body.ts";
import type { RouteContext } from "./exchange.ts";

type Kind = PresentObject["kind"];

/** In which set the objects of a kind stand, and what can be asked of them. */
export const ENTITIES: Readonly<Record<Kind, { readonly set: string; readonly model: EntityModel }>> = {
  user: { set: "users", model: userModel },
  group: { set: "groups", model: groupModel },
  application: { set: "applications", model: applicationModel },
  servicePrincipal: { set: "servicePrincipals", model: servicePrincipalModel },
};

const MODELS = new Map<string, EntityModel>();

/**
 * What can be asked of the objects of a kind in a cloud: what the cloud lacks is as unknown there as any other name. Of
 * users the beta shows nearly everything where nothing is selected.
 *
 * @see https://learn.microsoft.com/graph/api/user-get?view=graph-rest-beta
 */
export function modelIn(cloudId: string, kind: Kind, version = "v1.0"): EntityModel {
  const isWide = kind === "user" && version === "beta";
  const key = `${cloudId}/${kind}${isWide ? "/beta" : ""}`;
  let model = MODELS.get(key);
  if (model === undefined) {
    const narrow = modelWithout(profileOf(cloudId), kind);
    model = isWide ? { ...narrow, defaultSelect: shownByTheBeta(narrow) } : narrow;
    MODELS.set(key, model);
  }
  return model;
}

/** Not what is read of one user alone, nor what takes a right of its own. */
function shownByTheBeta({ properties }: EntityModel): readonly string[] {
  return Object.keys(properties).filter(
    (name) => !Object.hasOwn(ALONE, name) && properties[name]?.leftOut !== true,
  );
}

/** What can be asked of objects of several types: whatever can be of one of them. */
export function modelOfObjects(cloudId: string): EntityModel {
  let model = MODELS.get(cloudId);
  if (model === undefined) {
    const models = (["application", "servicePrincipal", "group", "user"] as const).map((kind) =>
      modelIn(cloudId, kind),
    );
    model = {
      name: "DirectoryObject",
      defaultSelect: [],
      properties: Object.assign({}, ...models.map(({ properties }) => properties)),
      parts: Object.assign({}, ...models.map(({ parts }) => parts)),
    };
    MODELS.set(cloudId, model);
  }
  return model;
}

function modelWithout(profile: Profile, kind: Kind): EntityModel {
  const { model } = ENTITIES[kind];
  return {
    ...model,
    defaultSelect: model.defaultSelect.filter((name) => profile.has(kind, name)),
    properties: profile.shown(kind, model.properties),
  };
}

/** An object with every property in its place, to be filtered and shown. */
export function entityOf(object: PresentObject, deletedAt?: number): Entity {
  const deleted = deletedAt === undefined ? {} : { deletedDateTime: isoDateTime(deletedAt) };
  switch (object.kind) {
    case "user":
      return deletedAt === undefined ? object : { ...object, ...deleted };
    case "group":
      return {
        ...object,
        isAssignableToRole: object.isAssignableToRole || null,
        ...deleted,
      };
    case "application":
      return { ...APPLICATION, ...object.settings, ...object, ...deleted };
    case "servicePrincipal":
      return { ...SERVICE_PRINCIPAL, ...object.settings, ...object, ...deleted };
  }
}

/** What is shown of an object where nothing is selected. */
export function entityBody(cloudId: string, object: PresentObject, deletedAt?: number): Body {
  const model = modelIn(cloudId, object.kind);
  return project(entityOf(object, deletedAt), model.defaultSelect, model);
}

/** Where an object is in the directory behind Graph, as annotations name it. */
export function objectIdOf(
  { directory: { tenantId }, request: { origin } }: Pick<RouteContext, "directory" | "request">,
  { id, kind }: PresentObject,
): string {
  return objectPlace(origin, tenantId, id, kind.charAt(0).toUpperCase() + kind.slice(1));
}

/** The same, of whatever type the directory calls it. */
export function objectPlace(origin: string, tenantId: string, id: string, type: string): string {
  return `${origin}/v2/${tenantId}/directoryObjects/${id}/Microsoft.DirectoryServices.${type}`;
}

const INFO = {
  logoUrl: null,
  marketingUrl: null,
  privacyStatementUrl: null,
  supportUrl: null,
  termsOfServiceUrl: null,
};
const PUBLISHER = { displayName: null, verifiedPublisherId: null, addedDateTime: null };

/** What settings that were never written look like. */
const APPLICATION = {
  info: INFO,
  verifiedPublisher: PUBLISHER,
  api: {
    acceptMappedClaims: null,
    knownClientApplications: [],
    requestedAccessTokenVersion: null,
    oauth2PermissionScopes: [],
    preAuthorizedApplications: [],
  },
  parentalControlSettings: { countriesBlockedForMinors: [], legalAgeGroupRule: "Allow" },
  publicClient: { redirectUris: [] },
  spa: { redirectUris: [] },
  web: {
    homePageUrl: null,
    logoutUrl: null,
    redirectUris: [],
    implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
    redirectUriSettings: [],
  },
};
const SERVICE_PRINCIPAL = { info: INFO, verifiedPublisher: PUBLISHER };

import { MISSING, type Missing } from "./missing.ts";

/** Something that is served although the metadata lacks it, and who says so. */
interface Exception {
  readonly type: string;
  readonly property: string;
  readonly source: string;
}

/** What the metadata leaves out and the documentation has. */
export const SERVED_ALL_THE_SAME: readonly Exception[] = [
  {
    // The Microsoft cloud settings: the page describes them for administrators of each of these clouds.
    type: "crossTenantAccessPolicy",
    property: "allowedCloudEndpoints",
    source: "https://learn.microsoft.com/entra/external-id/cross-cloud-settings",
  },
];

/** By cloud; one that is not here has all that the public one has. The two of the government's share their metadata. */
const METADATA: Readonly<Record<string, Missing>> = {
  usgov: MISSING.Fairfax,
  "usgov-dod": MISSING.Fairfax,
  china: MISSING.Mooncake,
};

/** What exists in a cloud. */
export interface Profile {
  /** Whether a type has a property there, or a navigation. */
  has(type: string, property: string): boolean;
  /** An object of a type as that cloud shows it: without what the cloud lacks. */
  shown<T extends object>(type: string, body: T): T;
}

const PROFILES = new Map<string, Profile>();

/** The profile of the cloud with this id. */
export function profileOf(cloudId: string): Profile {
  let profile = PROFILES.get(cloudId);
  if (profile === undefined) {
    profile = profileWithout(METADATA[cloudId]?.properties ?? {});
    PROFILES.set(cloudId, profile);
  }
  return profile;
}

function profileWithout(missing: Missing["properties"]): Profile {
  const lacks = new Map(
    Object.entries(missing).map(([type, names]) => [
      type,
      new Set(names.filter((name) => !isServedAllTheSame(type, name))),
    ]),
  );
  return {
    has: (type, property) => lacks.get(type)?.has(property) !== true,
    shown(type, body) {
      const lacking = lacks.get(type);
      if (lacking === undefined) return body;
      return Object.fromEntries(Object.entries(body).filter(([name]) => !lacking.has(name))) as typeof body;
    },
  };
}

function isServedAllTheSame(type: string, property: string): boolean {
  return SERVED_ALL_THE_SAME.some((one) => one.type === type && one.property === property);
}

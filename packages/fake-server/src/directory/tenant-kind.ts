import type { CloudProfile, PublishedCloud } from "./cloud-profile.ts";

/** A kind of tenant that a cloud has beside its ordinary ones. `GCC`: of the United States' government, in the public cloud. `USG`: of the government's clouds, and too old for B2B collaboration. */
export type TenantKind = "GCC" | "USG";

interface KindProfile {
  /** The clouds that have such tenants, by instance. */
  readonly cloudInstance: string;
  /** What the login service says of it, in place of what its cloud's other tenants have. */
  readonly published: Partial<PublishedCloud>;
  /** Whether it can invite, and its people be invited. */
  readonly collaborates: boolean;
}

/**
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds for `USGov` and `USG`
 */
const KINDS: Readonly<Record<TenantKind, KindProfile>> = {
  GCC: {
    cloudInstance: "microsoftonline.com",
    published: { tenant_region_scope: "NA", tenant_region_sub_scope: "GCC" },
    collaborates: true,
  },
  USG: {
    cloudInstance: "microsoftonline.us",
    published: { tenant_region_scope: "USG" },
    collaborates: false,
  },
};

/**
 * A cloud as a tenant of this kind lives in it.
 *
 * @throws RangeError for a kind that does not exist, or that this cloud does not have
 */
export function cloudOfKind(cloud: CloudProfile, kind: TenantKind | undefined): CloudProfile {
  if (kind === undefined) return cloud;
  const profile: KindProfile | undefined = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (profile?.cloudInstance !== cloud.instance) {
    throw new RangeError(`the cloud "${cloud.id}" has no tenants of the kind "${kind}"`);
  }
  const { collaborates, published } = profile;
  return { ...cloud, collaborates, published: { ...cloud.published, ...published } };
}

import type { TenantKind } from "../directory/index.ts";
import type { FakeUser } from "./callers.ts";
import type { Tenant } from "./tenant.ts";

/** One national cloud of a world. */
export interface FakeCloud {
  readonly id: string;
  /**
   * The tenant of this name, made if it is new. Its id is the same in every run.
   *
   * @throws RangeError where it is made by a user who has made as many as one user may: 200; for a kind that the cloud
   * does not have
   */
  tenant(name: string, options?: TenantOptions): Tenant;
}

/** What a tenant is made with. */
export interface TenantOptions {
  /** Its id, for an application that brings it along. Default: one that follows from the seed and its name. */
  readonly id?: string;
  readonly createdBy?: FakeUser;
  /** Default: as most tenants of its cloud are. `GCC` is of the public cloud, `USG` of those of the United States' government. */
  readonly kind?: TenantKind;
  /** Whether self-service sign-up has made it: it holds 50,000 objects, with a verified domain too. Default false. */
  readonly isSelfService?: boolean;
}

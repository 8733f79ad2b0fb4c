import type { Traveller } from "../clouds/index.ts";
import { checked, inTheNameOf } from "../errors/index.ts";
import {
  type AtLeastOne,
  type CloudEndpoint,
  type CrossTenantAccess,
  type CrossTenantAccessChanges,
  type CrossTenantAccessPolicy,
  type IdentitySynchronization,
  type IdentitySynchronizationInput,
  type PartnerAccessChanges,
  readVisitor,
  type Visitor,
} from "../schemas/index.ts";
import { type Call, type Line, startCall } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { findCloudWorker } from "./cloud-worker.ts";
import {
  addPartnerCrossTenantAccess,
  allowCloudEndpoints,
  findPartnerCrossTenantAccess,
  getCrossTenantAccessPolicy,
  getDefaultCrossTenantAccess,
  getPartnerCrossTenantAccess,
  listPartnerCrossTenantAccess,
  removePartnerCrossTenantAccess,
  resetDefaultCrossTenantAccess,
  updateDefaultCrossTenantAccess,
  updatePartnerCrossTenantAccess,
} from "./cross-tenant-operations.ts";
import { type Visit, visitOf, visitOfOwn } from "./cross-tenant-visit.ts";
import {
  getIdentitySynchronization,
  removeIdentitySynchronization,
  setIdentitySynchronization,
  updateIdentitySynchronization,
} from "./identity-synchronization.ts";
import { findOwnTenantId } from "./organization.ts";
import { listOf, type PageIterable } from "./pages.ts";
import { sharedTime } from "./shared-time.ts";
import { watch } from "./watch.ts";

/** What goes for somebody of another organisation, as the settings were read. */
export interface Explanation extends Visit {
  /** Whether the answers show all that this client has changed of the settings within the last minutes. */
  readonly isSettled: boolean;
}

/**
 * What is taken from and let out to other organisations. Reading needs `Policy.Read.All`, changing
 * `Policy.ReadWrite.CrossTenantAccess`.
 */
export interface CrossTenantAccessSettings {
  /** What goes for all organisations: which other clouds are open. */
  getPolicy(options?: CallOptions): Call<CrossTenantAccessPolicy>;
  /**
   * Opens these other clouds, and closes all that are not named. That alone lets nobody in: their organisations need an
   * entry each.
   *
   * @throws B2BError `invalid-input` for the directory's own cloud, and for one that it cannot be opened to
   */
  allowClouds(endpoints: readonly CloudEndpoint[], options?: CallOptions): Call<void>;
  /** The settings towards all organisations that have no entry of their own. */
  getDefault(options?: CallOptions): Call<CrossTenantAccess>;
  /**
   * Changes what is named. What is named is written whole, since nothing documents that the service keeps what is beside
   * it: a setting takes users and applications, and a flag of `inboundTrust` that is not named is taken back.
   *
   * @throws B2BError `invalid-input` where nothing is named, or null: there is nothing that the default inherits from;
   * `rejected-input` where all users are blocked and the applications are not, or the other way round
   */
  updateDefault(changes: AtLeastOne<CrossTenantAccessChanges>, options?: CallOptions): Call<void>;
  /** Puts the default back to what every directory comes with. Entries for single organisations stay. */
  resetDefault(options?: CallOptions): Call<void>;
  /** Every organisation that has an entry of its own. */
  partners(options?: CallOptions): PageIterable<CrossTenantAccess>;
  /**
   * The settings towards one organisation, as far as they differ from the default. An entry that this client has made just
   * now is waited for.
   *
   * @throws B2BError `not-found` where that organisation has no entry
   */
  getPartner(tenantId: string, options?: CallOptions): Call<CrossTenantAccess>;
  /**
   * Makes an entry for an organisation; what is not named inherits the default.
   *
   * @throws B2BError `conflict` where that organisation has an entry already; `invalid-input` for a tenant id that is no
   * organisation's, and `rejected-input` for the directory's own
   */
  addPartner(
    tenantId: string,
    changes?: PartnerAccessChanges,
    options?: CallOptions,
  ): Call<CrossTenantAccess>;
  /**
   * Changes what is named in an organisation's entry. What is named is written whole, since nothing documents that the
   * service keeps what is beside it: a flag of `inboundTrust`, or a part of a setting, that is not named goes by the default
   * afterwards. To change one flag, name the others with it; nothing is read ahead for you, since an instance that lags
   * would have an older value written back:
   *
   * ```ts
   * const { inboundTrust } = await b2b.crossTenantAccess.getPartner(tenantId);
   * await b2b.crossTenantAccess.updatePartner(tenantId, { inboundTrust: { ...inboundTrust, isMfaAccepted: true } });
   * ```
   *
   * @throws B2BError `invalid-input` where nothing is named
   */
  updatePartner(
    tenantId: string,
    changes: AtLeastOne<PartnerAccessChanges>,
    options?: CallOptions,
  ): Call<void>;
  /**
   * Takes an organisation's entry away: the default goes for it again.
   *
   * @throws B2BError `rejected-input` while the entry says something of synchronization; remove that first
   */
  removePartner(tenantId: string, options?: CallOptions): Call<void>;
  /**
   * Whether an organisation may synchronize users to here.
   *
   * @throws B2BError `not-found` where its entry says nothing of that, or it has none
   */
  getSynchronization(tenantId: string, options?: CallOptions): Call<IdentitySynchronization>;
  /** Says it anew, whatever was said before. */
  setSynchronization(
    tenantId: string,
    synchronization: AtLeastOne<IdentitySynchronizationInput>,
    options?: CallOptions,
  ): Call<void>;
  /** Changes what is named of it. @throws B2BError `not-found` where nothing has been said yet */
  updateSynchronization(
    tenantId: string,
    synchronization: AtLeastOne<IdentitySynchronizationInput>,
    options?: CallOptions,
  ): Call<void>;
  /** Says nothing of it any more: the organisation's entry can then be taken away. */
  removeSynchronization(tenantId: string, options?: CallOptions): Call<void>;
  /**
   * Whether this directory lets the application Microsoft B2B Cross Cloud Worker work, by which its people are invited from
   * other clouds. Needs `Application.Read.All`.
   */
  isCloudWorkerEnabled(options?: CallOptions): Call<boolean>;
  /**
   * Tells what really goes for somebody of an organisation, and which entry decides it. What turns on something that was
   * not said is undecided, and names it. The directory's own people are let in whatever is set; where settings shut somebody
   * out, and it cannot be read which organisation is the directory's own (that takes `Organization.Read.All`), that is
   * undecided too. `isSettled` is false where the answers do not show yet what this client has changed: ask again. A client
   * with `readYourWrites: false` does not look at that, and takes every answer for settled.
   *
   * @throws B2BError `invalid-input` for a visitor that cannot be right
   */
  explain(visitor: Visitor, options?: CallOptions): Promise<Explanation>;
}

export function crossTenantAccess(line: Line): CrossTenantAccessSettings {
  return {
    getPolicy: (options) => startCall(line, getCrossTenantAccessPolicy, undefined, options),
    allowClouds: (endpoints, options) => startCall(line, allowCloudEndpoints, endpoints, options),
    getDefault: (options) => startCall(line, getDefaultCrossTenantAccess, undefined, options),
    updateDefault: (changes, options) => startCall(line, updateDefaultCrossTenantAccess, changes, options),
    resetDefault: (options) => startCall(line, resetDefaultCrossTenantAccess, undefined, options),
    partners: (options) => listOf(line, listPartnerCrossTenantAccess, undefined, options),
    getPartner: (tenantId, options) => startCall(line, getPartnerCrossTenantAccess, tenantId, options),
    addPartner: (tenantId, changes = {}, options) =>
      startCall(line, addPartnerCrossTenantAccess, { tenantId, changes }, options),
    updatePartner: (tenantId, changes, options) =>
      startCall(line, updatePartnerCrossTenantAccess, { tenantId, changes }, options),
    removePartner: (tenantId, options) => startCall(line, removePartnerCrossTenantAccess, tenantId, options),
    getSynchronization: (tenantId, options) => startCall(line, getIdentitySynchronization, tenantId, options),
    setSynchronization: (tenantId, synchronization, options) =>
      startCall(line, setIdentitySynchronization, { tenantId, synchronization }, options),
    updateSynchronization: (tenantId, synchronization, options) =>
      startCall(line, updateIdentitySynchronization, { tenantId, synchronization }, options),
    removeSynchronization: (tenantId, options) =>
      startCall(line, removeIdentitySynchronization, tenantId, options),
    isCloudWorkerEnabled: (options) => startCall(line, findCloudWorker, undefined, options),
    explain: (visitor, options = {}) => explain(line, visitor, options),
  };
}

const EXPLAIN = "crossTenantAccess.explain";

async function explain(line: Line, visitor: Visitor, options: CallOptions): Promise<Explanation> {
  const left = sharedTime(line, EXPLAIN, options);
  const asked = checked(EXPLAIN, readVisitor(visitor));
  return await inTheNameOf(EXPLAIN, async () => {
    const [explanation] = await explainEach(line, asked.tenantId, [asked], left);
    return explanation;
  });
}

/** The same for several of one organisation, by settings that are read once. */
export async function explainEach<const T extends readonly Traveller[]>(
  through: Line,
  tenantId: string,
  travellers: T,
  left: () => CallOptions,
): Promise<{ readonly [K in keyof T]: Explanation }> {
  const { line, isBehind } = watch(through);
  const { partner, general } = await accessTowards(line, tenantId, left);
  const visits = travellers.map((traveller) => visitOf(traveller, partner, general));
  const mayTurnOnOwn = visits.some(({ inbound, outbound }) => !(inbound.allowed && outbound.allowed));
  const isOwn = mayTurnOnOwn ? await isOwnTenant(line, tenantId, left()) : false;
  const isSettled = !isBehind();
  const explained = visits.map((visit) => ({
    ...(isOwn === false ? visit : visitOfOwn(visit, isOwn)),
    isSettled,
  }));
  return explained as { readonly [K in keyof T]: Explanation };
}

/** The settings towards an organisation: its own entry, `undefined` where it has none, and the default. */
export async function accessTowards(
  line: Line,
  tenantId: string,
  left: () => CallOptions,
): Promise<{ readonly partner: CrossTenantAccess | undefined; readonly general: CrossTenantAccess }> {
  const partner = await startCall(line, findPartnerCrossTenantAccess, tenantId, left()).safe();
  if (!partner.ok && !partner.error.is("not-found")) throw partner.error;
  const general = await startCall(line, getDefaultCrossTenantAccess, undefined, left());
  return { partner: partner.ok ? partner.value : undefined, general };
}

/** Whether an organisation is the directory's own; `undefined` where the caller may not read that. It is asked only where settings shut somebody out. */
async function isOwnTenant(line: Line, tenantId: string, options: CallOptions): Promise<boolean | undefined> {
  const own = await startCall(line, findOwnTenantId, undefined, options).safe();
  if (!own.ok && !own.error.is("forbidden") && !own.error.is("not-found")) throw own.error;
  const ownId = own.ok ? own.value : undefined;
  return ownId === undefined ? undefined : ownId === tenantId.toLowerCase();
}

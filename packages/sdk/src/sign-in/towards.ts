import {
  type CloudId,
  clouds,
  type HomeTenant,
  homeFor,
  instanceOf,
  isAcrossClouds,
  type Reach,
  reachBy,
  tenantBoundary,
} from "../clouds/index.ts";
import {
  accessTowards,
  type Border,
  type CallOptions,
  findOwnTenantId,
  getCrossTenantAccessPolicy,
  type Line,
  startCall,
  visitOf,
  waitInTime,
} from "../resources/index.ts";
import type { SignInQuestion } from "../schemas/index.ts";
import { boundaryFor, UNSAID } from "./let-in.ts";
import type { ResourceTenantSettings } from "./predict.ts";
import { trustIn } from "./trust-in.ts";

/** What goes for guests of an organisation, as far as the policies of this directory do not say it. */
export interface Towards {
  readonly settings: Omit<ResourceTenantSettings, "policies">;
  /** Whether that organisation lets the guest out; `undefined` where nobody knows. */
  readonly homeLetsOut: boolean | undefined;
  /** Whether what the client's own policy went by does not show yet what was just changed. */
  readonly isBehind: boolean;
}

/** Of an account in none there is nothing to read. */
const TOWARDS_NONE: Towards = {
  settings: { inboundTrust: null },
  homeLetsOut: undefined,
  isBehind: false,
};

/** Who is asked, and in whose name. */
interface Asking {
  readonly line: Line;
  readonly border: Border;
  readonly operation: string;
  readonly left: () => CallOptions;
}

/** What goes for guests of an organisation: an entry for it before the default, but for what it leaves open. */
export async function towards(asking: Asking, question: SignInQuestion): Promise<Towards> {
  const { line, left } = asking;
  const { homeTenantId, atHome, appId } = question;
  if (homeTenantId === null) return TOWARDS_NONE;
  const found = await homeOf(asking, question.homeCloud, homeTenantId);
  const homeCloud = question.homeCloud ?? found?.cloud;
  const { partner, general } = await accessTowards(line, homeTenantId, left);
  const isAcross = homeCloud !== undefined && isAcrossClouds(line.cloud, homeCloud);
  const policy = isAcross ? await startCall(line, getCrossTenantAccessPolicy, undefined, left()) : {};
  const visit = visitOf({ ...atHome, appId }, partner, general);
  // Whom the settings let in is told apart by person and application: that is the passage.
  const rule = tenantBoundary(line.cloud, {
    openClouds: async () => policy.allowedCloudEndpoints ?? [],
    partner: async () => ({ isListed: partner !== undefined, isLetIn: true }),
  });
  const overBoundary = (cloud: CloudId) =>
    rule.evaluate({ kind: "tenant", tenant: { ...found, cloud, tenantId: homeTenantId } });
  return {
    settings: {
      inboundTrust: trustIn(visit),
      boundary: homeCloud === undefined ? UNSAID : boundaryFor(await overBoundary(homeCloud)),
      passage: visit.inbound,
    },
    ...(await lettingOut(asking, question, homeCloud)),
  };
}

/** The directory's own tenant id; `undefined` where the caller may not read it. */
export async function ownTenantId({ line, left }: Asking): Promise<string | undefined> {
  const own = await startCall(line, findOwnTenantId, undefined, left()).safe();
  if (own.ok) return own.value;
  if (own.error.is("forbidden")) return undefined;
  throw own.error;
}

/**
 * What the resolver tells of an organisation; `undefined` where nobody knows. Where the cloud was said, it is asked in the
 * government's alone: there are tenants there that are too old for B2B collaboration.
 */
async function homeOf(
  { line, border, operation, left }: Asking,
  said: CloudId | undefined,
  tenantId: string,
): Promise<HomeTenant | undefined> {
  if (said !== undefined && instanceOf(said) !== clouds.usgov.instance) return undefined;
  const home = await waitInTime(line.clock, operation, left(), (stop) =>
    homeFor(border.resolver, tenantId, stop),
  );
  return home.kind === "tenant" ? home.tenant : undefined;
}

/** What the other side has set cannot be read from here; the client's own policy may be able to ask there. */
async function lettingOut(
  { line, border, operation, left }: Asking,
  { homeTenantId, homeLetsOut }: SignInQuestion,
  cloud: CloudId | undefined,
): Promise<Pick<Towards, "homeLetsOut" | "isBehind">> {
  const isAskedFor = homeLetsOut === undefined && border.policy.asksAtHome === true;
  if (!isAskedFor || cloud === undefined || homeTenantId === null) {
    return { homeLetsOut, isBehind: false };
  }
  const home = { kind: "tenant", tenant: { cloud, tenantId: homeTenantId } } as const;
  const reach: Reach = await waitInTime(line.clock, operation, left(), (stop) =>
    reachBy(border.policy, line.cloud, home, stop),
  );
  if (reach.reachable) return { homeLetsOut: reach.isLetOut, isBehind: false };
  return {
    homeLetsOut: reach.reason === "closed-at-home" ? false : undefined,
    isBehind: reach.reason === "settings-unsettled",
  };
}

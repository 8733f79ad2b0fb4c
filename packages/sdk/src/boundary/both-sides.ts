import {
  type Cloud,
  type CloudId,
  isAcrossClouds,
  letsAnybodyThrough,
  type Reach,
  UnsettledSettings,
  undecided,
  unreachable,
} from "../clouds/index.ts";
import { B2BError, invalidInput, nameProblems, problemUnless } from "../errors/index.ts";
import { type CrossTenantAccess, type CrossTenantAccessPolicy, readTenantId } from "../schemas/index.ts";
import type { CallWarning } from "../wire/index.ts";
import type { BoundaryPolicyMaker } from "./policy-maker.ts";
import { rememberedSettings } from "./remembered.ts";

/** The settings of an organisation on the other side: `crossTenantAccess` of a client that calls there. */
export interface PartnerSide {
  /** Which clouds it has opened. */
  getPolicy(): PromiseLike<CrossTenantAccessPolicy>;
  /** What goes for organisations without an entry of their own there. */
  getDefault(): PromiseLike<CrossTenantAccess>;
  /** Its entry for one organisation. Rejects with the code `not-found` where there is none. */
  getPartner(tenantId: string): PromiseLike<CrossTenantAccess>;
  /** Whether it lets the application work by which its people are invited from other clouds. Without it, nobody can tell. */
  isCloudWorkerEnabled?(): PromiseLike<boolean>;
}

/** Whose the two sides are. */
export interface BothSidesOptions {
  /** The tenant id of the directory that invites: what the other side knows it by. */
  readonly tenantId: string;
  /** The settings of the guest's organisation; `undefined` for one that you cannot call. */
  readonly partnerSide: (tenantId: string) => PartnerSide | undefined;
}

/**
 * A policy that asks the other side too, for those who may call in both: several clouds, or several organisations, of one
 * owner. An organisation whose settings keep its people in is `closed-at-home`; one that has disabled the application by
 * which invitations cross clouds, `cloud-worker-disabled`. Asked once the policy for this side has let a guest in, and
 * remembered for five minutes; what cannot be read there is left to the service. The other side takes `Policy.Read.All`,
 * and across clouds `Application.Read.All`.
 *
 * @example
 * ```ts
 * const policy = bothSides(tenantPolicy, {
 *   tenantId: contosoId,
 *   partnerSide: (tenantId) => (tenantId === corpId ? corp.crossTenantAccess : undefined),
 * });
 * createB2BClient({ transport, credential, boundary: { resolver: discoverHomes(), policy } });
 * ```
 * @throws B2BError `invalid-input` for a tenant id that is none, and for what cannot be asked
 */
export function bothSides(policy: BoundaryPolicyMaker, options: BothSidesOptions): BoundaryPolicyMaker {
  const reading = readTenantId(options?.tenantId);
  const problems = [
    ...problemUnless(
      typeof policy === "function",
      "policy",
      "must be a function that makes a policy, such as tenantPolicy",
    ),
    ...nameProblems(options, ["tenantId", "partnerSide"]),
    ...(reading.ok ? [] : reading.problems),
    ...problemUnless(
      typeof options?.partnerSide === "function",
      "partnerSide",
      "must be a function (tenantId) => the other side's `crossTenantAccess`, or undefined",
    ),
  ];
  if (problems.length > 0) throw invalidInput("bothSides", problems);
  return (client) => {
    const here = policy(client);
    const answers = rememberedSettings(client.clock);

    function isLetOut(side: PartnerSide, tenantId: string, cloud: CloudId, signal?: AbortSignal) {
      const across = isAcrossClouds(client.cloud, cloud) ? client.cloud : undefined;
      const read = () => letsOut(side, options.tenantId, across);
      return answers.ask(tenantId, read, signal).catch((failure: unknown) => unread(failure, signal));
    }

    return {
      asksAtHome: true,
      forget: (forMs) => here.forget?.(forMs),
      async evaluate(home, signal) {
        const reach = await here.evaluate(home, signal);
        if (!reach.reachable || home.kind !== "tenant" || home.tenant.tenantId === undefined) return reach;
        const { cloud, tenantId } = home.tenant;
        if (tenantId.toLowerCase() === options.tenantId.toLowerCase()) return reach;
        const side = options.partnerSide(tenantId);
        const answer = side && (await isLetOut(side, tenantId, cloud, signal));
        return withOtherSide(reach, answer, client.cloud, cloud);
      },
    };
  };
}

/** Where it cannot be read, the service will judge. */
function unread(failure: unknown, signal: AbortSignal | undefined): "unsettled" | undefined {
  if (signal?.aborted) throw failure;
  return failure instanceof UnsettledSettings ? "unsettled" : undefined;
}

/** What this side says, and what the other one does beside it. */
function withOtherSide(
  reach: Extract<Reach, { reachable: true }>,
  answer: LetOut | "unsettled",
  own: Cloud,
  from: CloudId,
): Reach {
  switch (answer) {
    case undefined:
      return reach;
    case "unsettled":
      return undecided(own, "settings-unsettled", from);
    case true:
      return { ...reach, isLetOut: true };
    case false:
      return unreachable(own, "closed-at-home", from);
    case "cloud-worker-disabled":
      return unreachable(own, answer, from);
  }
}

/** Whether a side lets its people out; `undefined` where not all that decides it can be read. */
type LetOut = boolean | "cloud-worker-disabled" | undefined;

/** Whether a side lets its people be guests of an organisation; of one in another cloud only where it has opened that. `undefined` where its settings do not tell. */
async function letsOut(side: PartnerSide, tenantId: string, cloud: Cloud | undefined): Promise<LetOut> {
  const entry = await entryFor(side, tenantId);
  if (cloud !== undefined) {
    const { allowedCloudEndpoints } = await settled(side.getPolicy());
    if (entry === undefined || !allowedCloudEndpoints?.includes(cloud.instance)) return false;
  }
  const { b2bCollaborationOutbound } = await settled(side.getDefault());
  const isLetOut = letsAnybodyThrough(entry?.b2bCollaborationOutbound, b2bCollaborationOutbound);
  return cloud && isLetOut ? letsCross(side) : isLetOut;
}

/** Whoever may read the settings may not read the applications for that. */
async function letsCross(side: PartnerSide): Promise<Exclude<LetOut, false>> {
  try {
    const isEnabled = await side.isCloudWorkerEnabled?.();
    return isEnabled === false ? "cloud-worker-disabled" : isEnabled;
  } catch (error) {
    if (error instanceof B2BError && error.is("forbidden")) return undefined;
    throw error;
  }
}

async function entryFor(side: PartnerSide, tenantId: string): Promise<CrossTenantAccess | undefined> {
  try {
    return await settled(side.getPartner(tenantId));
  } catch (error) {
    if (!(error instanceof B2BError && error.is("not-found"))) throw error;
    refuseBehind(error.warnings);
    return undefined;
  }
}

/** What was asked; of a client of ours it tells also how it went. */
type Asked<T> = PromiseLike<T> & {
  readonly meta?: () => PromiseLike<{ readonly warnings: readonly CallWarning[] }>;
};

/**
 * An answer that shows what the client that asked has changed there itself.
 *
 * @throws UnsettledSettings for one that does not show that yet: nothing can be judged by it, and it is not remembered
 */
async function settled<T>(asked: Asked<T>): Promise<T> {
  const answer = await asked;
  refuseBehind((await asked.meta?.())?.warnings ?? []);
  return answer;
}

function refuseBehind(warnings: readonly CallWarning[]): void {
  if (warnings.some(({ code }) => code === "behind-own-writes")) throw new UnsettledSettings();
}

import {
  type BoundaryPolicy,
  type Cloud,
  type OwnSettings,
  type SharedAnswers,
  sharedAnswers,
  tenantBoundary,
  UnsettledSettings,
} from "../clouds/index.ts";
import { errorFromFailure, errorFromResponse, invalidInput, unexpectedResponse } from "../errors/index.ts";
import { type Reader, readCrossTenantAccess, readCrossTenantAccessPolicy } from "../schemas/index.ts";
import type { Clock } from "../time/index.ts";
import {
  CROSS_TENANT_ACCESS,
  callContext,
  PARTNERS,
  type Send,
  type Shown,
  showsOne,
  type WireRequest,
  type WireResponse,
} from "../wire/index.ts";
import { letsThrough } from "./lets-through.ts";

const ROOT = "/policies/crossTenantAccessPolicy";
/** Settings change seldom, and take a while to act when they do. */
const REMEMBERED_MS = 300_000;
const REMEMBERED = 10_000;

/** How long an instance may show the settings as they were before a change, in milliseconds: until then nothing is remembered. */
const CHANGES_ACT_MS = 120_000;

/** Makes a policy for a client, that may ask the client's directory. */
export type BoundaryPolicyMaker = (client: {
  readonly cloud: Cloud;
  /** The way to the directory, retries and all. */
  readonly send: Send;
  readonly clock: Clock;
}) => BoundaryPolicy;

/**
 * Today's rule, by the directory's own cross-tenant access settings: a guest is invited across the boundary of a cloud
 * where the pair exists, the cloud is open and the guest's organisation let in. The settings are read when they are
 * needed, and remembered for five minutes, unless this client changes them. Needs `Policy.Read.All`; what cannot be read is left to the service.
 *
 * @example
 * ```ts
 * createB2BClient({ transport, credential, boundary: { resolver, policy: tenantPolicy } });
 * ```
 */
export const tenantPolicy: BoundaryPolicyMaker = (client) => {
  if (typeof client?.send !== "function") {
    const expected =
      "must be what a client hands over; give it as it is, boundary: { resolver, policy: tenantPolicy }";
    throw invalidInput("tenantPolicy", [{ path: "client", expected }]);
  }
  const { cloud, send, clock } = client;
  const answers = sharedAnswers({ clock, ttlMs: REMEMBERED_MS, capacity: REMEMBERED });
  return {
    ...tenantBoundary(cloud, ownSettings(send, clock, answers)),
    forget: () => answers.forget(CHANGES_ACT_MS),
  };
};

/** One thing that is read. */
interface Read {
  readonly id: string;
  readonly path: string;
  readonly shows: (response: WireResponse) => readonly Shown[];
}

const POLICY: Read = {
  id: "crossTenantAccess.getPolicy",
  path: ROOT,
  shows: showsOne(CROSS_TENANT_ACCESS, "policy"),
};
const DEFAULT: Read = {
  id: "crossTenantAccess.getDefault",
  path: `${ROOT}/default`,
  shows: showsOne(CROSS_TENANT_ACCESS, "default"),
};

function entryOf(tenantId: string): Read {
  return {
    id: "crossTenantAccess.getPartner",
    path: `${ROOT}/partners/${encodeURIComponent(tenantId)}`,
    shows: showsOne(PARTNERS, tenantId),
  };
}

/** The directory's own cross-tenant access settings, read through the layers below. */
function ownSettings(send: Send, clock: Clock, answers: SharedAnswers): OwnSettings {
  async function get<T>({ id, path, shows }: Read, read: Reader<T>): Promise<T | undefined> {
    const request: WireRequest = {
      operation: { id, effect: "read", shows },
      ...{ method: "GET", version: "v1.0", target: { path }, headers: {}, context: callContext() },
    };
    const response = await send(request).catch((failure: unknown) => {
      throw errorFromFailure(request, failure);
    });
    if (request.context.trace.warnings.some(({ code }) => code === "behind-own-writes")) {
      throw new UnsettledSettings();
    }
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw errorFromResponse(request, response, clock.now());
    const reading = read(response.body);
    if (!reading.ok) throw unexpectedResponse(request, response, reading.problems);
    return reading.value;
  }

  const general = (signal?: AbortSignal) =>
    answers.ask("default", () => get(DEFAULT, readCrossTenantAccess), signal);
  const entry = (tenantId: string, signal?: AbortSignal) =>
    answers.ask(tenantId, () => get(entryOf(tenantId), readCrossTenantAccess), signal);
  return {
    async openClouds(signal) {
      const read = () => get(POLICY, readCrossTenantAccessPolicy);
      return (await answers.ask("policy", read, signal))?.allowedCloudEndpoints ?? [];
    },
    async partner(tenantId, signal) {
      const [own, fallback] = await Promise.all([entry(tenantId.toLowerCase(), signal), general(signal)]);
      return { isListed: own !== undefined, isLetIn: letsThrough("b2bCollaborationInbound", own, fallback) };
    },
  };
}

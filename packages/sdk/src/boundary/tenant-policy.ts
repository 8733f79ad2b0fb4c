import {
  ForbiddenSettings,
  type HomeResolver,
  homeFor,
  isWithoutB2B,
  letsAnybodyThrough,
  type OwnSettings,
  type SharedAnswers,
  tenantBoundary,
  UnsettledSettings,
} from "../clouds/index.ts";
import { errorFromFailure, errorFromResponse, invalidInput, unexpectedResponse } from "../errors/index.ts";
import {
  type Reader,
  readCrossTenantAccess,
  readCrossTenantAccessPolicy,
  readOwnTenantId,
} from "../schemas/index.ts";
import type { Clock } from "../time/index.ts";
import {
  CROSS_TENANT_ACCESS,
  callContext,
  OWN_TENANT_ID,
  PARTNERS,
  type Query,
  type Send,
  type Shown,
  showsOne,
  type WireRequest,
  type WireResponse,
} from "../wire/index.ts";
import type { BoundaryPolicyMaker } from "./policy-maker.ts";
import { rememberedSettings } from "./remembered.ts";

const ROOT = "/policies/crossTenantAccessPolicy";
/**
 * Today's rule, by the directory's own cross-tenant access settings: a guest is invited across the boundary of a cloud
 * where the pair exists, the cloud is open and the guest's organisation let in. The settings are read when they are
 * needed, and remembered for five minutes, unless this client changes them. Needs `Policy.Read.All`; and to refuse an
 * organisation of its own cloud also `Organization.Read.All`, since the directory's own people are let in whatever is set.
 * In the clouds of the United States' government it also asks the client's resolver of the directory itself, since older ones
 * there invite nobody; that takes `Organization.Read.All` too. What cannot be read is left to the service.
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
  const { cloud, send, clock, resolver } = client;
  const answers = rememberedSettings(clock);
  return {
    ...tenantBoundary(cloud, ownSettings(send, clock, answers, resolver)),
    forget: (forMs) => answers.forget(forMs),
  };
};

/** One thing that is read. */
interface Read {
  readonly id: string;
  readonly path: string;
  readonly query?: Query;
  readonly shows?: (response: WireResponse) => readonly Shown[];
  /** What it takes to read it. Default: the permission for policies. */
  readonly permission?: ForbiddenSettings["permission"];
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
function ownSettings(send: Send, clock: Clock, answers: SharedAnswers, resolver: HomeResolver): OwnSettings {
  async function get<T>(
    { id, path, query, shows, permission = "Policy.Read.All" }: Read,
    read: Reader<T>,
  ): Promise<T | undefined> {
    const request: WireRequest = {
      operation: { id, effect: "read", ...(shows && { shows }) },
      target: { path, ...(query && { query }) },
      ...{ method: "GET", version: "v1.0", headers: {}, context: callContext() },
    };
    const response = await send(request).catch((failure: unknown) => {
      throw errorFromFailure(request, failure);
    });
    if (request.context.trace.warnings.some(({ code }) => code === "behind-own-writes")) {
      throw new UnsettledSettings();
    }
    if (response.status === 404) return undefined;
    if (response.status === 403) throw new ForbiddenSettings(permission);
    if (response.status !== 200) throw errorFromResponse(request, response, clock.now());
    const reading = read(response.body);
    if (!reading.ok) throw unexpectedResponse(request, response, reading.problems);
    return reading.value;
  }

  const general = (signal?: AbortSignal) =>
    answers.ask("default", () => get(DEFAULT, readCrossTenantAccess), signal);
  const entry = (tenantId: string, signal?: AbortSignal) =>
    answers.ask(tenantId, () => get(entryOf(tenantId), readCrossTenantAccess), signal);
  const ownTenantId = (signal?: AbortSignal) =>
    answers.ask(
      "organization",
      () => get({ ...OWN_TENANT_ID, permission: "Organization.Read.All" }, readOwnTenantId),
      signal,
    );
  return {
    async openClouds(signal) {
      const read = () => get(POLICY, readCrossTenantAccessPolicy);
      return (await answers.ask("policy", read, signal))?.allowedCloudEndpoints ?? [];
    },
    async partner(tenantId, signal) {
      const [own, fallback] = await Promise.all([entry(tenantId.toLowerCase(), signal), general(signal)]);
      const isLetIn = letsAnybodyThrough(own?.b2bCollaborationInbound, fallback?.b2bCollaborationInbound);
      return { isListed: own !== undefined, isLetIn };
    },
    ownTenantId,
    async collaborates(signal) {
      const tenantId = await ownTenantId(signal);
      const home = tenantId === undefined ? undefined : await homeFor(resolver, tenantId, signal);
      return home?.kind === "tenant" ? !isWithoutB2B(home.tenant) : undefined;
    },
  };
}

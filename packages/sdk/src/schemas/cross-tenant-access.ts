import * as z from "zod/mini";
import { type Reader, reader } from "./reader.ts";

/** What this directory accepts from a guest's own organisation. */
export interface InboundTrust {
  readonly isMfaAccepted: boolean | null;
}

/**
 * The cross-tenant access settings towards one organisation, or towards all others. `null` inherits the default.
 *
 * @see https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicy-overview
 */
export interface CrossTenantAccess {
  readonly inboundTrust: InboundTrust | null;
}

export const crossTenantAccess = z.object({
  inboundTrust: z.nullable(z.object({ isMfaAccepted: z.nullable(z.boolean()) })),
});

export const readCrossTenantAccess: Reader<CrossTenantAccess> = reader(crossTenantAccess);

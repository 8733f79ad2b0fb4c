import * as z from "zod/mini";
import { type ConditionalAccessPolicy, conditionalAccessPolicy } from "./conditional-access-policy.ts";
import { type InboundTrust, inboundTrust } from "./cross-tenant-access.ts";
import { type Reader, reader } from "./reader.ts";

/** What a directory that is signed in to has been set to. */
export const readSignInSettings: Reader<{
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly inboundTrust: InboundTrust | null;
}> = reader(z.strictObject({ policies: z.array(conditionalAccessPolicy), inboundTrust }), "settings");

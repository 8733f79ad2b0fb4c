import * as z from "zod/mini";
import { type ConditionalAccessPolicy, conditionalAccessPolicy } from "./conditional-access-policy.ts";
import { type InboundTrust, trustFlags } from "./cross-tenant-access.ts";
import { type Reader, reader } from "./reader.ts";

const decision = z.looseObject({
  allowed: z.optional(z.boolean()),
  because: z.string(),
  missing: z.array(z.string()),
});

/** What a directory that is signed in to has been set to. */
export const readSignInSettings: Reader<{
  readonly policies: readonly ConditionalAccessPolicy[];
  readonly inboundTrust: InboundTrust | null;
}> = reader(
  z.strictObject({
    policies: z.array(conditionalAccessPolicy),
    inboundTrust: z.nullable(z.object(trustFlags)),
    boundary: z.optional(decision),
    passage: z.optional(
      z.looseObject({ allowed: z.optional(z.boolean()), users: decision, applications: decision }),
    ),
  }),
  "settings",
);

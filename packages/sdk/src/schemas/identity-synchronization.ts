import * as z from "zod/mini";
import { nullableString, tenantId } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/**
 * Whether an organisation may synchronize users to here.
 *
 * @see https://learn.microsoft.com/graph/api/resources/crosstenantidentitysyncpolicypartner
 */
export interface IdentitySynchronization {
  readonly tenantId: string;
  readonly displayName?: string | null | undefined;
  readonly userSyncInbound?: { readonly isSyncAllowed: boolean | null } | null | undefined;
}

/** What may be said of the synchronization from an organisation. */
export interface IdentitySynchronizationInput
  extends Pick<IdentitySynchronization, "displayName" | "userSyncInbound"> {}

const flags = { isSyncAllowed: z.nullable(z.boolean()) };
const displayName = z.optional(nullableString);

export const readIdentitySynchronization: Reader<IdentitySynchronization> = reader(
  z.object({ tenantId: z.string(), displayName, userSyncInbound: z.optional(z.nullable(z.object(flags))) }),
);

/** What is said of the synchronization from which organisation. */
export interface SynchronizationOf {
  readonly tenantId: string;
  readonly synchronization: IdentitySynchronizationInput;
}

const input = z.strictObject({
  displayName,
  userSyncInbound: z.optional(z.nullable(z.strictObject(flags))),
});

export const readSynchronizationOf: Reader<SynchronizationOf> = reader(
  z.strictObject({
    tenantId,
    synchronization: input.check(
      z.refine((said) => Object.values(said).some((value) => value !== undefined), {
        error: "must say something: `displayName` or `userSyncInbound`",
      }),
    ),
  }),
);

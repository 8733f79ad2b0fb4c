import * as z from "zod/mini";
import { type Reader, reader } from "./reader.ts";

/**
 * An organisation: its domains, and how full its directory is.
 *
 * @see https://learn.microsoft.com/graph/api/resources/organization
 */
export interface Organization {
  readonly id: string;
  readonly verifiedDomains: readonly {
    readonly name: string;
    /** Whether it is the domain that the directory was made with, such as `contoso.onmicrosoft.com`. */
    readonly isInitial: boolean;
  }[];
  /**
   * In objects.
   *
   * @see https://learn.microsoft.com/graph/api/resources/directorysizequota
   */
  readonly directorySizeQuota?: { readonly used: number; readonly total: number } | null | undefined;
}

export const organization = z.object({
  id: z.string(),
  verifiedDomains: z.array(z.object({ name: z.string(), isInitial: z.boolean() })),
  directorySizeQuota: z.optional(z.nullable(z.object({ used: z.number(), total: z.number() }))),
});

export const readOrganization: Reader<Organization> = reader(organization);

const readOwnOrganizations = reader(z.object({ value: z.array(z.object({ id: z.string() })) }));

/** The directory's own tenant id, in lower case, from a list of its one organisation; `undefined` where that is empty. */
export const readOwnTenantId: Reader<string | undefined> = (body) => {
  const reading = readOwnOrganizations(body);
  return reading.ok ? { ok: true, value: reading.value.value[0]?.id.toLowerCase() } : reading;
};

import * as z from "zod/mini";
import { domainName } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Which domains may be invited: any, certain ones alone, or all but certain ones. Domains are as the net writes them: in lower case, other letters as `xn--…`. */
export type DomainPolicy =
  | { readonly kind: "any" }
  | { readonly kind: "allowed"; readonly domains: readonly string[] }
  | { readonly kind: "blocked"; readonly domains: readonly string[] };

/** The policy as Graph has it: JSON in a string in a list. */
export interface WireDomainPolicy {
  readonly id: string;
  readonly definition: readonly string[];
  readonly isOrganizationDefault?: boolean | null | undefined;
}

/** What the definition holds, other services' parts included. */
export interface DomainDefinition {
  readonly B2BManagementPolicy?: {
    readonly InvitationsAllowedAndBlockedDomainsPolicy?:
      | {
          readonly AllowedDomains?: readonly string[] | null | undefined;
          readonly BlockedDomains?: readonly string[] | null | undefined;
        }
      | null
      | undefined;
    readonly [part: string]: unknown;
  };
  readonly [part: string]: unknown;
}

/** How long a whole definition may be, in characters, other services' parts included. */
export const LONGEST_DOMAIN_DEFINITION = 25_000;

const list = z.optional(z.nullable(z.array(z.string())));

export const readWireDomainPolicy: Reader<WireDomainPolicy> = reader(
  z.object({
    id: z.string(),
    definition: z.array(z.string()),
    isOrganizationDefault: z.optional(z.nullable(z.boolean())),
  }),
);

const readParts = reader(
  z.looseObject({
    B2BManagementPolicy: z.optional(
      z.looseObject({
        InvitationsAllowedAndBlockedDomainsPolicy: z.optional(
          z.nullable(z.object({ AllowedDomains: list, BlockedDomains: list })),
        ),
      }),
    ),
  }),
);

/** Reads the text inside of a policy. */
export const readDomainDefinition: Reader<DomainDefinition> = (text) => {
  try {
    return readParts(JSON.parse(String(text))) as ReturnType<Reader<DomainDefinition>>;
  } catch {
    return { ok: false, problems: [{ path: "definition[0]", expected: "must be JSON" }] };
  }
};

/** The domains of a list that is not empty, each once, as they can be written. */
export const readDomains: Reader<readonly string[]> = reader(
  z.array(domainName).check(
    z.refine((domains) => domains.length > 0, {
      error: "must name a domain; to take the list away, clear it",
    }),
  ),
  "domains",
);

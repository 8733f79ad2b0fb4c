import * as z from "zod/mini";
import { CLOUD_PROFILES } from "../directory/index.ts";
import { type Check, takes } from "./check.ts";
import { address, caller, domain, guid, milliseconds, texts, user } from "./value.ts";

const may = z.optional;

/** What initial domains are made of. */
const tenantName = z.custom<string>(
  (value) => typeof value === "string" && /^[a-z\d][a-z\d-]*$/i.test(value),
  {
    error: "has to be a name of letters, digits and dashes, for example contoso",
  },
);

export const checkTenant: Check<{ readonly name: unknown; readonly options: unknown }> = takes(
  "cloud.tenant",
  {
    name: tenantName,
    options: may(
      z.strictObject({
        id: may(guid),
        createdBy: may(user),
        kind: may(z.enum(["USG", "GCC"])),
        isSelfService: may(z.boolean()),
      }),
    ),
  },
);

/** Initial domains are handed out by the service, each with its directory; nobody verifies one. */
const ownDomain = domain.check(
  z.refine((name) => !INITIAL.some((suffix) => `.${String(name).toLowerCase()}`.endsWith(`.${suffix}`)), {
    error: "has to be a domain of one's own: the initial one comes with the directory",
  }),
);
const INITIAL = Object.values(CLOUD_PROFILES).map(({ initialDomainSuffix }) => initialDomainSuffix);

export const checkDomain: Check<{ readonly name: unknown }> = takes("tenant.domain", { name: ownDomain });

export const checkMicrosoftAccount: Check<{ readonly address: unknown }> = takes("world.microsoftAccount", {
  address,
});

const callerOptions = {
  as: caller,
  datacenters: may(texts),
  scopes: may(texts),
};

export const checkCaller: Check<{ readonly options: unknown }> = takes("tenant.transport and .credential", {
  options: z.strictObject(callerOptions),
});

export const checkWantedMail: Check<{ readonly wanted: unknown; readonly wait: unknown }> = takes(
  "inbox.next",
  {
    wanted: z.strictObject({
      to: may(address),
      cc: may(address),
      about: may(z.enum(["invitation", "passcode"])),
    }),
    wait: z.strictObject({ withinMs: may(milliseconds) }),
  },
);

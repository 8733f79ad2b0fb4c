import { Refusal } from "./refusal.ts";
import type { NewUser } from "./users.ts";

/**
 * How many characters a user's texts may have.
 *
 * @see https://learn.microsoft.com/graph/api/resources/user
 */
const LONGEST = {
  displayName: 256,
  mailNickname: 64,
  givenName: 64,
  surname: 64,
  jobTitle: 128,
  department: 64,
  companyName: 64,
  employeeId: 16,
  city: 128,
  country: 128,
  state: 128,
  streetAddress: 1024,
  postalCode: 40,
} as const satisfies Partial<Record<keyof NewUser, number>>;

/** Refuses texts that are longer than the directory keeps, and more than the one business phone that it takes. */
export function refuseLong(given: Partial<NewUser>): void {
  for (const [name, longest] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if ((given[name]?.length ?? 0) > longest) throw new Refusal({ reason: "value-invalid", property: name });
  }
  if ((given.businessPhones?.length ?? 0) > 1) {
    throw new Refusal({ reason: "value-invalid", property: "businessPhones" });
  }
}

import type { SignInResult } from "../sign-in/index.ts";
import type { LoginRefusal } from "./refusal.ts";
import { refusals } from "./refusals.ts";

/** Why somebody is not let in, in the words of the login service; `undefined` for who is. */
export function refusalOf({ blocked }: SignInResult, tenant: string): LoginRefusal | undefined {
  switch (blocked?.because) {
    case undefined:
      return undefined;
    case "account-deleted":
      return refusals.userUnknown({ tenant });
    case "account-disabled":
      return refusals.userDisabled();
    case "not-let-in":
      return refusals.notLetIn();
    case "device-not-accepted":
      return refusals.deviceNotAccepted({ state: "compliant" });
    case "not-registered":
      return refusals.notRegistered();
    default:
      return refusals.blocked();
  }
}

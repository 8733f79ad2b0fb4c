import type { B2BClient } from "@vestibule/sdk";
import { openClient } from "../open-client.ts";

export const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";
export const LOUD = "AAAAAAAA-0000-4000-8000-00000000000B";
export const QUIET = LOUD.toLowerCase();
export const NO_TRUST = {
  isMfaAccepted: false,
  isCompliantDeviceAccepted: false,
  isHybridAzureADJoinedDeviceAccepted: false,
};

/** The settings of a directory that nobody has changed. */
export function open(): B2BClient["crossTenantAccess"] {
  return openClient().b2b.crossTenantAccess;
}

import type { Visit } from "../resources/index.ts";
import type { InboundTrust } from "../schemas/index.ts";

/** What of a guest's own organisation counts here, whichever entry decides it. */
export function trustIn({ trust }: Pick<Visit, "trust">): InboundTrust {
  return {
    isMfaAccepted: trust.isMfaAccepted.accepted,
    isCompliantDeviceAccepted: trust.isCompliantDeviceAccepted.accepted,
    isHybridAzureADJoinedDeviceAccepted: trust.isHybridAzureADJoinedDeviceAccepted.accepted,
  };
}

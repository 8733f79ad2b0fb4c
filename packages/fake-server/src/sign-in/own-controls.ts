import type { Blocked, Circumstances } from "./attempt.ts";

/**
 * Why somebody cannot satisfy a control at home, where the directory's word on a device counts and a password can be
 * changed; `undefined`: nothing is in the way. What asks for an authentication is not judged here.
 */
export function unmetAtHome(control: string, { device, clientAppType }: Circumstances): Blocked | undefined {
  switch (control) {
    case "block":
      return "blocked-by-policy";
    case "compliantDevice":
      return device.isCompliant ? undefined : "device-not-accepted";
    case "domainJoinedDevice":
      return device.isHybridJoined ? undefined : "device-not-accepted";
    case "approvedApplication":
    case "compliantApplication":
      // No browser is an application that an organisation approves.
      return clientAppType === "mobileAppsAndDesktopClients" ? undefined : "control-not-possible";
    default:
      return undefined;
  }
}

import { QueryRefused, unknownProperty } from "./query-refused.ts";

/** The relationships that types have, which are no properties to be selected or asked for. */
const NAVIGATIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  user: new Set([
    ...["manager", "directreports", "memberof", "transitivememberof", "sponsors", "sponsorof"],
    ...["approleassignments", "owneddevices", "ownedobjects", "registereddevices", "licensedetails"],
  ]),
  group: new Set([
    ...["members", "transitivemembers", "owners", "memberof", "transitivememberof", "approleassignments"],
  ]),
  application: new Set(["owners"]),
  serviceprincipal: new Set(["owners", "approleassignedto", "approleassignments", "memberof"]),
};

/** For a name that is no property of a type: it may be a relationship. How that is refused is assumed. */
export function noProperty(written: string, type: string): QueryRefused {
  if (NAVIGATIONS[type.toLowerCase()]?.has(written.toLowerCase()) !== true)
    return unknownProperty(written, type);
  return new QueryRefused(
    "Request_UnsupportedQuery",
    `The navigation property '${written}' of '${type}' can be neither selected nor asked for: it is expanded, or read by its own path.`,
  );
}

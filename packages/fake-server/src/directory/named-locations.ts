import type { View } from "../replication/index.ts";
import type { NamedLocation } from "./conditional-access-policy.ts";
import { isCountry } from "./countries.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { isRange } from "./ip-range.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

/** What an administrator says of a place; the rest has a default. */
export type LocationInput = Pick<NamedLocation, "displayName"> &
  Partial<Pick<NamedLocation, "isTrusted" | "ipRanges" | "countriesAndRegions">>;

export function listNamedLocations(view: View<DirectoryObject>): readonly NamedLocation[] {
  return view.find("namedLocation").filter((object) => object.kind === "namedLocation");
}

export function getNamedLocation(view: View<DirectoryObject>, id: string): NamedLocation {
  const location = view.get(id.toLowerCase());
  if (location?.kind !== "namedLocation") throw new Refusal({ reason: "resource-not-found", id });
  return location;
}

export function createNamedLocation(
  directory: Directory,
  access: Access,
  input: LocationInput,
): NamedLocation {
  refuseNowhere(input);
  const location = locationOf(directory, directory.newId(`namedLocation/${input.displayName}`), input);
  access.commit("namedLocations.create", new Map([[location.id, location]]));
  return location;
}

/** Changes what is given. A place stays what it is: addresses of the network, or countries. */
export function updateNamedLocation(
  directory: Directory,
  access: Access,
  id: string,
  changes: Partial<LocationInput>,
): void {
  refuseNowhere(changes);
  const { id: known } = getNamedLocation(access.view, id);
  const current = getNamedLocation(access.primary, known);
  const changed = { ...current, ...changes, modifiedDateTime: directory.timestamp() };
  const foreign = current.countriesAndRegions.length > 0 ? "ipRanges" : "countriesAndRegions";
  if (changed[foreign].length > 0) {
    throw new Refusal({ reason: "value-invalid", property: foreign, resource: "namedLocation" });
  }
  access.commit("namedLocations.update", new Map([[known, changed]]));
}

/** Deletes a place that is not trusted: one that is has to lose that first. */
export function deleteNamedLocation(access: Access, id: string): void {
  const { id: known } = getNamedLocation(access.view, id);
  if (getNamedLocation(access.primary, known).isTrusted) throw new Refusal({ reason: "location-trusted" });
  access.commit("namedLocations.delete", new Map([[known, null]]));
}

/** Refuses what is no range of addresses and no country. */
function refuseNowhere({ ipRanges = [], countriesAndRegions = [] }: Partial<LocationInput>): void {
  const property = !ipRanges.every(isRange)
    ? "cidrAddress"
    : !countriesAndRegions.every(isCountry)
      ? "countriesAndRegions"
      : undefined;
  if (property !== undefined)
    throw new Refusal({ reason: "value-invalid", property, resource: "namedLocation" });
}

export function locationOf(directory: Directory, id: string, input: LocationInput): NamedLocation {
  return {
    ...{ kind: "namedLocation", id, createdDateTime: directory.timestamp(), modifiedDateTime: null },
    ...{ isTrusted: false, ipRanges: [], countriesAndRegions: [], ...input },
  };
}

import type { View } from "../replication/index.ts";
import type { NamedLocation } from "./conditional-access-policy.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
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
  const { id: known } = getNamedLocation(access.view, id);
  const current = getNamedLocation(access.primary, known);
  const changed = { ...current, ...changes, modifiedDateTime: directory.timestamp() };
  const foreign = current.countriesAndRegions.length > 0 ? "ipRanges" : "countriesAndRegions";
  if (changed[foreign].length > 0) {
    throw new Refusal({ reason: "value-invalid", property: foreign, resource: "namedLocation" });
  }
  access.commit("namedLocations.update", new Map([[known, changed]]));
}

export function deleteNamedLocation(access: Access, id: string): void {
  const { id: known } = getNamedLocation(access.view, id);
  getNamedLocation(access.primary, known);
  access.commit("namedLocations.delete", new Map([[known, null]]));
}

export function locationOf(directory: Directory, id: string, input: LocationInput): NamedLocation {
  return {
    ...{ kind: "namedLocation", id, createdDateTime: directory.timestamp(), modifiedDateTime: null },
    ...{ isTrusted: false, ipRanges: [], countriesAndRegions: [], ...input },
  };
}

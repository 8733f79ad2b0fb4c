import {
  deleteApplication,
  deleteGroup,
  deleteServicePrincipal,
  deleteUser,
  getPresent,
} from "../directory/index.ts";
import type { RouteContext } from "./exchange.ts";

/** Deletes an object of any type, as its own route would. */
export function deleteObject({ directory, access }: RouteContext, id: string): void {
  const { kind } = getPresent(access.view, id);
  if (kind === "user") deleteUser(directory, access, id);
  if (kind === "group") deleteGroup(directory, access, id);
  if (kind === "application") deleteApplication(directory, access, id);
  if (kind === "servicePrincipal") deleteServicePrincipal(directory, access, id);
}

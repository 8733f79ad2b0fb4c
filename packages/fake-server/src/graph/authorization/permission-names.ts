import type { OperationRights, Rights } from "./operation-rights.ts";
import { TABLE } from "./table.ts";

/** The names of Graph's permissions that anything here asks for. */
export interface PermissionNames {
  /** Of applications on their own. */
  readonly application: readonly string[];
  /** Of those that users lend to applications. */
  readonly delegated: readonly string[];
}

let names: PermissionNames | undefined;

/** All that there are, in alphabetical order. */
export function permissionNames(): PermissionNames {
  names ??= {
    application: namesIn((row) => [...(row.application ?? []), ...ofProperties(row)]),
    delegated: namesIn((row) => [...row.delegated, ...(row.self ?? []), ...ofProperties(row)]),
  };
  return names;
}

function namesIn(of: (row: OperationRights) => readonly string[]): readonly string[] {
  const all = Object.values(TABLE).flatMap(rowsOf).flatMap(of);
  return [...new Set(all.flatMap((anyOf) => anyOf.split(" and ")))].sort();
}

function ofProperties({ byProperty = {} }: OperationRights): readonly string[] {
  return Object.values(byProperty).flat();
}

function rowsOf(rights: Rights): readonly OperationRights[] {
  return "byTarget" in rights ? Object.values(rights.byTarget) : [rights];
}

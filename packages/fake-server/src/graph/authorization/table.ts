import { onceByOperation } from "../once-by-operation.ts";
import { applicationRights } from "./applications.ts";
import { directoryRights } from "./directory.ts";
import { groupRights } from "./groups.ts";
import type { Rights, RightsTable } from "./operation-rights.ts";
import { policyRights } from "./policies.ts";
import { roleAndLogRights } from "./roles-and-logs.ts";
import { userRights } from "./users.ts";

/**
 * The permissions of every operation, as Microsoft's page of each lists them.
 *
 * @see https://learn.microsoft.com/graph/permissions-overview
 */
export const TABLE: RightsTable = {
  ...userRights,
  ...groupRights,
  ...applicationRights,
  ...policyRights,
  ...roleAndLogRights,
  ...directoryRights,
};

/** A count, a part of one type, and the changes of a list take what the list itself takes. */
const OF_LIST = /\/(?:\$count|microsoft\.graph\.[a-zA-Z]+|delta)$/;
const VARIABLE = /\{\w+\}/g;

/**
 * What an operation asks of whoever calls it.
 *
 * @param route its path as the router has it, such as `/users/{key}`
 * @throws Error for an operation that the table lacks: a new route needs a row
 */
export const rightsFor = onceByOperation((method, route): Rights => {
  const operation = `${method} ${route}`;
  const found = look(operation.replaceAll(VARIABLE, "{id}"));
  if (found === undefined) throw new Error(`no permissions are stated for ${operation}`);
  return found;
});

function look(operation: string): Rights | undefined {
  const list = operation.replace(OF_LIST, "");
  return TABLE[operation] ?? (list === operation ? undefined : look(list));
}

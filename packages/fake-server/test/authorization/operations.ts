import type { CallerOptions, Tenant } from "@vestibule/fake-server";
import { rightsFor } from "../../src/graph/authorization/index.ts";
import type { OperationRights } from "../../src/graph/authorization/operation-rights.ts";
import { routes } from "../../src/graph/routes/index.ts";
import { asking } from "../rights/ask.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Every operation that the fake Graph answers. */
export const OPERATIONS = routes.flatMap(({ path, methods, only }) =>
  (Object.keys(methods) as Method[]).map((method) => ({ method, path, version: only ?? ("v1.0" as const) })),
);
export type Operation = (typeof OPERATIONS)[number];

/** What an operation is done to in these tests, and what it then asks. */
export interface Row {
  readonly operation: Operation;
  /** The kind of the object that the first key of the path names. */
  readonly kind: string;
  readonly rights: OperationRights;
}

const KINDS: readonly [path: RegExp, kind: string][] = [
  [/^\/(?:users|me)\b/, "user"],
  [/^\/groups\b/, "group"],
  [/^\/applications\b/, "application"],
  [/^\/servicePrincipals\b/, "servicePrincipal"],
];

/** An operation, once for each kind of object where that matters. */
export function rowsOf(operation: Operation): readonly Row[] {
  const rights = rightsFor(operation.method, operation.path);
  if ("byTarget" in rights) {
    return Object.entries(rights.byTarget).map(([kind, one]) => ({ operation, kind, rights: one }));
  }
  const kind = KINDS.find(([path]) => path.test(operation.path))?.[1] ?? "user";
  return [{ operation, kind, rights }];
}

export const ROWS = OPERATIONS.flatMap(rowsOf);

/** One object of each kind, by kind. */
export async function furnish(contoso: Tenant): Promise<Readonly<Record<string, string>>> {
  const ask = asking(contoso, { as: contoso.app("furnisher") });
  const made = async (path: string, body: object) => {
    const answer = await ask("POST", path, { body });
    return answer.body as { readonly id: string; readonly appId: string };
  };
  const group = { mailEnabled: false, securityEnabled: true };
  const application = await made("/applications", { displayName: "wiki" });
  return {
    user: contoso.user("target").id,
    group: (await made("/groups", { ...group, displayName: "team", mailNickname: "team" })).id,
    groupForRoles: contoso.group("keepers", { roles: ["Guest Inviter"] }).id,
    application: application.id,
    servicePrincipal: (await made("/servicePrincipals", { appId: application.appId })).id,
  };
}

/** The path of a row, with the object in its first key and nobody in the others. */
export function pathOf(
  { operation: { path }, kind }: Row,
  objects: Readonly<Record<string, string>>,
): string {
  const [first = "", ...others] = path.split(/\{\w+\}/);
  if (others.length === 0) return path;
  const rest = others.slice(1).map((part) => `00000000-0000-4000-8000-000000000000${part}`);
  return `${first}${objects[kind] ?? ""}${others[0]}${rest.join("")}`;
}

/** What came of asking for an operation with nothing in the body. */
export function attempt(contoso: Tenant, caller: CallerOptions, row: Row, path: string) {
  const { method, version } = row.operation;
  const body = method === "GET" || method === "DELETE" ? undefined : {};
  return asking(contoso, caller)(method, path, { body, version });
}

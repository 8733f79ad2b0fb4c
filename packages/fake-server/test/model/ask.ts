import type { Tenant } from "@vestibule/fake-server";
import { callContext, type Method, type WireResponse } from "@vestibule/sdk/wire";
import { type Command, type Filter, LINKS, type Link } from "./command.ts";
import type { Answer, Resolved } from "./model.ts";

interface Request {
  readonly method: Method;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Ask = (request: Request) => Promise<WireResponse>;

/** Asks a tenant as an application that may do everything. */
export function askerOf(tenant: Tenant): Ask {
  const { send } = tenant.transport({ as: tenant.app("caller") });
  return ({ method, path, query = {}, body }) =>
    send({
      operation: { id: "model", effect: method === "GET" ? "read" : "idempotent" },
      ...{ method, version: "v1.0", target: { path, query }, headers: {}, context: callContext() },
      ...(body !== undefined && { body }),
    });
}

/** A command as Graph takes it. `kindOf` tells what an id is of, which a path has to say. */
export function requestOf(command: Resolved, kindOf: (id: string) => "users" | "groups"): Request {
  const make = REQUESTS[command.do] as (command: Resolved, kindOf: (id: string) => string) => Request;
  return make(command, kindOf);
}

/** What was answered, as the model says it, and the id in it. */
export function answerIn(
  { status, body }: WireResponse,
  { do: done }: Resolved,
): Answer & { readonly id: string } {
  const { id = "", invitedUser, value } = (body ?? {}) as Body;
  const ids = value?.map((object) => object.id) ?? [id];
  const isRead = done === "read" || done === "filter" || done === "links";
  return { status, ...(isRead && status === 200 && { ids }), id: invitedUser?.id ?? id };
}

interface Body {
  readonly id?: string;
  readonly invitedUser?: { readonly id: string };
  readonly value?: readonly { readonly id: string }[];
}

type Requests = {
  readonly [D in Command["do"]]: (command: Resolved<D>, kindOf: (id: string) => string) => Request;
};

const REQUESTS: Requests = {
  invite: ({ address }) => ({
    method: "POST",
    path: "/invitations",
    body: { invitedUserEmailAddress: address, inviteRedirectUrl: "https://app.example" },
  }),
  "create-user": ({ name }) => ({
    method: "POST",
    path: "/users",
    body: {
      ...{ accountEnabled: true, displayName: name, mailNickname: name },
      userPrincipalName: `${name}@model.onmicrosoft.com`,
      passwordProfile: { password: "Long-enough-1" },
    },
  }),
  "update-user": ({ user, changes }) => ({ method: "PATCH", path: `/users/${user}`, body: changes }),
  "create-group": ({ nickname, isUnified }) => ({
    method: "POST",
    path: "/groups",
    body: {
      ...{ displayName: nickname, mailNickname: nickname, mailEnabled: isUnified, securityEnabled: true },
      groupTypes: isUnified ? ["Unified"] : [],
    },
  }),
  "rename-group": ({ group, nickname }) => ({
    method: "PATCH",
    path: `/groups/${group}`,
    body: { mailNickname: nickname },
  }),
  delete: ({ object }, kindOf) => ({ method: "DELETE", path: `/${kindOf(object)}/${object}` }),
  restore: ({ object }) => ({ method: "POST", path: `/directory/deletedItems/${object}/restore` }),
  purge: ({ object }) => ({ method: "DELETE", path: `/directory/deletedItems/${object}` }),
  "add-member": ({ group, object }) => added(`/groups/${group}/members`, object),
  "remove-member": ({ group, object }) => removed(`/groups/${group}/members`, object),
  "add-owner": ({ group, object }) => added(`/groups/${group}/owners`, object),
  "remove-owner": ({ group, object }) => removed(`/groups/${group}/owners`, object),
  "add-sponsor": ({ user, object }) => added(`/users/${user}/sponsors`, object),
  "remove-sponsor": ({ user, object }) => removed(`/users/${user}/sponsors`, object),
  "set-manager": ({ user, object }) => ({ ...added(`/users/${user}/manager`, object), method: "PUT" }),
  "remove-manager": ({ user }) => ({ method: "DELETE", path: `/users/${user}/manager/$ref` }),
  read: ({ object }, kindOf) => ({ method: "GET", path: `/${kindOf(object)}/${object}` }),
  filter: ({ filter }) => ({
    method: "GET",
    path: "/users",
    query: { $filter: filterText(filter), $top: "999" },
  }),
  links: ({ object, link }, kindOf) =>
    linksRequest(isOfUsers(link) ? kindOf(object) : "groups", object, link),
};

export function linksRequest(collection: string, id: string, link: Link): Request {
  return { method: "GET", path: `/${collection}/${id}/${link}` };
}

function isOfUsers(link: Link): boolean {
  return LINKS.user.some((name) => name === link);
}

function added(path: string, id: string): Request {
  const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` };
  return { method: "POST", path: `${path}/$ref`, body };
}

function removed(path: string, id: string): Request {
  return { method: "DELETE", path: `${path}/${id}/$ref` };
}

function filterText({ property, operator, value }: Filter): string {
  const quoted = `'${value.replaceAll("'", "''")}'`;
  return operator === "eq" ? `${property} eq ${quoted}` : `startsWith(${property},${quoted})`;
}

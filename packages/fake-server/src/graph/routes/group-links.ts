import {
  type Access,
  addMember,
  addOwner,
  allGroupsOf,
  type Directory,
  getGroup,
  getPresent,
  groupsOf,
  listMembers,
  listOwners,
  listTransitiveMembers,
  type PresentObject,
  Refusal,
  refuseGuestSeeingGroup,
  removeMember,
  removeOwner,
} from "../../directory/index.ts";
import { authorize, rightsFor } from "../authorization/index.ts";
import type { Body } from "../body.ts";
import { deleteObject } from "../delete-object.ts";
import { directoryObjectBody, readReference } from "../directory-object-body.ts";
import { entityOf } from "../entities.ts";
import { entityCount, entityPage, LISTED, whole } from "../entity-page.ts";
import type { RouteContext } from "../exchange.ts";
import { LINKED, objectCount, objectPage, objectsOf, refuseUnadvanced } from "../object-page.ts";
import { COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";

/** Reads the ids that a link of a group leads to. */
type Link = (at: Pick<Access, "view">, groupId: string) => readonly string[];

const MEMBER_KINDS = ["user", "group", "servicePrincipal"] as const;

/** A link of a group, whole and by type. */
function linkRoutes(
  name: string,
  kinds: readonly PresentObject["kind"][],
  link: Link,
  bodyOf = directoryObjectBody,
): readonly Route[] {
  const path = `/groups/{id}/${name}`;
  const linked = ({ access, caller, keys }: RouteContext) => {
    const ids = (view: RouteContext["access"]["view"]) => link({ view }, keys[0] ?? "");
    // A group that is not there is not found, whoever asks.
    ids(access.view);
    refuseGuestSeeingGroup(access, caller, keys[0] ?? "");
    return objectsOf(ids);
  };
  const cast = ({ access, caller, keys }: RouteContext, kind: PresentObject["kind"]) => {
    refuseGuestSeeingGroup(access, caller, keys[0] ?? "");
    return whole((view) =>
      link({ view }, keys[0] ?? "").flatMap((id) => {
        const object = getPresent(view, id);
        return object.kind === kind ? [entityOf(object)] : [];
      }),
    );
  };
  const castPage = (context: RouteContext, kind: PresentObject["kind"]) => {
    refuseUnadvanced(context);
    return entityPage(context, kind, cast(context, kind));
  };
  return [
    { path, takes: LINKED, methods: { GET: (context) => objectPage(context, linked(context), { bodyOf }) } },
    {
      path: `${path}/$count`,
      takes: COUNTED,
      methods: { GET: (context) => objectCount(context, linked(context)) },
    },
    ...kinds.flatMap((kind): readonly Route[] => [
      {
        path: `${path}/microsoft.graph.${kind}`,
        takes: LISTED,
        methods: { GET: (context) => castPage(context, kind) },
      },
      {
        path: `${path}/microsoft.graph.${kind}/$count`,
        takes: COUNTED,
        methods: { GET: (context) => entityCount(context, kind, cast(context, kind)) },
      },
    ]),
  ];
}

/**
 * Of an owner the account's state is shown as well.
 *
 * @see https://learn.microsoft.com/graph/api/group-list-owners
 */
function ownerBody(directory: Directory, owner: PresentObject): Body {
  const body = directoryObjectBody(directory, owner);
  return owner.kind === "user" ? { ...body, accountEnabled: owner.accountEnabled } : body;
}

const owners: Link = ({ view }, id) => listOwners(view, getGroup({ view }, id).id);

/**
 * Whoever leaves out `/$ref` deletes not the link but the object at its end, where the token may: that is a trap of the
 * service's own.
 *
 * @see https://learn.microsoft.com/graph/api/group-delete-members
 */
function withoutRef(name: string, link: Link): Route {
  return {
    path: `/groups/{id}/${name}/{linkedId}`,
    methods: {
      DELETE(context) {
        const { access, caller, keys } = context;
        const [groupId = "", written = ""] = keys;
        const linkedId = written.toLowerCase();
        if (!link(access, groupId).includes(linkedId)) {
          throw new Refusal({ reason: "resource-not-found", id: written });
        }
        authorize(rightsFor("DELETE", "/directoryObjects/{id}"), { access, caller, keys: [linkedId] });
        deleteObject(context, linkedId);
        return { status: 204 };
      },
    },
  };
}

/** Who is in a group, who looks after it, and what groups it is in. */
export const groupLinkRoutes: readonly Route[] = [
  ...linkRoutes("members", MEMBER_KINDS, listMembers),
  ...linkRoutes("transitiveMembers", MEMBER_KINDS, listTransitiveMembers),
  ...linkRoutes("owners", ["user", "servicePrincipal"], owners, ownerBody),
  ...linkRoutes("memberOf", ["group"], ({ view }, id) => groupsOf(view, getGroup({ view }, id).id)),
  ...linkRoutes("transitiveMemberOf", ["group"], ({ view }, id) =>
    allGroupsOf(view, getGroup({ view }, id).id),
  ),
  {
    path: "/groups/{id}/members/$ref",
    methods: {
      POST({ access, request, keys }) {
        addMember(access, keys[0] ?? "", readReference(request.body));
        return { status: 204 };
      },
    },
  },
  withoutRef("members", listMembers),
  {
    path: "/groups/{id}/members/{memberId}/$ref",
    methods: {
      DELETE({ access, keys }) {
        removeMember(access, keys[0] ?? "", keys[1] ?? "");
        return { status: 204 };
      },
    },
  },
  {
    path: "/groups/{id}/owners/$ref",
    methods: {
      POST({ directory, access, request, keys }) {
        addOwner(directory, access, getGroup(access, keys[0] ?? ""), readReference(request.body));
        return { status: 204 };
      },
    },
  },
  withoutRef("owners", owners),
  {
    path: "/groups/{id}/owners/{ownerId}/$ref",
    methods: {
      DELETE({ access, keys }) {
        removeOwner(access, getGroup(access, keys[0] ?? ""), keys[1] ?? "");
        return { status: 204 };
      },
    },
  },
];

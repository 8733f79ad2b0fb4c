import {
  createGroup,
  deleteGroup,
  type GroupChanges,
  getGroup,
  listGroups,
  type NewGroup,
  refuseGuestSeeingGroup,
  updateGroup,
} from "../../directory/index.ts";
import { groupModel } from "../../odata/index.ts";
import { profileOf } from "../../schema/index.ts";
import type { Body, Shape } from "../body.ts";
import { readBinding } from "../directory-object-body.ts";
import { entityBody, entityOf, objectIdOf } from "../entities.ts";
import { entityAnswer } from "../entity-answer.ts";
import { entityCount, entityPage, LISTED, type Listed, whole } from "../entity-page.ts";
import type { RouteContext } from "../exchange.ts";
import { ALONE, COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";
import { readWritten, required } from "../written-properties.ts";

const MEMBERS = "members@odata.bind";
const OWNERS = "owners@odata.bind";
const CHANGEABLE: Shape = {
  displayName: "string",
  description: "string?",
  groupTypes: "strings",
  mailEnabled: "boolean",
  securityEnabled: "boolean",
  mailNickname: "string",
  visibility: "string?",
  membershipRule: "string?",
  membershipRuleProcessingState: "string?",
  classification: "string?",
  preferredDataLocation: "string?",
  preferredLanguage: "string?",
  theme: "string?",
  [MEMBERS]: "strings",
};
const CREATABLE: Shape = { ...CHANGEABLE, isAssignableToRole: "boolean?", [OWNERS]: "strings" };
/** What a group cannot be made without. */
const REQUIRED = ["displayName", "mailEnabled", "mailNickname", "securityEnabled"];

const ALL = whole((view) => listGroups(view).map((group) => entityOf(group)), "group");

/** Groups themselves. That too many links at a time are refused was reported in these words. */
export const groupRoutes: readonly Route[] = [
  {
    path: "/groups",
    takes: LISTED,
    hasIndex: true,
    methods: {
      GET: (context) => entityPage(context, "group", listed(context)),
      POST(context) {
        const { directory, access, caller, request } = context;
        const given = read(context, CREATABLE);
        const missing = REQUIRED.find((name) => given[name] === undefined);
        if (missing !== undefined) throw required(missing, "Group");
        const most = directory.limits.of("members-per-update");
        const links = {
          members: readBinding(given, MEMBERS, most),
          owners: readBinding(given, OWNERS, most),
        };
        const isAssignableToRole = given.isAssignableToRole === true;
        const group = createGroup(
          directory,
          access,
          caller,
          { ...propertiesOf(given), isAssignableToRole } as Omit<NewGroup, "id">,
          links,
        );
        const body = entityBody(directory.cloud.id, group);
        const annotations = {
          "@odata.context": `${metadata(request)}/$entity`,
          "@odata.id": objectIdOf(context, group),
        };
        const beside = isAssignableToRole ? shownToItsMaker(context) : {};
        return { status: 201, body: { ...annotations, ...body, ...beside } };
      },
    },
  },
  {
    path: "/groups/$count",
    takes: COUNTED,
    hasIndex: true,
    methods: { GET: (context) => entityCount(context, "group", listed(context)) },
  },
  {
    path: "/groups/{id}",
    takes: ALONE,
    methods: {
      GET(context) {
        const { access, caller, keys } = context;
        const group = getGroup(access, keys[0] ?? "");
        refuseGuestSeeingGroup(access, caller, group.id);
        return entityAnswer(context, group);
      },
      PATCH(context) {
        const { directory, access, caller, keys } = context;
        const given = read(context, CHANGEABLE);
        const members = readBinding(given, MEMBERS, directory.limits.of("members-per-update"));
        updateGroup(access, caller, keys[0] ?? "", propertiesOf(given) as GroupChanges, members);
        return { status: 204 };
      },
      DELETE({ directory, access, keys }) {
        deleteGroup(directory, access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function listed({ access, caller }: RouteContext): Listed {
  refuseGuestSeeingGroup(access, caller, "all");
  return ALL;
}

function read({ directory, request }: RouteContext, shape: Shape): Body {
  return readWritten(request.body, "group", shape, groupModel, profileOf(directory.cloud.id));
}

/**
 * What of a group that roles can be assigned to is shown when it is made, and not later. Of an application that a user
 * works with, nothing is known here.
 *
 * @see https://learn.microsoft.com/graph/api/group-post-groups
 */
function shownToItsMaker({ directory, access, caller }: RouteContext): Body {
  const maker = access.view.get(caller.principalId ?? "");
  return profileOf(directory.cloud.id).shown("group", {
    createdByAppId: maker?.kind === "servicePrincipal" ? maker.appId : null,
    organizationId: directory.tenantId,
    writebackConfiguration: { isEnabled: null, onPremisesGroupType: null },
  });
}

/** What is written of the group itself, and not of its links. */
function propertiesOf(given: Body): Body {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !name.includes("@")));
}

function metadata({ origin, version }: RouteContext["request"]): string {
  return `${origin}/${version}/$metadata#groups`;
}

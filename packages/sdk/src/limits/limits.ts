import { B2BError, checked, type ErrorCode, inTheNameOf } from "../errors/index.ts";
import {
  type CallOptions,
  checkOptions,
  type Line,
  type ListOperation,
  lengthOfDefinition,
  listAppRoleAssignments,
  listConditionalAccessPolicies,
  listDomainPolicies,
  listGroupOwners,
  listOf,
  listOrganization,
  listSponsors,
  watch,
} from "../resources/index.ts";
import {
  type AppRoleAssignment,
  type LimitsQuestion,
  type Organization,
  readLimitsQuestion,
} from "../schemas/index.ts";
import { type LimitStanding, standingOf, type Usage } from "./judge.ts";
import { documentedLimit, enforcedLimit, type Limit } from "./limit.ts";
import { creations, stocks } from "./stocks.ts";

/** How much of the service's limits is used. */
export interface DirectoryLimits {
  /**
   * Reads how much of each limit is used that fills up: of the directory's own, and of those of a user and of a group where
   * they are named. One that cannot be read is in the answer all the same, as `unknown`, with the reason: a permission
   * that the caller does not have, which is named, that Graph has no request for it, or that the instance which answered
   * does not show yet what this client has just written.
   *
   * `used` and `total` of `directory-objects` are the service's own numbers; every other limit is judged by its documented
   * value, since Graph tells of none what a directory has been granted.
   *
   * Takes `Organization.Read.All` for the number of objects, `Policy.Read.All` for policies,
   * `Policy.ReadWrite.B2BManagementPolicy` for the list of domains, `User.Read.All` for sponsors,
   * `Directory.Read.All` for assignments and `GroupMember.Read.All` for owners. The number of objects and the list of domains are
   * told by Graph's beta alone.
   *
   * @throws B2BError `not-found` where the user or the group is not there
   */
  check(question?: LimitsQuestion, options?: CallOptions): Promise<readonly LimitStanding[]>;
}

export function directoryLimits(through: Line): DirectoryLimits {
  const { check } = reading(through);
  return { check: (question, options) => inTheNameOf("limits.check", () => check(question, options)) };
}

function reading(through: Line): DirectoryLimits {
  return {
    async check(question = {}, options = {}) {
      checkOptions("limits.check", options);
      const { userId, groupId, adding } = checked("limits.check", readLimitsQuestion(question));
      const count = <I>(operation: ListOperation<I, unknown>, input: I, permission: string) =>
        readUsage(through, permission, async (line) => ({
          used: (await listOf(line, operation, input, options).collect()).length,
        }));
      const standings = await Promise.all([
        objectsIn(through, options, adding),
        readUsage(
          through,
          "Policy.ReadWrite.B2BManagementPolicy",
          async (line) => {
            const policies = await listOf(line, listDomainPolicies, undefined, options).collect();
            return { used: Math.max(0, ...policies.map(lengthOfDefinition)) };
          },
          LIST_UNTOLD,
        ).then((usage) => standingOf(limitOf("domain-list-characters"), usage)),
        counted(
          "conditional-access-policies",
          count(listConditionalAccessPolicies, undefined, "Policy.Read.All"),
        ),
        ...(userId === undefined
          ? []
          : [
              counted("sponsors-per-guest", count(listSponsors, userId, "User.Read.All")),
              counted("app-role-assignments", ownAssignments(through, userId, options)),
            ]),
        ...(groupId === undefined
          ? []
          : [counted("owners-per-group", count(listGroupOwners, groupId, "GroupMember.Read.All"))]),
      ]);
      return [...standings, ...UNTOLD.map(([id, unreadable]) => standingOf(limitOf(id), { unreadable }))];

      async function counted(id: Countable, usage: Promise<Usage>): Promise<LimitStanding> {
        return standingOf(limitOf(id), await usage, adding);
      }
    },
  };
}

/** What fills up, and nobody can be asked about. */
const UNTOLD = [
  [
    "objects-created-by-non-admin",
    "Graph lists what somebody has created without what was deleted since, which counts as well.",
  ],
  [
    "tenants-per-user",
    "A directory does not know in which others its guests are; the guest alone can see that (My Account, Organizations).",
  ],
  ["tenants-created-by-user", "Graph has no request that tells who has created a directory."],
] as const;

type Countable = keyof typeof stocks | keyof typeof creations;

/** Just those that fill up, so that a client does not carry the whole catalogue. */
export function limitOf(id: Countable): Limit {
  return id in stocks
    ? enforcedLimit(id, stocks[id as keyof typeof stocks])
    : documentedLimit(id, creations[id as keyof typeof creations]);
}

const NO_BETA: Usage = { unreadable: "Graph's beta does not tell the list of domains here." };
/** A beta may be without the whole policy, in one cloud or one day. */
const LIST_UNTOLD = { "rejected-input": NO_BETA, "not-found": NO_BETA } as const;

const SIZE_UNTOLD: Usage = { unreadable: "Graph did not say how large the directory is." };

/** Which of the two limits it is follows from the domains; the number that goes is the service's own. */
async function objectsIn(through: Line, options: CallOptions, adding?: number): Promise<LimitStanding> {
  let own: Organization | undefined;
  const usage = await readUsage(
    through,
    "Organization.Read.All",
    async (line) => {
      [own] = await listOf(line, listOrganization, undefined, options).collect({ max: 1 });
      return sizeOf(own);
    },
    // A beta may be without the property, in one cloud or one day: no reason to tell nothing of the rest.
    { "rejected-input": SIZE_UNTOLD },
  );
  return standingOf(limitOf(objectLimitOf(own)), usage, adding);
}

/** The list has those of the user's groups as well, which count for the groups. */
function ownAssignments(through: Line, userId: string, options: CallOptions): Promise<Usage> {
  return readUsage(through, "Directory.Read.All", async (line) => {
    const all = await listOf(line, listAppRoleAssignments, userId, options).collect();
    const isOwn = ({ principalId }: AppRoleAssignment) => principalId.toLowerCase() === userId.toLowerCase();
    return { used: all.filter(isOwn).length };
  });
}

/** How full the directory of an organisation is, as {@link DirectoryLimits.check} tells it. Pure. */
export function judgeObjects(own: Organization | undefined, adding?: number): LimitStanding {
  return standingOf(limitOf(objectLimitOf(own)), sizeOf(own), adding);
}

function sizeOf(own: Organization | undefined): Usage {
  return own?.directorySizeQuota ?? SIZE_UNTOLD;
}

function objectLimitOf(own: Organization | undefined): Countable {
  const hasDomain = own?.verifiedDomains.some(({ isInitial }) => !isInitial) ?? true;
  return hasDomain ? "directory-objects" : "directory-objects-without-domain";
}

/** A number that lacks what was just added would be told as certain, and be wrong. */
const BEHIND: Usage = {
  unreadable:
    "The instance that answered does not show yet what this client has just written: ask again in a moment.",
};

/** What the caller may not read is said, and stands in nobody's way. */
async function readUsage(
  through: Line,
  permission: string,
  read: (line: Line) => Promise<Usage>,
  otherwise: Readonly<Partial<Record<ErrorCode, Usage>>> = {},
): Promise<Usage> {
  const unreadable = `The caller may not read it. That takes ${permission}, and of a person who calls also a role that may.`;
  const answers: Partial<Record<ErrorCode, Usage>> = { forbidden: { unreadable, permission }, ...otherwise };
  const { line, isBehind } = watch(through);
  try {
    const usage = await read(line);
    return isBehind() ? BEHIND : usage;
  } catch (error) {
    const usage = error instanceof B2BError ? answers[error.code] : undefined;
    if (usage === undefined) throw error;
    return usage;
  }
}

import { INVITER_ROLES, type InviterFacts } from "../delegation/index.ts";
import { judgeObjects, type LimitStanding, limitOf } from "../limits/index.ts";
import { remedies } from "../remedies/index.ts";
import { type Facts, makesNewObject } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { unreadFinding } from "./seen.ts";

/** Which limits a new guest may meet. Who is there already takes no room. */
export function judgeLimits(facts: Facts): readonly Finding[] {
  const isNew = makesNewObject(facts);
  if (isNew === false) return [];
  return [...objects(facts, isNew === true), ...creator(facts.inviter), tenants()];
}

function objects({ own }: Facts, isNew: boolean): readonly Finding[] {
  if ("unread" in own) {
    const { source } = limitOf("directory-objects");
    const because =
      "a directory that is full makes no guest more, and none is made in the directory's own domains";
    return [
      unreadFinding(own, "the directory's size and domains", {
        limitation: "directory-limit",
        because,
        source,
      }),
    ];
  }
  const standing = judgeObjects(own.value);
  return standing.status === "clear" ? [] : [ofStanding(standing, isNew)];
}

function ofStanding({ limit, used, total, status, because }: LimitStanding, isNew: boolean): Finding {
  return finding({
    limitation: "directory-limit",
    severity: status === "reached" && isNew ? "blocked" : "caution",
    observed: used === null ? `${because}` : `${used} of ${total} ${limit.unit}`,
    because: limit.whenReached,
    remedies: limit.remedies,
    source: limit.source,
  });
}

/**
 * The roles that certainly make an administrator of a caller. Those of other administrators may do so too; which, is not
 * documented.
 */
const ADMINISTRATORS: ReadonlySet<string> = new Set(
  INVITER_ROLES.flatMap(({ id, name }) => (name.endsWith(" Administrator") ? [id] : [])),
);

export function isAdministrator(inviter: InviterFacts["inviter"]): boolean {
  return inviter?.kind === "user" && inviter.roles.some((role) => ADMINISTRATORS.has(role));
}

/** How much somebody has created is told to nobody. People do reach this limit; applications hardly ever. */
function creator(inviter: InviterFacts["inviter"]): readonly Finding[] {
  if (isAdministrator(inviter)) return [];
  const limit = limitOf("objects-created-by-non-admin");
  const about = {
    limitation: "directory-limit",
    because: limit.whenReached,
    remedies: limit.remedies,
    source: limit.source,
  } as const;
  const number = `${limit.value} ${limit.unit}`;
  if (inviter?.kind === "application") {
    const observed = `how many objects the application has created cannot be read; it may be held to ${limit.value}, as people are`;
    return [finding({ ...about, severity: "info", observed })];
  }
  const lacking = inviter === undefined ? "User.Read" : "RoleManagement.Read.Directory";
  if (inviter === undefined || !inviter.allRoles) {
    const what = "whether the caller is an administrator";
    return [
      unreadFinding({ unread: lacking }, what, {
        ...about,
        because: `others may make no more than ${number}`,
      }),
    ];
  }
  const observed = `the caller is no administrator, and how much of the ${number} is used cannot be read`;
  return [finding({ ...about, severity: "caution", observed })];
}

function tenants(): Finding {
  const limit = limitOf("tenants-per-user");
  return finding({
    ...{ limitation: "directory-limit", severity: "info", remedies: [remedies.leaveDirectories] },
    observed: `in how many directories the person is cannot be read; the most is ${limit.value}`,
    because: limit.whenReached,
    source: limit.source,
  });
}

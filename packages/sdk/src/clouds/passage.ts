import type { AccessTargets, B2BSetting, Visitor } from "../schemas/index.ts";

/**
 * What decides: the entry for the organisation, the default, which clouds are open to each other, what the other
 * organisation has set (`home`), or none of it, for the directory's own people.
 */
export type DecidedBy = "partner" | "default" | "clouds" | "home" | "none";

/** Whether somebody may come or go; `undefined` where that is undecided. */
export interface Passage {
  readonly allowed: boolean | undefined;
  readonly users: Decision;
  readonly applications: Decision;
}

/** One setting, and why it is as it is. */
export interface Decision {
  /** `undefined` where that depends on what was not said, or cannot be told from here. */
  readonly allowed: boolean | undefined;
  readonly decidedBy: DecidedBy;
  /** In a sentence. */
  readonly because: string;
  /** What would have to be said of the visitor to decide it. Empty where it is decided, and where nothing would help. */
  readonly missing: readonly MissingFact[];
}

/** Something that settings name visitors and their applications by. */
export type MissingFact = Exclude<keyof Visitor, "tenantId">;

/** Whoever comes, as far as settings can name it. An `appId` of null is no application in particular. */
export interface Traveller {
  readonly userId?: string | undefined;
  readonly groupIds?: readonly string[] | undefined;
  readonly appId?: string | null | undefined;
}

/**
 * Whether somebody may pass, by one setting of the entry for an organisation and of the default. Pure. The entry goes
 * before the default, part by part; what neither says is undecided.
 *
 * @see https://learn.microsoft.com/graph/api/resources/crosstenantaccesspolicyconfigurationpartner for what an entry leaves open
 */
export function passageOf(
  traveller: Traveller,
  own: B2BSetting | null | undefined,
  general: B2BSetting | null | undefined,
): Passage {
  const users = decide("usersAndGroups", own, general, traveller);
  const applications = decide("applications", own, general, traveller);
  return { allowed: both(users.allowed, applications.allowed), users, applications };
}

/**
 * Whether anybody at all may pass, to whatever application: settings for certain people or applications let somebody
 * through. `undefined` where the settings do not tell.
 */
export function letsAnybodyThrough(
  own: B2BSetting | null | undefined,
  general: B2BSetting | null | undefined,
): boolean | undefined {
  const { allowed, users, applications } = passageOf({ appId: null }, own, general);
  if (allowed !== undefined) return allowed;
  const isTold = [users, applications].every((part) => part.allowed !== undefined || part.missing.length > 0);
  return isTold ? true : undefined;
}

type Part = keyof B2BSetting;

function decide(
  part: Part,
  own: B2BSetting | null | undefined,
  general: B2BSetting | null | undefined,
  traveller: Traveller,
): Decision {
  const decidedBy = own?.[part] ? "partner" : "default";
  const targets = own?.[part] ?? general?.[part];
  const entry = decidedBy === "partner" ? "the entry for this organisation" : "the default";
  const untold = (because: string): Decision => ({ allowed: undefined, decidedBy, because, missing: [] });
  // An entry that says nothing inherits. Every default says something: one that does not show it tells nothing.
  if (!targets) return untold(`${entry} says nothing of ${WHAT[part]}`);
  const verb = VERBS.get(targets.accessType);
  if (verb === undefined) return untold(`${entry} has an unknown access type`);
  const naming = part === "applications" ? namingOfApp(targets, traveller) : namingOfUser(targets, traveller);
  return {
    allowed: naming.isNamed === undefined ? undefined : naming.isNamed === (targets.accessType === "allowed"),
    decidedBy,
    because: `${entry} ${verb} ${naming.whom}`,
    missing: naming.missing ?? [],
  };
}

/** Whether a setting names somebody or something; `undefined` where that is open. */
interface Naming {
  readonly isNamed: boolean | undefined;
  /** Whom it names, for a sentence. */
  readonly whom: string;
  readonly missing?: readonly MissingFact[];
}

const VERBS: ReadonlyMap<string, string> = new Map([
  ["allowed", "allows"],
  ["blocked", "blocks"],
]);
const WHAT: Readonly<Record<Part, string>> = { usersAndGroups: "users", applications: "applications" };

function namingOfUser({ targets }: AccessTargets, { userId, groupIds }: Traveller): Naming {
  if (targets.length === 0) return { isNamed: false, whom: "no users" };
  if (names(targets, ["AllUsers"])) return { isNamed: true, whom: "all users" };
  const known = [...(userId === undefined ? [] : [userId]), ...(groupIds ?? [])];
  if (names(targets, known)) return certain("users", true);
  const missing: MissingFact[] = [];
  if (userId === undefined && targets.some(({ targetType }) => targetType !== "group"))
    missing.push("userId");
  if (groupIds === undefined && targets.some(({ targetType }) => targetType !== "user")) {
    missing.push("groupIds");
  }
  return missing.length === 0 ? certain("users", false) : unsaid("users", missing);
}

function namingOfApp({ accessType, targets }: AccessTargets, { appId }: Traveller): Naming {
  if (targets.length === 0) return { isNamed: false, whom: "no applications" };
  if (names(targets, ["AllApplications"])) return { isNamed: true, whom: "all applications" };
  if (appId === undefined) return unsaid("applications", ["appId"]);
  // Whoever is on the way to none in particular passes where any is open.
  if (appId === null) return { isNamed: accessType === "allowed", whom: "certain applications alone" };
  if (names(targets, [appId])) return certain("applications", true);
  const suite = targets.find(({ target }) => SUITES.has(target.toLowerCase()));
  if (suite === undefined) return certain("applications", false);
  const whom = `certain applications alone, and it cannot be told from here whether ${suite.target} has this one`;
  return { isNamed: undefined, whom };
}

/** Names for many applications; which, changes. */
const SUITES: ReadonlySet<string> = new Set(["office365", "allmicrosoftapps"]);

function certain(what: string, isNamed: boolean): Naming {
  const rest = isNamed ? "this one among them" : "and this one is not among them";
  return { isNamed, whom: `certain ${what} alone, ${rest}` };
}

function unsaid(what: string, missing: readonly MissingFact[]): Naming {
  const facts = missing.map((fact) => `\`${fact}\``).join(" and ");
  return { isNamed: undefined, whom: `certain ${what} alone, and ${facts} was not said`, missing };
}

function names(targets: AccessTargets["targets"], ids: readonly string[]): boolean {
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  return targets.some(({ target }) => wanted.has(target.toLowerCase()));
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

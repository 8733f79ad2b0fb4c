import type { PresentObject, UserRight } from "../../directory/index.ts";

/** What one operation asks of whoever calls it. Permissions stand as Microsoft's tables have them, the least first. */
export interface OperationRights {
  /** The page that says so, below https://learn.microsoft.com/graph/api/. */
  readonly page: string;
  /** What users have to have lent the application: one of these, or all that an "and" joins. None named: nothing. */
  readonly delegated: readonly string[];
  /** What is enough beside that where users ask about themselves. */
  readonly self?: readonly string[];
  /** What an application on its own has to have been given. Absent: it cannot call this, whatever it has. */
  readonly application?: readonly string[];
  /** What the user has to be allowed in person. Absent: what every user is. */
  readonly user?: UserRight;
  /** What is enough for whoever writes one property and no other, or selects no other: for each that has such permissions. */
  readonly byProperty?: Readonly<Record<string, readonly string[]>>;
  /** Whether `Application.ReadWrite.OwnedBy` is enough for what the application owns alone. */
  readonly ownedAlone?: true;
  /** Whether it is done to the application that the body names, and not to what the path does. */
  readonly toAppInBody?: true;
  /** Whether it is done to whoever asks. */
  readonly toCaller?: true;
  /** How a token that carries too little is refused. Absent: as everywhere. */
  readonly refusal?: "invite-permission-missing" | "scopes-missing" | "log-permissions-missing";
}

/** What an operation is done to, where that decides who may. Groups that roles can be assigned to are better guarded. */
export type Target = PresentObject["kind"] | "groupForRoles";

/** What an operation asks that is more, or less, by what it is done to. */
export interface RightsByTarget {
  readonly byTarget: Readonly<Partial<Record<Target, OperationRights>>>;
}

export type Rights = OperationRights | RightsByTarget;

/** By method and route. Each variable of a route is `{id}` here. */
export type RightsTable = Readonly<Record<string, Rights>>;

/** What users and applications need alike. */
export function both(page: string, permissions: readonly string[], user?: UserRight): OperationRights {
  return { page, delegated: permissions, application: permissions, ...(user && { user }) };
}

/** The permission of an application that manages none but its own. */
export const OWNED_BY = "Application.ReadWrite.OwnedBy";

/** What an application on its own can read with less than users lend it. It sees what it does not own as well. */
export function ownedBy(page: string, permissions: readonly string[], user?: UserRight): OperationRights {
  return {
    ...both(page, permissions, user),
    application: [OWNED_BY, ...permissions],
  };
}

/** What an application on its own can do with less than users lend it: to what it owns. */
export function toOwned(page: string, permissions: readonly string[], user?: UserRight): OperationRights {
  return { ...ownedBy(page, permissions, user), ownedAlone: true };
}

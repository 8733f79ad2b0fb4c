import { type Cloud, type Home, plainDomain, type Reach } from "../clouds/index.ts";
import type { InviterFacts } from "../delegation/index.ts";
import type { Namesake, Visit } from "../resources/index.ts";
import type {
  ConditionalAccessPolicy,
  DomainPolicy,
  Guest,
  InvitationInput,
  Membership,
  Organization,
  PreflightQuestion,
} from "../schemas/index.ts";
import type { Seen } from "./seen.ts";

/** Everything that an invitation is judged by: what was asked, and what was read. */
export interface Facts {
  readonly cloud: Cloud;
  readonly input: InvitationInput;
  /** Of the invited address, as the net writes it. */
  readonly domain: string;
  readonly question: PreflightQuestion;
  readonly home: Home;
  readonly reach: Reach;
  /** Whether the client itself refuses who is out of reach, and who may be. */
  readonly refuses: { readonly unreachable: boolean; readonly unknown: boolean };
  /** What goes for people of the guest's organisation; `undefined` where there is none, or its tenant id is not known. */
  readonly visit: Seen<Visit | undefined>;
  /** The same for the guest, as far as the question tells who that is at home, and which application is opened. */
  readonly guestVisit: Seen<Visit | undefined>;
  /** `allowInvitesFrom` of the authorization policy. */
  readonly allowInvitesFrom: Seen<string | null>;
  readonly inviter: InviterFacts["inviter"];
  /** How long, in milliseconds, until what this client has changed of who may invite is sure to act. */
  readonly rightsSettleInMs: number;
  readonly domains: Seen<DomainPolicy>;
  readonly own: Seen<Organization>;
  /** Whether the directory has B2B collaboration at all; `undefined` where nobody can tell. */
  readonly collaborates: boolean | undefined;
  /** Who has the address already. */
  readonly namesakes: Seen<readonly Namesake[]>;
  readonly policies: Seen<readonly ConditionalAccessPolicy[]>;
  /** Whose redemption is reset; `undefined` in an ordinary invitation. */
  readonly reset: ResetFacts | undefined;
  /** The account that is invited itself, `undefined` within for nobody of that id; `undefined` in an ordinary invitation. */
  readonly account: Seen<NamedAccount | undefined> | undefined;
  /** The sponsors who are not there, by id. */
  readonly absentSponsors: Seen<readonly string[]>;
}

/** Whom `invitedUser` names. */
export type NamedAccount = Pick<Guest, "id" | "creationType" | "mail" | "otherMails" | "accountEnabled">;

export interface ResetFacts {
  /** `undefined` for nobody of that id. */
  readonly target: Seen<NamedAccount | undefined>;
  /** The groups and roles of the target. */
  readonly memberships: Seen<readonly Membership[]>;
}

/** Whether the invitation would make a new object; `undefined` where nobody could look. */
export function makesNewObject({ input, namesakes }: Facts): boolean | undefined {
  if (input.invitedUser !== undefined) return false;
  return "unread" in namesakes ? undefined : namesakes.value.length === 0;
}

/** Whether an organisation is the directory's own; `undefined` where that could not be read. */
export function isOwnDomain({ own, domain }: Facts): boolean | undefined {
  if ("unread" in own) return undefined;
  return own.value.verifiedDomains.some(({ name }) => plainDomain(name) === domain);
}

/** Who signs in. */
export interface Visitor {
  readonly userId: string;
  readonly kind: "member" | "internalGuest" | "b2bCollaborationGuest" | "b2bCollaborationMember";
  /** The other organisation in which the account lives; null for an account in no Entra directory, and for one of this one's own. */
  readonly homeTenantId: string | null;
  readonly groupIds: readonly string[];
  readonly roleIds: readonly string[];
  /** Whether a method for multifactor authentication is registered in the directory that is signed in to. */
  readonly isMfaRegistered: boolean;
}

/** Whether an account lives in the directory that is signed in to. Nobody was invited to be a member or an internal guest. */
export function isOwn({ kind }: Visitor): boolean {
  return kind === "member" || kind === "internalGuest";
}

/** Where, with what and to what somebody signs in. */
export interface Circumstances {
  /** The application that is opened, by its app id; null for none in particular. */
  readonly appId: string | null;
  readonly clientAppType: string;
  readonly platform: string;
  /** The named locations that the place belongs to. */
  readonly locationIds: readonly string[];
  readonly isTrustedLocation: boolean;
  /** What the home organisation says of the device; of its own people's, this one. */
  readonly device: { readonly isCompliant: boolean; readonly isHybridJoined: boolean };
  readonly signInRisk: string;
  readonly userRisk: string;
}

/** What the directory that is signed in to takes on trust from the visitor's own organisation. */
export interface Trust {
  readonly mfa: boolean;
  readonly compliantDevice: boolean;
  readonly hybridJoinedDevice: boolean;
}

/** How strong an authentication is: a second factor, one without a password, one that cannot be phished. */
export type Strength = "mfa" | "passwordless" | "phishing-resistant";

/** What the visitor's own organisation does at sign-in. */
export interface HomeSignIn {
  /** What it asks for by itself; null for a password alone. */
  readonly asks: Strength | null;
  /** The strongest that the visitor can do there. */
  readonly canDo: Strength;
  /** Why it lets the visitor go nowhere, if it does not. */
  readonly blocked?: Blocked | undefined;
}

/** One prompt that the visitor really saw. */
export interface Challenge {
  readonly tenant: "home" | "resource";
  readonly kind: "mfa" | "strength" | "terms";
  /** Who asked for it: policies by name, or the home organisation. */
  readonly askedBy: readonly string[];
}

/** Why somebody was not let in. */
export type Blocked =
  | "blocked-by-policy"
  | "device-not-accepted"
  | "control-not-possible"
  | "too-weak"
  /** The sign-in looks risky, and there is no method that was there before. */
  | "not-registered"
  /** Before any policy is looked at; `account-disabled` here, or by the home organisation. */
  | "account-deleted"
  | "account-disabled"
  /** The cloud has no guests with an account of that kind, or nobody vouches for the address. */
  | "no-account"
  | "not-let-in";

/** What came of a sign-in. */
export interface SignInResult {
  readonly allowed: boolean;
  /** `by` is a policy's name, or `the home organisation`. */
  readonly blocked: { readonly because: Blocked; readonly by: string } | undefined;
  /** In the order in which they were seen. */
  readonly challenges: readonly Challenge[];
  /** Whether a policy of the directory asked for multifactor authentication, wherever it was done. */
  readonly requiresMfa: boolean;
  /** Whether multifactor authentication stands as done in the directory: it was done there, or at home and is trusted. */
  readonly countsAsMfa: boolean;
  /** Policies in report-only mode that would have had something to say. */
  readonly reported: readonly string[];
}

/** What can be done, in words that a `switch` can exhaust. */
export type RemedyAction =
  | "ask-for-other-address"
  | "add-address"
  | "create-member"
  | "trust-partner-mfa"
  | "enable-cloud"
  | "add-partner"
  | "allow-partner"
  | "allow-inviting"
  | "allow-domain"
  | "grant-guest-inviter"
  | "grant-permission"
  | "free-quota"
  | "raise-quota"
  | "create-as-admin"
  | "leave-directories"
  | "remove-one"
  | "assign-group"
  | "merge-policies"
  | "shorten-list"
  | "split-request"
  | "use-account"
  | "unblock-account"
  | "reset-as-admin"
  | "change-policy"
  | "find-home"
  | "look-up"
  | "mend-policy"
  | "wait"
  | "invite-without-mail"
  | "contact-support";

/** Something that somebody can do about a problem. */
export interface Remedy {
  readonly action: RemedyAction;
  /** Whose hands it is in. */
  readonly who: "inviter" | "resource-admin" | "home-admin" | "microsoft";
  /** What to do, in a sentence for a person to read. */
  readonly text: string;
  /** The page that says more. */
  readonly link?: string;
}

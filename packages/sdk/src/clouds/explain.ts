import type { Undecided, Unreachable } from "./reach.ts";

/** Why somebody is out of reach, or may be, in a sentence without its full stop. */
export function explain({
  reason,
  from,
  to,
}: Pick<Unreachable | Undecided, "reason" | "from" | "to">): string {
  switch (reason) {
    case "home-unknown":
      return from === undefined
        ? `nobody knows which cloud the guest's account lives in; this directory is in ${to}`
        : `the guest's account lives in the cloud ${from}, and nobody knows in which organisation; without its tenant id this directory, in ${to}, cannot tell whether it lets it in`;
    case "settings-unsettled":
      return "the settings that were read do not show yet what this client has just changed";
    case "settings-unread":
      return "this directory's cross-tenant access settings, or which organisation is its own and of which kind, could not be read, or do not tell, so that nobody here can tell whether the guest is let in";
    case "policy-failed":
      return "the policy of this client's `boundary` failed, gave no answer in time, or answered what is no reach";
    case "pair-unsupported":
      return `the guest's account lives in the cloud ${from}, this directory in ${to}: invitations do not cross that boundary`;
    case "cloud-not-enabled":
      return `the guest's account lives in the cloud ${from}, this directory in ${to}, and this directory has not opened that cloud`;
    case "partner-not-added":
      return `the guest's account lives in the cloud ${from}, this directory in ${to}: that cloud is open, but the guest's organisation has no entry in cross-tenant access`;
    case "closed-at-home":
      return "the cross-tenant access settings of the guest's organisation do not let its people be guests here";
    case "cloud-worker-disabled":
      return "the guest's organisation has disabled the application Microsoft B2B Cross Cloud Worker, by which invitations cross clouds";
    case "account-unsupported":
      return from === undefined
        ? `the guest has a personal account, and this directory's cloud, ${to}, takes none`
        : `the guest's organisation, in the cloud ${from}, is one without B2B collaboration`;
    case "directory-unsupported":
      return `this directory, in ${to}, is one without B2B collaboration`;
    case "partner-blocked":
      return "this directory's cross-tenant access settings let nobody in from the guest's organisation";
  }
}

/** What the service itself knows, and it is asked next: its own settings. */
export const SERVICE_KNOWS: ReadonlySet<string> = new Set<Undecided["reason"]>([
  "settings-unsettled",
  "settings-unread",
]);

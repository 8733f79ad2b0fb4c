import { B2BError, checked, errorFromFailure, inTheNameOf } from "../errors/index.ts";
import {
  CALL_OPTIONS,
  type CallOptions,
  checkOptions,
  createInvitation,
  inTime,
  type Line,
  requestFor,
} from "../resources/index.ts";
import { type InvitationInput, type PreflightQuestion, readPreflightQuestion } from "../schemas/index.ts";
import { judgeNamesakes } from "./already-in-directory.ts";
import { judgeReach } from "./cloud-boundary.ts";
import { judgeLimits } from "./directory-limit.ts";
import { judgeDomain } from "./domain-not-allowed.ts";
import { judgeMfa } from "./double-mfa.ts";
import type { Facts } from "./facts.ts";
import { type PreflightReport, reportOf } from "./finding.ts";
import { judgeCaller } from "./invitations-restricted.ts";
import { judgeAccount } from "./invited-account.ts";
import { type Lookout, look } from "./look.ts";
import { judgeLag, softened } from "./replication.ts";
import { judgeReset } from "./reset.ts";
import { judgeSponsors } from "./sponsors.ts";

/** Options of {@link Preflight.invitation}. What you tell it of what cannot be read makes the answer more certain. */
export interface PreflightOptions extends CallOptions, PreflightQuestion {}

/** What is to be expected, before anything is done. */
export interface Preflight {
  /**
   * Tells what an invitation will meet, without inviting: a finding for each limitation that applies, with what was seen,
   * why it matters, what can be done and by whom. Takes what {@link Invitations.create | invitations.create} takes.
   *
   * Reads at once: who may invite, who calls, the list of domains, the directory's size and domains, who has the
   * address already, cross-tenant access and conditional access; and asks the client's `boundary` where the guest is at
   * home. What may not be read for lack of a permission is a finding of its own, with the permission's name. All of it takes
   * `Policy.Read.All`, `User.Read.All`, `Organization.Read.All`, `Policy.ReadWrite.B2BManagementPolicy`, and for a user
   * `RoleManagement.Read.Directory`; with sponsors, or a reset, `Directory.Read.All`.
   *
   * @throws B2BError `invalid-input` before anything is sent, as the invitation would be; whatever else a read fails
   * with: what is down for now says nothing of an invitation
   */
  invitation(input: InvitationInput, options?: PreflightOptions): Promise<PreflightReport>;
}

const ID = "preflight.invitation";
const JUDGES: readonly ((facts: Facts) => PreflightReport["findings"])[] = [
  ...[judgeReach, judgeCaller, judgeReset, judgeAccount, judgeDomain],
  ...[judgeNamesakes, judgeSponsors, judgeLimits, judgeMfa, judgeLag],
];

export function preflight(line: Line, lookout: Lookout): Preflight {
  return {
    async invitation(input, options = {}) {
      checkOptions(ID, options, [...CALL_OPTIONS, "permissions", "homeLetsOut", "signIn"]);
      const { signal, timeoutMs, ...question } = options;
      const request = requestFor(line, { ...createInvitation, id: ID }, input, { signal, timeoutMs });
      const asked = checked(ID, readPreflightQuestion(question));
      try {
        const facts = await inTheNameOf(ID, () =>
          inTime(line.clock, request.context, (stop) =>
            look(line, lookout, { input, question: asked }, { signal: stop }),
          ),
        );
        return reportOf(
          softened(
            JUDGES.flatMap((judge) => judge(facts)),
            facts,
          ),
        );
      } catch (failure) {
        throw failure instanceof B2BError ? failure : errorFromFailure(request, failure);
      }
    },
  };
}

import { type CloudId, type HomeResolver, homeFor, isAcrossClouds } from "../clouds/index.ts";
import { checked } from "../errors/index.ts";
import {
  accessTowards,
  type Border,
  type CallOptions,
  getCrossTenantAccessPolicy,
  getGuest,
  type Line,
  listConditionalAccessPolicies,
  listOf,
  sharedTime,
  startCall,
  visitOf,
  waitInTime,
  watch,
} from "../resources/index.ts";
import { readSignInQuestion, type SignInQuestion } from "../schemas/index.ts";
import { isOwn } from "./account-kind.ts";
import { boundaryFor } from "./let-in.ts";
import { membershipsOf, turnsOnMemberships, withPermissions } from "./memberships.ts";
import { predictSignIn, type ResourceTenantSettings, type SignInPrediction } from "./predict.ts";
import { trustIn } from "./trust-in.ts";

/** What guests will meet when they sign in to this directory. */
export interface SignIn {
  /**
   * Tells before an invitation what challenges the guest will meet at sign-in, in which tenant, why, and which setting
   * would spare a second one; and whether the guest is let in at all. Reads this directory's conditional access policies
   * and cross-tenant access settings; needs `Policy.Read.All`. What the guest's own organisation lets out cannot be read
   * from here, and nothing is claimed of it. Where nobody says in which cloud that organisation is (`homeCloud`, or the
   * resolver of the client's `boundary`), nobody can tell whether its people are let in: the answer is `unknown` then.
   *
   * Of a guest whom `guest.id` names it reads the account: whether it was invited, whether it is a guest's or a member's,
   * and whether it may sign in; and, where the answer turns on them, its groups and roles. What the question says already
   * goes before what is read. That needs `User.Read.All`, and for roles `RoleManagement.Read.Directory`: without it the
   * answer is `unknown` where it turns on that, and an account is taken to be one that was invited and may sign in.
   *
   * Within two minutes of a change that this client has made, and that the instance which answers does not show yet, the
   * answer is `unknown` too: ask again.
   *
   * @throws B2BError `forbidden` where policies or settings may not be read; `not-found` for an id that nobody has
   */
  predict(question: SignInQuestion, options?: CallOptions): Promise<SignInPrediction>;
}

export function signIn(through: Line, { resolver }: Pick<Border, "resolver">): SignIn {
  return {
    async predict(question, options = {}) {
      const asked = checked(ID, readSignInQuestion(question));
      const left = sharedTime(through, ID, options);
      const { line, isBehind } = watch(through);
      const [policies, access, guest] = await Promise.all([
        listOf(line, listConditionalAccessPolicies, undefined, left()).collect(),
        towards(line, resolver, asked, left),
        accountOf(line, asked.guest, left()),
      ]);
      const judge = (known: SignInQuestion["guest"]) =>
        predictSignIn({ ...asked, guest: known }, { policies, ...access });
      let prediction = judge(guest);
      if (guest?.id !== undefined && turnsOnMemberships(prediction)) {
        const found = await membershipsOf(line, guest.id, left());
        const { groupIds = found.groupIds, roleIds = found.roleIds } = guest;
        prediction = judge({ ...guest, groupIds, roleIds });
      }
      if (isBehind()) return UNSETTLED;
      // Of somebody who is yet to be invited there is nothing to read.
      return guest?.id === undefined ? prediction : withPermissions(prediction);
    },
  };
}

const ID = "signIn.predict";

/** An answer by what was before the client's own change would be certain, and wrong. */
const UNSETTLED: SignInPrediction = {
  outcome: "unknown",
  challenges: [],
  missing: ["what this client has just changed: the instance that answered does not show it yet; ask again"],
};

/** The guest with what an account shows of it. Who may not read that leaves it open. */
async function accountOf(
  line: Line,
  guest: SignInQuestion["guest"],
  options: CallOptions,
): Promise<SignInQuestion["guest"]> {
  if (guest?.id === undefined) return guest;
  // By its name too, which a change of the account may have gone by.
  const select = ["id", "userPrincipalName", "userType", "creationType", "accountEnabled"] as const;
  const read = { ...getGuest<(typeof select)[number]>(), id: ID };
  const account = await startCall(line, read, { id: guest.id, select }, options).safe();
  if (!account.ok) {
    if (account.error.is("forbidden")) return guest;
    throw account.error;
  }
  const { value } = account;
  const { accountEnabled = value.accountEnabled ?? true, creationType = value.creationType } = guest;
  // Members from before there were user types have none.
  const usual = isOwn({ creationType }) ? "Member" : "Guest";
  const { userType = value.userType ?? usual } = guest;
  return { ...guest, accountEnabled, creationType, userType: userType === "Member" ? "Member" : "Guest" };
}

/** What goes for guests of an organisation: an entry for it before the default, but for what it leaves open. */
async function towards(
  line: Line,
  resolver: HomeResolver,
  question: SignInQuestion,
  left: () => CallOptions,
): Promise<Omit<ResourceTenantSettings, "policies">> {
  const { homeTenantId, atHome, appId } = question;
  // They are about other Entra organisations: of an account in none they say nothing.
  if (homeTenantId === null) return { inboundTrust: null };
  const { homeCloud = await cloudOf(line, resolver, homeTenantId, left()) } = question;
  const { partner, general } = await accessTowards(line, homeTenantId, left);
  const isAcross = homeCloud !== undefined && isAcrossClouds(line.cloud, homeCloud);
  const policy = isAcross ? await startCall(line, getCrossTenantAccessPolicy, undefined, left()) : {};
  const visit = visitOf({ ...atHome, appId }, partner, general);
  // Where Graph shows neither there is nothing that could shut anybody out.
  const isShown = partner?.b2bCollaborationInbound ?? general.b2bCollaborationInbound;
  return {
    inboundTrust: trustIn(visit),
    boundary: boundaryFor(line.cloud, homeCloud, policy.allowedCloudEndpoints ?? [], partner !== undefined),
    passage: isShown ? visit.inbound : undefined,
  };
}

/** In which cloud an organisation is; `undefined` where nobody knows. */
async function cloudOf(
  { clock }: Line,
  resolver: HomeResolver,
  tenantId: string,
  options: CallOptions,
): Promise<CloudId | undefined> {
  const home = await waitInTime(clock, ID, options, (stop) => homeFor(resolver, tenantId, stop));
  return home.kind === "tenant" ? home.tenant.cloud : undefined;
}

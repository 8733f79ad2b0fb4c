import { checked } from "../errors/index.ts";
import {
  type CallOptions,
  getDefaultCrossTenantAccess,
  getPartnerCrossTenantAccess,
  type Line,
  listConditionalAccessPolicies,
  listOf,
  sharedTime,
  startCall,
} from "../resources/index.ts";
import {
  type CrossTenantAccess,
  type InboundTrust,
  readSignInQuestion,
  type SignInQuestion,
} from "../schemas/index.ts";
import { passageFor } from "./let-in.ts";
import { membershipsOf, turnsOnMemberships, withPermissions } from "./memberships.ts";
import { predictSignIn, type ResourceTenantSettings, type SignInPrediction } from "./predict.ts";

/** What guests will meet when they sign in to this directory. */
export interface SignIn {
  /**
   * Tells before an invitation what challenges the guest will meet at sign-in, in which tenant, why, and which setting
   * would spare a second one; and whether the guest is let in at all. Reads this directory's conditional access policies
   * and cross-tenant access settings; needs `Policy.Read.All`. What the guest's own organisation lets out cannot be read
   * from here, and nothing is claimed of it.
   *
   * Where the answer turns on the groups or roles of a guest whom `guest.id` names, those are read as well, unless the
   * question has them. That needs `User.Read.All`, and for roles `RoleManagement.Read.Directory`; without it the answer
   * is `unknown`, and says so.
   *
   * @throws B2BError `forbidden` where policies or settings may not be read; `not-found` where groups or roles were to be
   * read of a guest who is not there
   */
  predict(question: SignInQuestion, options?: CallOptions): Promise<SignInPrediction>;
}

export function signIn(line: Line): SignIn {
  return {
    async predict(question, options = {}) {
      const asked = checked("signIn.predict", readSignInQuestion(question));
      const left = sharedTime(line, "signIn.predict", options);
      const [policies, access] = await Promise.all([
        listOf(line, listConditionalAccessPolicies, undefined, options).collect(),
        towards(line, asked, left),
      ]);
      const judge = (whole: SignInQuestion) => predictSignIn(whole, { policies, ...access });
      const prediction = judge(asked);
      const { guest } = asked;
      if (guest?.id === undefined || !turnsOnMemberships(prediction)) return prediction;
      const found = await membershipsOf(line, guest.id, left());
      const { groupIds = found.groupIds, roleIds = found.roleIds } = guest;
      return withPermissions(judge({ ...asked, guest: { ...guest, groupIds, roleIds } }));
    },
  };
}

/** What goes for guests of an organisation: an entry for it before the default, but for what it leaves open. */
async function towards(
  line: Line,
  question: SignInQuestion,
  left: () => CallOptions,
): Promise<Pick<ResourceTenantSettings, "inboundTrust" | "passage">> {
  const { homeTenantId } = question;
  const own = homeTenantId === null ? null : await entryFor(line, homeTenantId, left());
  const general = await startCall(line, getDefaultCrossTenantAccess, undefined, left());
  const trust = (name: keyof InboundTrust) =>
    own?.inboundTrust?.[name] ?? general.inboundTrust?.[name] ?? null;
  return {
    inboundTrust: {
      isMfaAccepted: trust("isMfaAccepted"),
      isCompliantDeviceAccepted: trust("isCompliantDeviceAccepted"),
      isHybridAzureADJoinedDeviceAccepted: trust("isHybridAzureADJoinedDeviceAccepted"),
    },
    passage: passageFor(question, own?.b2bCollaborationInbound, general.b2bCollaborationInbound),
  };
}

async function entryFor(
  line: Line,
  tenantId: string,
  options: CallOptions,
): Promise<CrossTenantAccess | null> {
  const partner = await startCall(line, getPartnerCrossTenantAccess, tenantId, options).safe();
  if (partner.ok) return partner.value;
  if (partner.error.is("not-found")) return null;
  throw partner.error;
}

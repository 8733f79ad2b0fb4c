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
import { type InboundTrust, readSignInQuestion, type SignInQuestion } from "../schemas/index.ts";
import { membershipsOf, turnsOnMemberships, withPermissions } from "./memberships.ts";
import { predictSignIn, type SignInPrediction } from "./predict.ts";

/** What guests will meet when they sign in to this directory. */
export interface SignIn {
  /**
   * Tells before an invitation what challenges the guest will meet at sign-in, in which tenant, why, and which setting
   * would spare a second one. Reads this directory's conditional access policies and trust settings; needs `Policy.Read.All`.
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
      const [policies, inboundTrust] = await Promise.all([
        listOf(line, listConditionalAccessPolicies, undefined, options).collect(),
        inboundTrustTowards(line, asked.homeTenantId, left),
      ]);
      const judge = (whole: SignInQuestion) => predictSignIn(whole, { policies, inboundTrust });
      const prediction = judge(asked);
      const { guest } = asked;
      if (guest?.id === undefined || !turnsOnMemberships(prediction)) return prediction;
      const found = await membershipsOf(line, guest.id, left());
      const { groupIds = found.groupIds, roleIds = found.roleIds } = guest;
      return withPermissions(judge({ ...asked, guest: { ...guest, groupIds, roleIds } }));
    },
  };
}

/** An entry for the organisation goes before the default, but for what it leaves open. */
async function inboundTrustTowards(
  line: Line,
  tenantId: string | null,
  left: () => CallOptions,
): Promise<InboundTrust | null> {
  const own = tenantId === null ? null : await partnerTrust(line, tenantId, left());
  if (own && TRUSTS.every((name) => typeof own[name] === "boolean")) return own;
  const general = (await startCall(line, getDefaultCrossTenantAccess, undefined, left())).inboundTrust;
  const trust = (name: (typeof TRUSTS)[number]) => own?.[name] ?? general?.[name] ?? null;
  return {
    isMfaAccepted: trust("isMfaAccepted"),
    isCompliantDeviceAccepted: trust("isCompliantDeviceAccepted"),
    isHybridAzureADJoinedDeviceAccepted: trust("isHybridAzureADJoinedDeviceAccepted"),
  };
}

const TRUSTS = ["isMfaAccepted", "isCompliantDeviceAccepted", "isHybridAzureADJoinedDeviceAccepted"] as const;

async function partnerTrust(
  line: Line,
  tenantId: string,
  options: CallOptions,
): Promise<InboundTrust | null> {
  const partner = await startCall(line, getPartnerCrossTenantAccess, tenantId, options).safe();
  if (partner.ok) return partner.value.inboundTrust;
  if (partner.error.is("not-found")) return null;
  throw partner.error;
}

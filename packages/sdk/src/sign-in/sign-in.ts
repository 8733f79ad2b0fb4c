import { invalidInput } from "../errors/index.ts";
import {
  type CallOptions,
  getDefaultCrossTenantAccess,
  getPartnerCrossTenantAccess,
  type Line,
  listConditionalAccessPolicies,
  listOf,
  startCall,
} from "../resources/index.ts";
import { type InboundTrust, readSignInQuestion, type SignInQuestion } from "../schemas/index.ts";
import { judgeSignIn, type SignInPrediction } from "./predict.ts";

/** What guests will meet when they sign in to this directory. */
export interface SignIn {
  /**
   * Tells before an invitation what challenges the guest will meet at sign-in, in which tenant, why, and which setting
   * would spare a second one. Reads this directory's conditional access policies and trust settings; needs `Policy.Read.All`.
   */
  predict(question: SignInQuestion, options?: CallOptions): Promise<SignInPrediction>;
}

export function signIn(line: Line): SignIn {
  return {
    async predict(question, options = {}) {
      const reading = readSignInQuestion(question);
      if (!reading.ok) throw invalidInput("signIn.predict", reading.problems);
      const [policies, inboundTrust] = await Promise.all([
        listOf(line, listConditionalAccessPolicies, undefined, options).collect(),
        inboundTrustTowards(line, question.homeTenantId, options),
      ]);
      return judgeSignIn(reading.value, { policies, inboundTrust });
    },
  };
}

/** An entry for the organisation goes before the default, but for what it leaves open. */
async function inboundTrustTowards(
  line: Line,
  tenantId: string | null,
  options: CallOptions,
): Promise<InboundTrust | null> {
  const own = tenantId === null ? null : await partnerTrust(line, tenantId, options);
  if (own && TRUSTS.every((name) => typeof own[name] === "boolean")) return own;
  const general = (await startCall(line, getDefaultCrossTenantAccess, undefined, options)).inboundTrust;
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

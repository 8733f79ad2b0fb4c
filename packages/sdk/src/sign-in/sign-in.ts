import type { Decision } from "../clouds/index.ts";
import { checked, inTheNameOf } from "../errors/index.ts";
import {
  type Border,
  type CallOptions,
  type Line,
  listConditionalAccessPolicies,
  listOf,
  sharedTime,
  watch,
} from "../resources/index.ts";
import { isPersonalTenant, readSignInQuestion, type SignInQuestion } from "../schemas/index.ts";
import { accountOf } from "./account.ts";
import { isOwn } from "./account-kind.ts";
import { type Settled, settled } from "./home-of-account.ts";
import { membershipsOf, turnsOnMemberships, withPermissions } from "./memberships.ts";
import { boundaryForNoOrganisation, MICROSOFT } from "./no-organisation.ts";
import { predictSignIn, type SignInPrediction } from "./predict.ts";
import { ownTenantId, type Towards, towards } from "./towards.ts";

/** What guests will meet when they sign in to this directory. */
export interface SignIn {
  /**
   * Tells before an invitation what challenges the guest will meet at sign-in, in which tenant, why, and which setting
   * would spare a second one; and whether the guest is let in at all. Reads this directory's conditional access policies
   * and cross-tenant access settings; needs `Policy.Read.All`. What the guest's own organisation lets out cannot be read
   * from here: nothing is claimed of it, unless the question says it (`homeLetsOut`) or the policy of the client's
   * `boundary` asks there, as one of `bothSides` does. Where nobody says in which cloud that organisation is (`homeCloud`,
   * or the resolver of the client's `boundary`), nobody can tell whether its people are let in: the answer is `unknown` then.
   *
   * With `Organization.Read.All` it knows the directory's own tenant id, and takes whoever is at home there for one of the
   * directory's own people; without it every organisation is taken for another one.
   *
   * Of a guest whom `guest.id` names it reads the account: whether it was invited, with what it has redeemed, whether it is
   * a guest's or a member's, and whether it may sign in; and, where the answer turns on them, its groups and roles. What the
   * question says already goes before what is read, but for where the account lives. That needs `User.Read.All`, and for
   * roles `RoleManagement.Read.Directory`: without the first the answer is `unknown`, unless the question says whether the
   * account may sign in (`accountEnabled`) and how it came about (`creationType`); without the second where it turns on roles.
   *
   * Within two minutes of a change that this client has made, and that the instance which answers does not show yet, the
   * answer is `unknown` too: ask again.
   *
   * @throws B2BError `forbidden` where policies or settings may not be read; `not-found` for an id that nobody has
   */
  predict(question: SignInQuestion, options?: CallOptions): Promise<SignInPrediction>;
}

export function signIn(through: Line, border: Border): SignIn {
  return {
    predict: (question, options = {}) => inTheNameOf(ID, () => predict(through, border, question, options)),
  };
}

async function predict(
  through: Line,
  border: Border,
  question: SignInQuestion,
  options: CallOptions,
): Promise<SignInPrediction> {
  const asked = checked(ID, readSignInQuestion(question));
  const left = sharedTime(through, ID, options);
  const { line, isBehind } = watch(through);
  const asking = { line, border, operation: ID, left };
  const mayBeOwn = asked.homeTenantId !== null && !isOwn(asked.guest);
  const [policies, access, account, own] = await Promise.all([
    listOf(line, listConditionalAccessPolicies, undefined, left()).collect(),
    towards(asking, asked),
    accountOf(line, ID, asked.guest, left()),
    mayBeOwn ? ownTenantId(asking) : undefined,
  ]);
  const found = settled(asked, account, own);
  const isPersonal = isPersonalTenant(question.homeTenantId);
  const issuer = account.issuer ?? (isPersonal ? MICROSOFT : undefined);
  const known = knownOf(found.question, access, boundaryForNoOrganisation(line.cloud, issuer));
  const judge = (guest: SignInQuestion["guest"]) =>
    predictSignIn({ ...known.question, guest }, { policies, ...known.settings });
  const { guest } = found.question;
  let prediction = judge(guest);
  if (guest?.id !== undefined && turnsOnMemberships(prediction)) {
    const read = await membershipsOf(line, guest.id, left());
    const { groupIds = read.groupIds, roleIds = read.roleIds } = guest;
    prediction = judge({ ...guest, groupIds, roleIds });
  }
  if (isBehind() || access.isBehind) return UNSETTLED;
  return told(found, prediction);
}

const ID = "signIn.predict";

/** All but the policies that a guest is judged by. Of an account in no organisation, settings for organisations say nothing. */
function knownOf(question: SignInQuestion, { settings, homeLetsOut }: Towards, ofNone: Decision | undefined) {
  return question.homeTenantId === null
    ? { question, settings: { inboundTrust: null, boundary: ofNone } }
    : { question: { ...question, homeLetsOut }, settings };
}

/** An answer by what was before the client's own change would be certain, and wrong. */
const UNSETTLED: SignInPrediction = {
  outcome: "unknown",
  challenges: [],
  missing: ["what this client has just changed: the instance that answered does not show it yet; ask again"],
};

/** What may be told of an account. Of one of which too little is known nothing is certain, but that a blocked one stays out. */
function told({ question, open, vouchedForBy }: Settled, judged: SignInPrediction): SignInPrediction {
  const isOpen = open.length > 0 && judged.isAccountBlocked !== true;
  const prediction: SignInPrediction = isOpen
    ? { outcome: "unknown", challenges: [], missing: [...open, ...judged.missing] }
    : judged;
  const whole = vouchedForBy === undefined ? prediction : { ...prediction, vouchedForBy };
  // Of somebody who is yet to be invited there is nothing to read.
  return question.guest?.id === undefined ? whole : withPermissions(whole);
}

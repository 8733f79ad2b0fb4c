import type { InvitationInput } from "@vestibule/sdk";
import type { WireRequest, WireResponse } from "@vestibule/sdk/wire";
import { answer, pathOf, refusal, type Step } from "./scripted-transport.ts";

export const adaId = "f1a7b0de-95c8-4b9c-9ed1-6b1f6d2f4c20";
export const strangerId = "0c1d2e3f-0000-4000-8000-00000000beef";
export const groupId = "11111111-2222-4333-8444-555555555555";

/** The invitation that most tests send: without a mail, so that a second one does no harm. */
export const toAda: InvitationInput = {
  invitedUserEmailAddress: "ada@fabrikam.com",
  inviteRedirectUrl: "https://app.contoso.com",
};

/** The same with a mail: never to be sent twice on a guess. */
export const mailToAda: InvitationInput = { ...toAda, sendInvitationMessage: true };

/** What Graph says of a new invitation. */
export const invitationOfAda = {
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#invitations/$entity",
  id: "3b0f9c52-6f0a-4b1e-9f5f-0d4d2f3c8a11",
  inviteRedeemUrl: "https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com",
  invitedUserDisplayName: null,
  invitedUserType: "Guest",
  invitedUserEmailAddress: "ada@fabrikam.com",
  sendInvitationMessage: false,
  resetRedemption: false,
  inviteRedirectUrl: "https://app.contoso.com/",
  status: "PendingAcceptance",
  invitedUser: { id: adaId },
};

/** Ada with the properties that are read where none are chosen. */
export const ada = {
  id: adaId,
  displayName: "Ada",
  mail: "ada@fabrikam.com",
  userPrincipalName: "ada_fabrikam.com#EXT#@contoso.onmicrosoft.com",
  userType: "Guest",
  creationType: "Invitation",
  externalUserState: "PendingAcceptance",
  externalUserStateChangeDateTime: "2026-01-01T00:00:00Z",
  accountEnabled: true,
  createdDateTime: "2026-01-01T00:00:00Z",
};

/** What else a sign-in is judged by. */
export const adaAccount = { ...ada, identities: [] };

/** That the directory itself is none of the organisations of a test. */
export const ownOrganization = answer(200, { value: [{ id: "99999999-0000-4000-8000-000000000009" }] });

const all = (target: string, targetType: string) => ({
  ...{ accessType: "allowed", targets: [{ target, targetType }] },
});
const everybody = {
  usersAndGroups: all("AllUsers", "user"),
  applications: all("AllApplications", "application"),
};

/** What every directory comes with: everybody is let in and out, and nothing trusted. */
export const serviceDefault = {
  ...{ inboundTrust: null, b2bCollaborationInbound: everybody, b2bCollaborationOutbound: everybody },
};

export const invited = answer(201, invitationOfAda);
export const adaRead = answer(200, ada);
export const noContent = answer(204);

/** A directory that asks nothing of anybody and lets everybody in, but for what a test says by path. Nobody is there. */
export function directoryWith(
  answers: Readonly<Record<string, Step>>,
): (request: WireRequest) => WireResponse | Promise<WireResponse> {
  const all = new Map<string, Step>([
    ["/identity/conditionalAccess/policies", answer(200, { value: [] })],
    ["/policies/crossTenantAccessPolicy/default", answer(200, serviceDefault)],
    ["/organization", ownOrganization],
    ...Object.entries(answers),
  ]);
  return (request) => {
    const path = pathOf(request);
    const step = all.get(path) ?? absent(path.slice(path.lastIndexOf("/") + 1));
    if (step instanceof Error) throw step;
    return typeof step === "function" ? step(request) : step;
  };
}

/** What Graph says of an object that is not there, or not there yet. */
export function absent(id: string) {
  const text = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return refusal(404, "Request_ResourceNotFound", text);
}

import type { Directory } from "./directory.ts";
import type { User } from "./directory-object.ts";

/** Notes that a guest has redeemed the invitation and signs in from elsewhere from now on. */
export function acceptInvitation(
  directory: Directory,
  guest: User,
  issuer: string,
  account: string = guest.mail ?? guest.userPrincipalName,
): void {
  const accepted: User = {
    ...guest,
    externalUserState: "Accepted",
    externalUserStateChangeDateTime: directory.timestamp(),
    identities: [
      ...guest.identities.filter((identity) => identity.issuer === directory.initialDomain),
      { signInType: "federated", issuer, issuerAssignedId: account },
    ],
  };
  directory.store.commit(`guest/${guest.id}`, "invitations.redeem", new Map([[guest.id, accepted]]));
}

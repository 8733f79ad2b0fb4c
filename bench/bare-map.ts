import type { WireResponse } from "@vestibule/sdk/wire";

/** What a user is made of, as the fake shows it with everything selected. */
export interface Row {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly mail: string | null;
  readonly mailNickname: string | null;
  readonly otherMails: readonly string[];
  readonly proxyAddresses: readonly string[];
  readonly userType: string;
  readonly creationType: string | null;
  readonly externalUserState: string | null;
  readonly externalUserStateChangeDateTime: string | null;
  readonly identities: readonly object[];
  readonly accountEnabled: boolean;
  readonly createdDateTime: string;
  readonly companyName: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly usageLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly mobilePhone: string | null;
  readonly officeLocation: string | null;
  readonly businessPhones: readonly string[];
}

const METADATA = "https://graph.microsoft.com/v1.0/$metadata";
const HEADERS: WireResponse["headers"] = {
  get: (name) => (name === "content-type" ? "application/json" : null),
};
const NOT_FOUND: WireResponse = { status: 404, headers: HEADERS, body: { error: { code: "NotFound" } } };

/**
 * The limit: a Map, and functions written by hand that put together the fake's answers from it. No instances, no rules, no
 * queries, no history.
 */
export class BareMap {
  readonly #users: Map<string, Row>;
  #invited: string[] = [];

  constructor(users: Iterable<Row>) {
    this.#users = new Map(Array.from(users, (user) => [user.id, user]));
  }

  user(id: string): WireResponse {
    const user = this.#users.get(id);
    if (user === undefined) return NOT_FOUND;
    const body = {
      "@odata.context": `${METADATA}#users/$entity`,
      businessPhones: user.businessPhones,
      displayName: user.displayName,
      givenName: user.givenName,
      id: user.id,
      jobTitle: user.jobTitle,
      mail: user.mail,
      mobilePhone: user.mobilePhone,
      officeLocation: user.officeLocation,
      preferredLanguage: user.preferredLanguage,
      surname: user.surname,
      userPrincipalName: user.userPrincipalName,
    };
    return { status: 200, headers: HEADERS, body };
  }

  /** The user's id, name, address and type. */
  fourOf(id: string): WireResponse {
    const user = this.#users.get(id);
    if (user === undefined) return NOT_FOUND;
    const body = {
      "@odata.context": `${METADATA}#users(id,displayName,mail,userType)/$entity`,
      id: user.id,
      displayName: user.displayName,
      mail: user.mail,
      userType: user.userType,
    };
    return { status: 200, headers: HEADERS, body };
  }

  invite(invitedUserEmailAddress: string, inviteRedirectUrl: string): WireResponse {
    const guest = guestOf(invitedUserEmailAddress);
    this.#users.set(guest.id, guest);
    this.#invited.push(guest.id);
    const body = {
      "@odata.context": `${METADATA}#invitations/$entity`,
      id: crypto.randomUUID(),
      inviteRedeemUrl: `https://login.microsoftonline.com/redeem?user=${guest.id}&ticket=${crypto.randomUUID()}`,
      invitedUserDisplayName: null,
      invitedUserType: "Guest",
      invitedUserEmailAddress,
      sendInvitationMessage: false,
      resetRedemption: false,
      inviteRedirectUrl,
      status: "PendingAcceptance",
      invitedUserMessageInfo: {
        messageLanguage: null,
        customizedMessageBody: null,
        ccRecipients: [{ emailAddress: { name: null, address: null } }],
      },
      invitedUser: { id: guest.id },
    };
    return { status: 201, headers: HEADERS, body };
  }

  /** Takes back every invitation. */
  reset(): void {
    for (const id of this.#invited) this.#users.delete(id);
    this.#invited = [];
  }
}

function guestOf(address: string): Row {
  const nickname = `${address.replace("@", "_")}#EXT#`;
  const userPrincipalName = `${nickname}@contoso.onmicrosoft.com`;
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(),
    userPrincipalName,
    displayName: address.slice(0, address.indexOf("@")),
    givenName: null,
    surname: null,
    mail: address,
    mailNickname: nickname,
    otherMails: [address],
    proxyAddresses: [`SMTP:${address}`],
    userType: "Guest",
    creationType: "Invitation",
    externalUserState: "PendingAcceptance",
    externalUserStateChangeDateTime: now,
    identities: [
      {
        signInType: "userPrincipalName",
        issuer: "contoso.onmicrosoft.com",
        issuerAssignedId: userPrincipalName,
      },
    ],
    accountEnabled: true,
    createdDateTime: now,
    companyName: null,
    department: null,
    jobTitle: null,
    usageLocation: null,
    preferredLanguage: null,
    mobilePhone: null,
    officeLocation: null,
    businessPhones: [],
  };
}

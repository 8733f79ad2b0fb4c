import type { DocumentedExample } from "../example.ts";

export const people: readonly DocumentedExample[] = [
  {
    says: "an invitation tells who was invited, and the link",
    source: "invitation-post",
    ask: "POST /invitations",
    body: { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl: "https://myapp.contoso.com" },
    status: 201,
    shows: `
      {@odata.context, id, inviteRedeemUrl, invitedUserDisplayName null, invitedUserType,
      invitedUserEmailAddress, sendInvitationMessage flag, resetRedemption flag, inviteRedirectUrl,
      status, invitedUserMessageInfo {messageLanguage null, customizedMessageBody null, ccRecipients
      [{emailAddress {name null, address null}}]}, invitedUser {id}}`,
  },
  {
    says: "a user who is read by id shows a name, addresses and telephones",
    source: "user-get",
    ask: "GET /users/{member}",
    status: 200,
    shows: `
      {businessPhones [text], displayName, givenName, jobTitle, mail, mobilePhone, officeLocation,
      preferredLanguage, surname, userPrincipalName, id}`,
  },
  {
    says: "whoever is signed in reads the same of themselves",
    source: "user-get",
    ask: "GET /me",
    status: 200,
    shows: `
      {businessPhones [text], displayName, givenName, jobTitle, mail, mobilePhone, officeLocation,
      preferredLanguage, surname, userPrincipalName, id}`,
  },
  {
    says: "a user shows what is selected: the postal code and the identities",
    source: "user-get",
    ask: "GET /users/{member}?$select=displayName,givenName,postalCode,identities",
    status: 200,
    shows: `
      {@odata.context, displayName, givenName, postalCode, identities [{signInType, issuer,
      issuerAssignedId}]}`,
  },
  {
    says: "whoever is signed in changes their own telephone and office",
    source: "user-update",
    ask: "PATCH /me",
    body: { businessPhones: ["+1 425 555 0109"], officeLocation: "18/2111" },
    status: 204,
    effect: { read: "/me?$select=businessPhones,officeLocation", keeps: true },
  },
  {
    says: "an administrator changes telephone and office of another",
    source: "user-update",
    ask: "PATCH /users/{member}",
    body: { businessPhones: ["+1 425 555 0109"], officeLocation: "18/2111" },
    status: 204,
    effect: { read: "/users/{member}?$select=businessPhones,officeLocation", keeps: true },
  },
  {
    says: "an administrator gives a user another password",
    source: "user-update",
    ask: "PATCH /users/{member}",
    body: { passwordProfile: { forceChangePasswordNextSignIn: false, password: "xWwvJ]6NMw+bWH-d" } },
    status: 204,
  },
  {
    says: "the changes of users show what a user shows by default",
    source: "user-delta",
    ask: "GET /users/delta",
    status: 200,
    shows: `
      {@odata.context, @odata.nextLink|@odata.deltaLink, value [{businessPhones [text], displayName,
      givenName, jobTitle, mail, mobilePhone, officeLocation, preferredLanguage, surname,
      userPrincipalName, id}]}`,
  },
  {
    says: "the changes of users show the three properties that are selected",
    source: "user-delta",
    ask: "GET /users/delta?$select=displayName,jobTitle,mobilePhone",
    status: 200,
    shows: `
      {@odata.context, @odata.nextLink|@odata.deltaLink, value [{displayName, jobTitle, mobilePhone}]}`,
  },
  {
    says: "the changes of users show less to those who prefer the least",
    source: "user-delta",
    ask: "GET /users/delta?$select=displayName,jobTitle,mobilePhone",
    headers: { prefer: "return=minimal" },
    status: 200,
    shows: "{@odata.context, @odata.nextLink|@odata.deltaLink, value [{displayName, jobTitle}]}",
  },
  {
    says: "the sponsors of a user are listed as users",
    source: "user-list-sponsors",
    ask: "GET /users/{sponsored}/sponsors",
    status: 200,
    shows: `
      {@odata.context, value [{@odata.type #user, id, displayName, jobTitle, mail, userPrincipalName}]}`,
  },
  {
    says: "a user is an object of the directory, too, and says which type it is of",
    source: "directoryobject-get",
    ask: "GET /directoryObjects/{member}",
    status: 200,
    shows: `
      {@odata.context, @odata.type #user, id, businessPhones [], displayName, givenName null, jobTitle
      null, mail, mobilePhone null, officeLocation null, preferredLanguage null, surname null,
      userPrincipalName}`,
  },
];

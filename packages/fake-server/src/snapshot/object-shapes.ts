import * as z from "zod/mini";
import type { KeptObject } from "../directory/index.ts";
import { flag, instant, lsn, may, orNull, type Shape, text, texts, whole } from "./shape.ts";

type Of<K extends KeptObject["kind"]> = Shape<Extract<KeptObject, { readonly kind: K }>>;

/** What a directory keeps of people, groups, applications and guests on their way. */
export function objectShapes() {
  const link = { userId: text, issuedBy: lsn };
  const maybe = may(orNull(text));

  const user: Of<"user"> = {
    kind: z.literal("user"),
    ...{ id: text, userPrincipalName: text, createdDateTime: text },
    ...{ displayName: orNull(text), givenName: orNull(text), surname: orNull(text) },
    ...{ mail: orNull(text), mailNickname: orNull(text), mobilePhone: orNull(text) },
    ...{ otherMails: texts, proxyAddresses: texts, businessPhones: texts },
    userType: z.enum(["Guest", "Member"]),
    creationType: orNull(z.literal("Invitation")),
    externalUserState: orNull(z.enum(["PendingAcceptance", "Accepted"])),
    externalUserStateChangeDateTime: orNull(text),
    identities: z.array(z.strictObject({ signInType: text, issuer: text, issuerAssignedId: text })),
    accountEnabled: flag,
    ...{ companyName: orNull(text), department: orNull(text), jobTitle: orNull(text) },
    ...{ usageLocation: orNull(text), preferredLanguage: orNull(text), officeLocation: orNull(text) },
    deletedAt: orNull(instant),
    ...{ ageGroup: maybe, city: maybe, consentProvidedForMinor: maybe, country: maybe, employeeId: maybe },
    ...{ employeeType: maybe, faxNumber: maybe, passwordPolicies: maybe, postalCode: maybe, state: maybe },
    ...{ preferredDataLocation: maybe, showInAddressList: may(orNull(flag)), streetAddress: maybe },
    ...{ lastPasswordChangeDateTime: may(text), signInSessionsValidFromDateTime: may(text) },
  };

  const group: Of<"group"> = {
    kind: z.literal("group"),
    ...{ id: text, displayName: text, description: orNull(text), groupTypes: texts },
    ...{ mailEnabled: flag, securityEnabled: flag, mailNickname: text, mail: orNull(text) },
    ...{ proxyAddresses: texts, visibility: orNull(text), membershipRule: orNull(text) },
    ...{ membershipRuleProcessingState: orNull(text), classification: orNull(text) },
    ...{ preferredDataLocation: orNull(text), preferredLanguage: orNull(text), theme: orNull(text) },
    isAssignableToRole: flag,
    assignedLicenses: z.array(z.strictObject({ skuId: text, disabledPlans: texts })),
    hasMembersWithLicenseErrors: flag,
    ...{ createdDateTime: text, renewedDateTime: text, securityIdentifier: text },
  };

  const appRoles = z.array(
    z.strictObject({
      ...{ allowedMemberTypes: texts, description: orNull(text), displayName: orNull(text), id: text },
      ...{ isEnabled: flag, origin: text, value: orNull(text) },
    }),
  );
  const settings = z.record(z.string(), z.unknown());

  const application: Of<"application"> = {
    kind: z.literal("application"),
    ...{ id: text, appId: text, displayName: text, createdDateTime: text, publisherDomain: text },
    ...{ signInAudience: text, identifierUris: texts, tags: texts, appRoles, settings },
  };

  const servicePrincipal: Of<"servicePrincipal"> = {
    kind: z.literal("servicePrincipal"),
    ...{ id: text, appId: text, displayName: text, accountEnabled: flag, createdDateTime: text },
    ...{ appOwnerOrganizationId: orNull(text), appRoleAssignmentRequired: flag, appRoles },
    ...{ servicePrincipalNames: texts, servicePrincipalType: text, signInAudience: text, tags: texts },
    ...{ settings, isAdministrator: flag, isPublicClient: flag },
    ...{ permissions: orNull(texts), scopes: orNull(texts) },
  };

  const appCredential: Of<"appCredential"> = {
    kind: z.literal("appCredential"),
    ...{ id: text, appId: text, displayName: orNull(text), hint: orNull(text) },
    proof: z.union([
      z.strictObject({ salt: text, saltedDigest: text }),
      z.strictObject({ certificate: text }),
    ]),
    ...{ startDateTime: text, endDateTime: text },
  };

  const deletedItem: Of<"deletedItem"> = {
    kind: z.literal("deletedItem"),
    id: text,
    object: z.discriminatedUnion("kind", [
      z.strictObject(group),
      z.strictObject(application),
      z.strictObject(servicePrincipal),
    ]),
    deletedAt: instant,
  };

  const membership: Of<"membership"> = { kind: z.literal("membership"), groupId: text, memberId: text };
  const ownership: Of<"ownership"> = { kind: z.literal("ownership"), ownedId: text, ownerId: text };
  const creation: Of<"creation"> = { kind: z.literal("creation"), creatorId: text, objectId: text };
  const management: Of<"management"> = { kind: z.literal("management"), userId: text, managerId: text };
  const sponsorship: Of<"sponsorship"> = { kind: z.literal("sponsorship"), userId: text, sponsorId: text };
  const otherObjects: Of<"otherObjects"> = { kind: z.literal("otherObjects"), count: whole };

  const ticket: Of<"ticket"> = {
    kind: z.literal("ticket"),
    ...{ ...link, redirectUrl: text, address: text, issuedAt: instant, replaced: z.array(lsn) },
  };

  const sent = { id: text, from: text, to: text, language: text, sentDateTime: text, sentAt: instant };

  const mail: Of<"mail"> = {
    ...{ kind: z.literal("mail"), about: z.literal("invitation"), ...sent, ...link },
    ...{ fromName: text, replyTo: orNull(text), cc: orNull(text), subject: text, text: orNull(text) },
  };

  const passcodeMail: Of<"passcodeMail"> = {
    ...{ kind: z.literal("passcodeMail"), about: z.literal("passcode"), ...sent, ...link },
  };

  const challenges = z.array(
    z.strictObject({
      tenant: z.enum(["home", "resource"]),
      kind: z.enum(["mfa", "strength", "terms"]),
      askedBy: texts,
      outcome: z.enum(["passed", "denied"]),
    }),
  );

  const redemption: Of<"redemption"> = {
    kind: z.literal("redemption"),
    userId: text,
    state: z.enum(["viewed", "passcode-sent", "signed-in", "consented", "accepted", "refused"]),
    ...{ since: instant, steps: whole, ticket: whole },
    passcode: orNull(z.strictObject({ issuedBy: lsn, sentAt: instant })),
    account: orNull(
      z.strictObject({
        kind: z.enum(["organisation", "federation", "google", "microsoft-account", "passcode"]),
        ...{ address: text, issuer: text },
      }),
    ),
    signedInAt: orNull(instant),
    challenges,
    exit: orNull(z.strictObject({ because: text, error: orNull(text) })),
    hasFactorHere: flag,
    mishap: orNull(z.strictObject({ stallMs: may(instant), account: may(text) })),
  };

  const signInRecord: Of<"signInRecord"> = {
    kind: z.literal("signInRecord"),
    ...{ id: text, createdDateTime: text, userId: text, userDisplayName: orNull(text) },
    ...{ userPrincipalName: text, crossTenantAccessType: z.literal("b2bCollaboration") },
    ...{ homeTenantId: orNull(text), resourceTenantId: text },
    authenticationRequirement: z.enum(["singleFactorAuthentication", "multiFactorAuthentication"]),
    status: z.strictObject({ errorCode: whole }),
    challenges,
  };

  return [
    ...[z.strictObject(user), z.strictObject(group), z.strictObject(application)],
    ...[z.strictObject(servicePrincipal), z.strictObject(appCredential), z.strictObject(deletedItem)],
    ...[z.strictObject(membership), z.strictObject(ownership), z.strictObject(creation)],
    ...[z.strictObject(management), z.strictObject(sponsorship), z.strictObject(otherObjects)],
    ...[z.strictObject(ticket), z.strictObject(mail), z.strictObject(passcodeMail)],
    ...[z.strictObject(redemption), z.strictObject(signInRecord)],
  ] as const;
}

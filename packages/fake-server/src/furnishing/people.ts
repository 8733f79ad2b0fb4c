import * as z from "zod/mini";
import {
  type AppProperties,
  type GroupLicences,
  type RoleName,
  roleTemplates,
  type User,
} from "../directory/index.ts";
import { type Check, takes } from "./check.ts";
import { certificate, count, guid, name, nullable, redirectUri, secret, texts, user } from "./value.ts";

/**
 * Properties that a user can be made with.
 *
 * @interface
 */
export type UserProperties = Partial<Omit<User, "kind" | "id" | "userPrincipalName" | "deletedAt">> & {
  /** The directory roles that it has. Default: none. */
  readonly roles?: readonly RoleName[];
};

type Shape<T> = { readonly [K in keyof T]-?: z.ZodMiniType };

const may = z.optional;
const roles = may(z.array(z.enum(roleTemplates().map(({ displayName }) => displayName))));

const userProperties: Shape<UserProperties> = {
  ...{ displayName: may(nullable), givenName: may(nullable), surname: may(nullable), mail: may(nullable) },
  ...{ mailNickname: may(nullable), otherMails: may(texts), proxyAddresses: may(texts) },
  userType: may(z.enum(["Guest", "Member"])),
  creationType: may(z.nullable(z.literal("Invitation"))),
  externalUserState: may(z.nullable(z.enum(["PendingAcceptance", "Accepted"]))),
  externalUserStateChangeDateTime: may(nullable),
  identities: may(
    z.array(z.strictObject({ signInType: z.string(), issuer: z.string(), issuerAssignedId: z.string() })),
  ),
  accountEnabled: may(z.boolean()),
  createdDateTime: may(z.string()),
  ...{ companyName: may(nullable), department: may(nullable), jobTitle: may(nullable) },
  ...{ usageLocation: may(nullable), preferredLanguage: may(nullable), mobilePhone: may(nullable) },
  ...{
    officeLocation: may(nullable),
    businessPhones: may(texts),
    ageGroup: may(nullable),
    city: may(nullable),
  },
  ...{ consentProvidedForMinor: may(nullable), country: may(nullable), employeeId: may(nullable) },
  ...{ employeeType: may(nullable), faxNumber: may(nullable), passwordPolicies: may(nullable) },
  ...{ postalCode: may(nullable), preferredDataLocation: may(nullable), state: may(nullable) },
  ...{ showInAddressList: may(z.nullable(z.boolean())), streetAddress: may(nullable) },
  ...{ lastPasswordChangeDateTime: may(z.string()), signInSessionsValidFromDateTime: may(z.string()) },
  roles,
};

export const USER = z.strictObject(userProperties);

export const checkUser: Check<{ readonly name: string; readonly properties: UserProperties }> = takes(
  "tenant.user",
  { name, properties: USER },
);

/**
 * Properties that a group can be made with.
 *
 * @interface
 */
export type GroupProperties = GroupLicences & Pick<UserProperties, "roles">;

const groupProperties: Shape<GroupProperties> = {
  assignedLicenses: may(z.array(z.strictObject({ skuId: guid, disabledPlans: z.array(guid) }))),
  hasMembersWithLicenseErrors: may(z.boolean()),
  roles,
};

export const GROUP = z.strictObject(groupProperties);

export const checkGroup: Check<{ readonly name: string; readonly properties: GroupProperties }> = takes(
  "tenant.group",
  { name, properties: GROUP },
);

const appProperties: Shape<AppProperties> = {
  appId: may(guid),
  appRoleIds: may(texts),
  isAdministrator: may(z.boolean()),
  permissions: may(texts),
  scopes: may(texts),
  secret: may(secret),
  certificate: may(certificate),
  redirectUris: may(z.array(redirectUri)),
  isPublicClient: may(z.boolean()),
};

export const APP = z.strictObject(appProperties);

export const checkApp: Check<{ readonly name: string; readonly properties: AppProperties }> = takes(
  "tenant.app",
  { name, properties: APP },
);

export const checkAdministrators: Check<{ readonly users: unknown }> = takes("tenant.administrators", {
  users: z.array(user),
});

/** How many guests are to be added at once, and how many of them have yet to redeem. */
export const checkGuests: Check<{ readonly count: unknown; readonly options: unknown }> = takes(
  "tenant.guests",
  { count, options: z.strictObject({ pending: may(count) }) },
);

/** How many objects are to be added at once. */
export const checkMembers: Check<{ readonly count: unknown }> = takes("tenant.members", { count });
export const checkOtherObjects: Check<{ readonly count: unknown }> = takes("tenant.otherObjects", { count });

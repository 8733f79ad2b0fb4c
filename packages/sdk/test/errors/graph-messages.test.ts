import type { ErrorCode, ReachedLimit, RemedyAction } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, groupId, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { refusal } from "../scripted-transport.ts";

interface Case {
  readonly status: number;
  readonly graphCode: string;
  readonly text: string;
  readonly code: ErrorCode;
  readonly remedies?: readonly RemedyAction[];
}

const inviting: readonly Case[] = [
  {
    ...{ status: 400, graphCode: "BadRequest", code: "cloud-boundary" },
    text: "This action can't be completed because the Microsoft B2B Cross Cloud Worker application has been disabled in the invited user’s tenant. Ask the invited user’s admin to re-enable it, then try again.",
    remedies: ["enable-cloud", "ask-for-other-address", "create-member"],
  },
  {
    status: 403,
    graphCode: "Forbidden",
    text: "The domain of the user's email address is blocked by the Invitation Policy of this directory.",
    code: "invitations-restricted",
    remedies: ["allow-domain", "ask-for-other-address"],
  },
  {
    status: 403,
    graphCode: "Directory_QuotaExceeded",
    text: "The directory object quota limit for the Tenant has been exceeded. Please ask your administrator to increase the quota limit or delete objects to reduce the used quota.",
    code: "limit-reached",
    remedies: ["free-quota", "raise-quota"],
  },
  {
    status: 403,
    graphCode: "Forbidden",
    text: "Guest invitations not allowed for your company. Contact your company administrator for more details.",
    code: "invitations-restricted",
    remedies: ["allow-inviting", "grant-guest-inviter"],
  },
  {
    status: 403,
    graphCode: "Forbidden",
    text: "Invitations are blocked for this directory due to suspicious activity. Please contact Microsoft support for help.",
    code: "invitations-restricted",
    remedies: ["contact-support"],
  },
  {
    status: 401,
    graphCode: "Unauthorized",
    text: "Insufficient privileges to perform requested operation by the application '00000003-0000-0000-c000-000000000000'. ControllerName=MSGraphInviteAPI, ActionName=CreateInvite, URL absolute path=/api/x/invites",
    code: "forbidden",
    remedies: ["grant-permission"],
  },
  {
    status: 403,
    graphCode: "Authorization_RequestDenied",
    text: "Insufficient privileges to complete the operation.",
    code: "forbidden",
    remedies: ["grant-permission"],
  },
  { status: 403, graphCode: "Forbidden", text: "Generic authorization exception.", code: "forbidden" },
  {
    status: 400,
    graphCode: "BadRequest",
    text: "This user can’t be invited to this directory. Please try a different email address for the user or create a user account for them in your Azure AD directory.",
    code: "cloud-boundary",
    remedies: ["ask-for-other-address", "create-member"],
  },
  {
    status: 400,
    graphCode: "BadRequest",
    text: `The invited user already exists in the directory as object ID: ${adaId}. They can use that account to sign in to shared apps and resources.`,
    code: "conflict",
  },
  {
    status: 400,
    graphCode: "BadRequest",
    text: `The invited user already exists in the directory as objectID: ${adaId}, but the account is blocked from signing in.`,
    code: "conflict",
  },
  {
    status: 400,
    graphCode: "BadRequest",
    text: "This user cannot be invited because the domain of the user's email address is a verified domain of this directory.",
    code: "rejected-input",
  },
  {
    status: 400,
    graphCode: "BadRequest",
    text: "The email you’re using to invite this user doesn’t match any emails on the user object. Please add this email to the user object and try again.",
    code: "rejected-input",
    remedies: ["add-address"],
  },
  {
    status: 400,
    graphCode: "BadRequest",
    text: "Group email address is not supported.",
    code: "rejected-input",
  },
  {
    status: 400,
    graphCode: "Request_BadRequest",
    text: "Permission being assigned already exists on the object",
    code: "conflict",
  },
  {
    status: 400,
    graphCode: "Request_BadRequest",
    text: "Another object with the same value for property userPrincipalName already exists.",
    code: "conflict",
  },
];

/** What the service says where a limit is reached, as far as anybody has published it. */
const limited: readonly (readonly [
  status: number,
  graphCode: string,
  text: string,
  limit: ReachedLimit,
  remedy: RemedyAction,
])[] = [
  [
    403,
    "Directory_QuotaExceeded",
    "The directory object quota limit for the Principal has been exceeded. Please ask your administrator to increase the quota limit or delete objects to reduce the used quota.",
    "objects-created-by-non-admin",
    "create-as-admin",
  ],
  [
    403,
    "Directory_QuotaExceeded",
    "The directory object quota limit for the Tenant has been exceeded.",
    "directory-objects",
    "free-quota",
  ],
  [
    403,
    "Directory_QuotaExceeded",
    "The directory object quota limit for contoso has been exceeded.",
    "directory-objects",
    "free-quota",
  ],
  [
    403,
    "Directory_QuotaExceeded",
    "Unable to perform operation as '121' would exceed the maximum quota count '100' for forward-link 'owners'.",
    "owners-per-group",
    "remove-one",
  ],
  [403, "Directory_QuotaExceeded", "Some quota that nobody has heard of.", "unknown", "free-quota"],
  [
    400,
    "Request_BadRequest",
    "A resource cannot contain more than 20 link changes",
    "members-per-update",
    "split-request",
  ],
  [
    400,
    "Request_UnsupportedQuery",
    "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.",
    "users-per-page",
    "split-request",
  ],
  [
    400,
    "BadRequest",
    "Number of requests inside batch exceeds the limit.",
    "requests-per-batch",
    "split-request",
  ],
  [
    400,
    "Request_UnsupportedQuery",
    "Too many child clauses specified in search filter expression containing 'OR' operators: 16. Max allowed: 15.",
    "filter-alternatives",
    "split-request",
  ],
];

describe("what Graph's refusals by a limit mean", () => {
  test.each(limited)("%i %s, “%s”: %s", async (status, graphCode, text, limit, remedy) => {
    const { b2b } = openClient([refusal(status, graphCode, text)]);
    const error = await failureOf(b2b.invitations.create(toAda));
    expect(error).toMatchObject({ code: "limit-reached", limit, outcome: "rejected", retryable: false });
    expect(error.remedies?.[0]?.action).toBe(remedy);
    expect(error.toJSON()).toMatchObject({ limit });
  });
});

describe("what Graph's refusals mean", () => {
  test.each(inviting)(
    "$status $graphCode, “$text”: $code",
    async ({ status, graphCode, text, code, remedies }) => {
      const { b2b } = openClient([refusal(status, graphCode, text)]);
      const error = await failureOf(b2b.invitations.create(toAda));
      expect(error).toMatchObject({
        code,
        status,
        graphCode,
        outcome: "rejected",
        retryable: false,
        attempts: 1,
      });
      expect(error.remedies?.map(({ action }) => action)).toEqual(remedies);
    },
  );

  test("codes and texts are told apart whatever their case, and however their apostrophes are written", async () => {
    const quota = openClient([refusal(403, "DIRECTORY_QUOTAEXCEEDED", "x")]);
    expect(await failureOf(quota.b2b.invitations.create(toAda))).toMatchObject({ code: "limit-reached" });
    const restricted = openClient([
      refusal(403, "forbidden", "GUEST INVITATIONS NOT ALLOWED FOR YOUR COMPANY."),
    ]);
    expect(await failureOf(restricted.b2b.invitations.create(toAda))).toMatchObject({
      code: "invitations-restricted",
    });
    const plain = openClient([refusal(400, "BadRequest", "This user can't be invited to this directory.")]);
    expect(await failureOf(plain.b2b.invitations.create(toAda))).toMatchObject({ code: "cloud-boundary" });
  });

  test("a text means what it does under its own status alone", async () => {
    const { b2b } = openClient([refusal(409, "x", "Guest invitations not allowed for your company")]);
    expect(await failureOf(b2b.invitations.create(toAda))).toMatchObject({ code: "conflict" });
  });

  test("a member who is in the group already is no failure", async () => {
    const text =
      "One or more added object references already exist for the following modified properties: 'members'.";
    const { b2b } = openClient([refusal(400, "Request_BadRequest", text)]);
    expect(await b2b.groups.addMember(groupId, adaId)).toBe("already-member");
  });

  test("a role that is assigned already is no failure", async () => {
    const text =
      "A conflicting object with one or more of the specified property values is present in the directory.";
    const { b2b } = openClient([refusal(400, "Request_BadRequest", text)]);
    expect(await b2b.delegation.grantGuestInviter(adaId)).toMatchObject({ status: "already-granted" });
  });

  test("a message of an older service, as an object, is read like any other", async () => {
    const message = { lang: "en", value: "Guest invitations not allowed for your company." };
    const old = refusal(403, "Forbidden");
    const { b2b } = openClient([{ ...old, body: { error: { code: "Forbidden", message } } }]);
    expect(await failureOf(b2b.invitations.create(toAda))).toMatchObject({ code: "invitations-restricted" });
  });
});

import type {
  B2BClient,
  B2BClientOptions,
  Call,
  Guest,
  InvitationInput,
  InvitedOrMember,
  IssuedInvitation,
  MemberInput,
  Page,
  PageIterable,
  PreflightReport,
  Recipient,
  Result,
} from "@vestibule/sdk";
import {
  clouds,
  createB2BClient,
  createClient,
  createInvitation,
  getGuest,
  listGuests,
} from "@vestibule/sdk";
import { describe, expectTypeOf, test } from "vitest";
import { adaId, groupId, toAda } from "./graph-answers.ts";
import { scriptedTransport } from "./scripted-transport.ts";

/** Never called: what stands in here is for the compiler alone. */
function onlyTypes(_: (b2b: B2BClient) => unknown): void {}

declare const b2b: B2BClient;
type Default =
  | ("id" | "displayName" | "mail" | "userPrincipalName" | "userType" | "creationType" | "accountEnabled")
  | ("externalUserState" | "externalUserStateChangeDateTime" | "createdDateTime");

describe("the type of a guest", () => {
  test("has what was selected and nothing else", () => {
    onlyTypes(() => {
      expectTypeOf(b2b.guests.get(adaId)).toEqualTypeOf<Call<Pick<Guest, Default>>>();
      expectTypeOf(b2b.guests.get(adaId, { select: ["id", "identities"] })).toEqualTypeOf<
        Call<Pick<Guest, "id" | "identities">>
      >();
      expectTypeOf(b2b.guests.list({ select: ["mail"] })).toEqualTypeOf<PageIterable<Pick<Guest, "mail">>>();
      expectTypeOf(b2b.guests.list()).toEqualTypeOf<PageIterable<Pick<Guest, Default>>>();
      expectTypeOf(b2b.guests.list({ select: ["mail"] }).pages()).toEqualTypeOf<
        AsyncIterable<Page<Pick<Guest, "mail">>>
      >();
    });
  });

  test("is the same through the small door", () => {
    onlyTypes(() => {
      const client = createClient({ transport: scriptedTransport([]) });
      expectTypeOf(client.call(getGuest<"mail">(), { id: adaId, select: ["mail"] })).toEqualTypeOf<
        Call<Pick<Guest, "mail">>
      >();
      expectTypeOf(client.list(listGuests<"id">(), { select: ["id"] })).toEqualTypeOf<
        PageIterable<Pick<Guest, "id">>
      >();
      // @ts-expect-error an invitation needs an address
      client.call(createInvitation, { inviteRedirectUrl: "https://x.example" });
    });
  });

  test("does not let a property be read or selected that is not there", () => {
    onlyTypes(async () => {
      // @ts-expect-error mail was not selected
      (await b2b.guests.get(adaId, { select: ["id"] })).mail;
      // @ts-expect-error identities are not among the default
      (await b2b.guests.get(adaId)).identities;
      // @ts-expect-error no such property
      b2b.guests.get(adaId, { select: ["emailAddress"] });
      // @ts-expect-error no such option
      b2b.guests.list({ tpo: 5 });
      // @ts-expect-error no such order
      b2b.guests.list({ orderby: "mail" });
    });
  });
});

describe("the type of an input", () => {
  test("has Graph's own names and no others", () => {
    onlyTypes(() => {
      b2b.invitations.create(toAda);
      // @ts-expect-error no such property
      b2b.invitations.create({ ...toAda, email: "x" });
      // @ts-expect-error a redirect is needed
      b2b.invitations.create({ invitedUserEmailAddress: "x" });
      // @ts-expect-error no such user type
      b2b.invitations.create({ ...toAda, invitedUserType: "Visitor" });
      // @ts-expect-error not writable: change mail instead
      b2b.guests.update(adaId, { proxyAddresses: [] });
      // @ts-expect-error cannot be cleared
      b2b.guests.update(adaId, { displayName: null });
      b2b.guests.update(adaId, { jobTitle: null, department: undefined });
      // @ts-expect-error a group, then a member
      b2b.groups.addMember(groupId);
    });
  });

  test("takes one copy of the mail at the most", () => {
    type Copies = NonNullable<NonNullable<InvitationInput["invitedUserMessageInfo"]>["ccRecipients"]>;
    expectTypeOf<[]>().toExtend<Copies>();
    expectTypeOf<[Recipient]>().toExtend<Copies>();
    expectTypeOf<[Recipient, Recipient]>().not.toExtend<Copies>();
    expectTypeOf<Recipient[]>().not.toExtend<Copies>();
  });
});

describe("the type of an invitation", () => {
  const member = {} as MemberInput;

  test("is that of an invitation, unless the remedies are to be carried out", () => {
    onlyTypes(async () => {
      const controller = new AbortController();
      const { signal } = controller;
      expectTypeOf(b2b.invitations.create(toAda)).toEqualTypeOf<Call<IssuedInvitation>>();
      expectTypeOf(b2b.invitations.create(toAda, { signal })).toEqualTypeOf<Call<IssuedInvitation>>();
      expectTypeOf(b2b.invitations.create(toAda, { onBoundary: "create-member", member })).toEqualTypeOf<
        Call<InvitedOrMember>
      >();
      const asked = b2b.invitations.create(toAda, {
        signal,
        onBoundary: async ({ error, asked }) => {
          expectTypeOf(error.remedies).not.toEqualTypeOf<undefined>();
          return asked > 1 ? { member } : { invitedUserEmailAddress: "x" };
        },
      });
      expectTypeOf(asked).toEqualTypeOf<Call<InvitedOrMember>>();
      const outcome = await asked;
      // @ts-expect-error it may be a guest
      outcome.member;
      if (outcome.kind === "member") expectTypeOf(outcome.member.id).toEqualTypeOf<string>();
      // @ts-expect-error an account has to be described
      b2b.invitations.create(toAda, { onBoundary: "create-member" });
      // @ts-expect-error no such remedy
      b2b.invitations.create(toAda, { onBoundary: "wait", member });
    });
  });
});

describe("the type of a client", () => {
  test("needs a transport, and has no option that nobody knows", () => {
    expectTypeOf(createB2BClient).parameter(0).toEqualTypeOf<B2BClientOptions>();
    onlyTypes(() => {
      // @ts-expect-error no transport
      createB2BClient({});
      // @ts-expect-error no such option
      createB2BClient({ transport: scriptedTransport([]), retries: 3 });
      // @ts-expect-error it is on unless it is turned off
      createB2BClient({ transport: scriptedTransport([]), retry: true });
    });
  });

  test("takes the credentials of @azure/identity as they are", () => {
    // The shape of its TokenCredential, with all that its GetTokenOptions and AccessToken hold.
    interface AzureCredential {
      getToken(
        scopes: string | string[],
        options?: { abortSignal?: AbortSignal; tenantId?: string; claims?: string },
      ): Promise<{
        token: string;
        expiresOnTimestamp: number;
        refreshAfterTimestamp?: number;
        tokenType?: "Bearer";
      } | null>;
    }
    expectTypeOf<AzureCredential>().toExtend<NonNullable<B2BClientOptions["credential"]>>();
    expectTypeOf<() => string>().toExtend<NonNullable<B2BClientOptions["credential"]>>();
    expectTypeOf<() => Promise<string>>().toExtend<NonNullable<B2BClientOptions["credential"]>>();
  });

  test("knows the clouds by name, and lets others be defined", () => {
    expectTypeOf(clouds.public.id).toEqualTypeOf<"public">();
    expectTypeOf({ ...clouds.public, id: "local", graph: "http://127.0.0.1" }).toExtend<B2BClient["cloud"]>();
  });
});

describe("the type of a preflight", () => {
  test("takes what an invitation takes, and what cannot be read", () => {
    onlyTypes(async () => {
      expectTypeOf(b2b.preflight.invitation).parameter(0).toEqualTypeOf<InvitationInput>();
      expectTypeOf(b2b.preflight.invitation(toAda)).toEqualTypeOf<Promise<PreflightReport>>();
      await b2b.preflight.invitation(toAda, { permissions: [], homeLetsOut: true, timeoutMs: 1 });
      // @ts-expect-error where the guest is at home, the client's boundary finds out
      await b2b.preflight.invitation(toAda, { signIn: { homeTenantId: null } });
      // @ts-expect-error how an invitation that is refused goes on is no matter of a preflight
      await b2b.preflight.invitation(toAda, { onBoundary: () => undefined });
    });
  });

  test("has findings that a switch can exhaust", () => {
    expectTypeOf<PreflightReport["verdict"]>().toEqualTypeOf<"clear" | "caution" | "blocked">();
    expectTypeOf<PreflightReport["findings"][number]["limitation"]>().toEqualTypeOf<
      | ("cloud-boundary" | "invitations-restricted" | "domain-not-allowed" | "already-in-directory")
      | ("sponsor-unknown" | "directory-limit" | "double-mfa" | "replication")
    >();
  });
});

describe("the type of a call", () => {
  test("is a promise, a result and what it took", () => {
    onlyTypes(async () => {
      const call = b2b.guests.delete(adaId);
      expectTypeOf(call).toExtend<Promise<void>>();
      expectTypeOf(call.safe()).toEqualTypeOf<Promise<Result<void>>>();
      const result = await b2b.groups.addMember(groupId, adaId).safe();
      if (result.ok) expectTypeOf(result.value).toEqualTypeOf<"added" | "already-member">();
      // @ts-expect-error there is no value before one has looked whether there is
      result.value;
    });
  });
});

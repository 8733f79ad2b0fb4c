import { B2BError } from "../errors/index.ts";
import { remedies } from "../remedies/index.ts";
import { type Member, type MemberInput, readMember, readMemberInput } from "../schemas/index.ts";
import type { Random } from "../time/index.ts";
import { type Answer, type Call, type CallOptions, callOf, type Line, perform } from "./call.ts";
import type { Operation } from "./operation.ts";
import { sharedTime } from "./shared-time.ts";
import { waitForGuest } from "./wait-until.ts";

/** A member account that was made, and what is known of how it went. */
export interface CreatedMember extends Member {
  /**
   * Whether an answer got lost, and the account was found made when it was asked for again. It is the one that was
   * wanted by its name, its display name and its age; that nobody else made the same account in the same minutes, with
   * another password, cannot be seen.
   */
  readonly reconciled: boolean;
}

/** `POST /users`. A second one of the same name is refused, so that a resend makes no second account. @see https://learn.microsoft.com/graph/api/user-post-users */
const createMember: Operation<MemberInput, Member> = {
  id: "members.create",
  input: readMemberInput,
  describe: ({ passwordProfile, ...input }) => ({
    method: "POST",
    path: "/users",
    body: {
      accountEnabled: true,
      mailNickname: input.userPrincipalName.slice(0, input.userPrincipalName.indexOf("@")),
      ...input,
      passwordProfile: { forceChangePasswordNextSignIn: true, ...passwordProfile },
    },
    effect: "idempotent",
    created: ({ body }) => {
      const reading = readMember(body);
      return reading.ok ? [reading.value.id] : [];
    },
  }),
  output: () => readMember,
};

/** Member accounts in this directory: the way out for people who cannot be invited. */
export interface Members {
  /**
   * Makes a member account, for somebody who is to sign in here with it. The first password comes from the caller, and
   * is in no error and no log of ours. What follows on this client waits until the instances know the account.
   * Needs `User.ReadWrite.All`, and of a user the role User Administrator.
   *
   * Where an answer is lost, the account is looked for by its name before anything is said of it: the result says
   * `reconciled: true`. Where even that cannot be told, the error has `outcome: "unknown"`.
   *
   * @throws B2BError
   * - `conflict`: the name, or the mail, belongs to somebody else
   * - `rejected-input`: Graph does not take the password, or the name is in no domain of this directory
   * - `limit-reached`: the directory is full
   * - `forbidden`: the caller may not make accounts
   * - `invalid-input`: nothing was sent
   */
  create(input: MemberInput, options?: CallOptions): Call<CreatedMember>;
}

export function members(line: Line, random: Random): Members {
  return { create: (input, options = {}) => callOf(makeMember(line, random, input, options)) };
}

/** By how much the service's clock and ours may differ, in milliseconds. */
const SKEW_MS = 300_000;

export async function makeMember(
  line: Line,
  random: Random,
  input: MemberInput,
  options: CallOptions,
): Promise<Answer<CreatedMember>> {
  const left = sharedTime(line, createMember.id, options);
  const startedAt = line.clock.wall();
  try {
    const { value, meta } = await perform(line, createMember, input, left());
    return { value: { ...value, reconciled: false }, meta };
  } catch (error) {
    // The name is taken; by an attempt of this very call, perhaps, whose answer got lost.
    if (!(error instanceof B2BError && error.is("conflict") && error.outcome === "unknown")) throw error;
    const found = await lookFor(line, random, input, left(), error);
    if (!isOurs(found, input, startedAt - SKEW_MS)) throw conflict(error);
    const { id, userPrincipalName, displayName, mail } = found;
    return { value: { id, userPrincipalName, displayName, mail, reconciled: true }, meta: metaOf(error) };
  }
}

type Found = Awaited<ReturnType<typeof waitForGuest>>;

async function lookFor(
  line: Line,
  random: Random,
  { userPrincipalName }: MemberInput,
  { signal, timeoutMs }: CallOptions,
  error: B2BError,
): Promise<Found> {
  try {
    const options = { signal, ...(timeoutMs !== undefined && { timeoutMs }), confirmations: 1 };
    return await waitForGuest(line, random, userPrincipalName, "visible", options);
  } catch (cause) {
    if (cause instanceof B2BError && cause.is("aborted")) throw cause;
    throw uncertain(error, cause);
  }
}

/** Graph has no mark of who made an account. What was asked for, made since it was asked for, is taken for ours. */
function isOurs(found: Found, input: MemberInput, earliest: number): boolean {
  const { displayName, userType, creationType, mail, createdDateTime } = found;
  const isAsked = displayName === input.displayName && userType !== "Guest" && creationType === null;
  const hasMail = input.mail === undefined || mail?.toLowerCase() === input.mail.toLowerCase();
  return isAsked && hasMail && createdDateTime !== null && Date.parse(createdDateTime) >= earliest;
}

/** The name is somebody else's, so that no attempt can have been carried out. */
function conflict(error: B2BError): B2BError {
  return new B2BError(
    "conflict",
    "an account of this name is there already, and is not the one that was to be made",
    {
      ...detailsIn(error),
      outcome: "rejected",
    },
  );
}

function uncertain(error: B2BError, cause: unknown): B2BError {
  return new B2BError(
    "transient",
    "an answer got lost, the name is taken since, and nobody could tell whether by this call; look for the account by its name before you make another",
    { ...detailsIn(error), outcome: "unknown", remedies: [remedies.wait], cause },
  );
}

function detailsIn({ operation, attempts, status, graphCode, requestId, clientRequestId }: B2BError) {
  return {
    ...{ operation, attempts },
    ...(status !== undefined && { status }),
    ...(graphCode !== undefined && { graphCode }),
    ...(requestId !== undefined && { requestId }),
    ...(clientRequestId !== undefined && { clientRequestId }),
  };
}

function metaOf({ attempts, status = 0, requestId, clientRequestId }: B2BError): Answer<unknown>["meta"] {
  return { status, attempts, staleReads: 0, reconciled: true, requestId, clientRequestId, warnings: [] };
}

import { absenceIn, B2BError } from "../errors/index.ts";
import { remedies } from "../remedies/index.ts";
import {
  type FoundMember,
  type Member,
  type MemberInput,
  readFoundMember,
  readMember,
  readMemberInput,
} from "../schemas/index.ts";
import type { Random } from "../time/index.ts";
import { accountsWith, anythingIn, type WireResponse, writtenUser } from "../wire/index.ts";
import { type Answer, type Call, callOf, type Line, perform } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { type Operation, segment } from "./operation.ts";
import { sharedTime } from "./shared-time.ts";

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
      ...input,
      mailNickname: nicknameOf(input),
      passwordProfile: { forceChangePasswordNextSignIn: true, ...passwordProfile },
    },
    effect: "idempotent",
    permission: "User.ReadWrite.All",
    created: idIn,
    writes: (response) =>
      response === undefined
        ? addressesIn(input).flatMap((one) => (one === undefined ? [] : [anythingIn(accountsWith(one))]))
        : idIn(response).flatMap((id) => writtenUser(id, {}, addressesIn(input))),
  }),
  output: () => readMember,
};

function addressesIn({ userPrincipalName, mail, otherMails = [] }: Omit<MemberInput, "passwordProfile">) {
  return [userPrincipalName, mail, ...otherMails];
}

function nicknameOf({
  userPrincipalName,
  mailNickname = userPrincipalName.slice(0, userPrincipalName.indexOf("@")),
}: Pick<MemberInput, "userPrincipalName" | "mailNickname">): string {
  return mailNickname;
}

/** `GET /users/{name}`; `undefined` where the instance that answers knows nobody of that name. What is found may be what was made just now. */
const findMember: Operation<string, FoundMember | undefined> = {
  id: createMember.id,
  input: (name) => ({ ok: true, value: String(name) }),
  describe: (name) => ({
    method: "GET",
    path: `/users/${segment(name)}`,
    query: {
      $select: "id,userPrincipalName,displayName,mail,mailNickname,userType,creationType,createdDateTime",
    },
    effect: "read",
    created: idIn,
  }),
  output: () => readFoundMember,
  alreadyDone: (response) =>
    response.status === 404 && absenceIn(response) ? { value: undefined } : undefined,
};

function idIn({ body }: WireResponse): readonly string[] {
  const reading = readMember(body);
  return reading.ok ? [reading.value.id] : [];
}

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
    const found = await lookFor(line, random, input, left, error);
    if (!isOurs(found, input, startedAt - SKEW_MS)) throw conflict(error);
    const { id, userPrincipalName, displayName, mail } = found;
    return { value: { id, userPrincipalName, displayName, mail, reconciled: true }, meta: metaOf(error) };
  }
}

/** How long an instance may take to learn of an account, and how often it is looked for, in milliseconds. */
const VISIBLE_WITHIN_MS = 120_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

async function lookFor(
  line: Line,
  random: Random,
  { userPrincipalName }: MemberInput,
  left: () => CallOptions,
  error: B2BError,
): Promise<FoundMember> {
  const until = line.clock.now() + VISIBLE_WITHIN_MS;
  for (let looks = 0; ; looks++) {
    const options = left();
    const found = await look(line, userPrincipalName, options, error);
    if (found !== undefined) return found;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 1.5 ** looks) * (0.5 + random() / 2);
    const rest = Math.min(until - line.clock.now(), options.timeoutMs ?? Number.POSITIVE_INFINITY);
    if (pause > rest) throw uncertain(error);
    await pauseFor(line, pause, options.signal, error);
  }
}

async function look(line: Line, name: string, options: CallOptions, error: B2BError) {
  try {
    return (await perform(line, findMember, name, options)).value;
  } catch (cause) {
    if (cause instanceof B2BError && cause.is("aborted")) throw cause;
    throw uncertain(error, cause);
  }
}

async function pauseFor({ clock }: Line, ms: number, signal: AbortSignal | undefined, error: B2BError) {
  try {
    await clock.sleep(ms, signal);
  } catch (cause) {
    throw new B2BError("aborted", "the caller gave up; the account may have been made", {
      ...detailsIn(error),
      ...{ outcome: "unknown", cause },
    });
  }
}

/** Graph has no mark of who made an account. What was asked for, made since it was asked for, is taken for ours. */
function isOurs(found: FoundMember, input: MemberInput, earliest: number): boolean {
  const { displayName, mailNickname, userType, creationType, mail, createdDateTime } = found;
  const isMember = userType !== "Guest" && creationType === null;
  const isNamed = displayName === input.displayName && mailNickname === nicknameOf(input);
  const hasMail = input.mail === undefined || mail?.toLowerCase() === input.mail.toLowerCase();
  const isNew = createdDateTime !== null && Date.parse(createdDateTime) >= earliest;
  return isMember && isNamed && hasMail && isNew;
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

function uncertain(error: B2BError, cause?: unknown): B2BError {
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

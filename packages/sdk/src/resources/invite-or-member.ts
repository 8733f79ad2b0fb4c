import { B2BError, type B2BErrorOf, checked, invalidInput } from "../errors/index.ts";
import {
  type InvitationInput,
  type MemberInput,
  readInvitationInput,
  readMemberRemedy,
} from "../schemas/index.ts";
import type { Random } from "../time/index.ts";
import { type Answer, type CallMeta, type Line, perform } from "./call.ts";
import { CALL_OPTIONS, type CallOptions } from "./call-options.ts";
import { createInvitation, type IssuedInvitation } from "./create-invitation.ts";
import { waitInTime } from "./in-time.ts";
import { type CreatedMember, makeMember } from "./members.ts";
import { sharedTime } from "./shared-time.ts";

/** Somebody who was invited, or got an account of this directory's own instead. */
export type InvitedOrMember =
  | { readonly kind: "guest"; readonly invitation: IssuedInvitation }
  | { readonly kind: "member"; readonly member: CreatedMember };

/** Somebody cannot be invited, because the account lives in a cloud out of reach. */
export interface BoundaryQuestion {
  /** The address that was refused. */
  readonly invitedUserEmailAddress: string;
  readonly error: B2BErrorOf<"cloud-boundary">;
  /** How often it has been asked in this call, this time included. Three times at the most. */
  readonly asked: number;
  /** Ends with the call, when its caller gives up or its time is over. */
  readonly signal: AbortSignal;
}

/** Another address of the same person, which is judged anew; an account to be made; or `undefined` to leave it at the error. */
export type BoundaryAnswer =
  | { readonly invitedUserEmailAddress: string; readonly member?: undefined }
  | { readonly member: MemberInput; readonly invitedUserEmailAddress?: undefined }
  | undefined;

/** What becomes of somebody who cannot be invited across a cloud's boundary. */
export type OnBoundary =
  | {
      /** Makes a member account in this directory instead. */
      readonly onBoundary: "create-member";
      /** The account. Checked before anything is sent, whether or not it will be needed. */
      readonly member: MemberInput;
    }
  | {
      /** Is asked what to do. It is not asked where an invitation fails for any other reason. */
      readonly onBoundary: (question: BoundaryQuestion) => BoundaryAnswer | Promise<BoundaryAnswer>;
    };

/** What `invitations.create` may be told, with a remedy or without. */
export const INVITATION_OPTIONS: readonly string[] = [...CALL_OPTIONS, "onBoundary", "member"];

/** What a question is told that nobody limits. */
const NEVER = new AbortController().signal;
/** So often a call asks for another address. */
const MOST_QUESTIONS = 3;

/** Invites; where a cloud's boundary is in the way, does as `options` say. */
export async function inviteOrMember(
  line: Line,
  random: Random,
  input: InvitationInput,
  remedy: CallOptions & OnBoundary,
): Promise<Answer<InvitedOrMember>> {
  const left = sharedTime(line, createInvitation.id, remedy, INVITATION_OPTIONS);
  checked(createInvitation.id, readInvitationInput(input));
  refuseBadRemedy(input, remedy);
  let address = input.invitedUserEmailAddress;
  let before: CallMeta | undefined;
  for (let asked = 1; ; asked++) {
    const outcome = await invite(line, { ...input, invitedUserEmailAddress: address }, left());
    if (!(outcome instanceof B2BError)) {
      const { value: invitation, meta } = outcome;
      return { value: { kind: "guest", invitation }, meta: joined(before, meta) };
    }
    const question = { invitedUserEmailAddress: address, error: outcome, asked };
    const answer =
      asked > MOST_QUESTIONS
        ? undefined
        : await waitInTime(line.clock, createInvitation.id, left(), (stop = NEVER) =>
            answerOf(remedy, { ...question, signal: stop }),
          );
    if (answer === undefined) throw outcome;
    before = joined(before, metaOf(outcome));
    if (answer.member !== undefined) {
      const { value: member, meta } = await makeMember(line, random, answer.member, left());
      return { value: { kind: "member", member }, meta: joined(before, meta) };
    }
    address = answer.invitedUserEmailAddress;
  }
}

/** The boundary's refusal as a value: the one that there is a way around. Any other is thrown. */
async function invite(
  line: Line,
  input: InvitationInput,
  options: CallOptions,
): Promise<Answer<IssuedInvitation> | B2BErrorOf<"cloud-boundary">> {
  try {
    return await perform(line, createInvitation, input, options);
  } catch (error) {
    if (error instanceof B2BError && error.is("cloud-boundary")) return error;
    throw error;
  }
}

/** An account is made without asking only where the refusal itself says that this is a way out. */
async function answerOf(remedy: OnBoundary, question: BoundaryQuestion): Promise<BoundaryAnswer> {
  if (remedy.onBoundary === "create-member") {
    const isWayOut = question.error.remedies.some(({ action }) => action === "create-member");
    return isWayOut ? { member: remedy.member } : undefined;
  }
  const answer: unknown = await remedy.onBoundary(question);
  if (answer === undefined || isAnswer(answer)) return answer;
  throw badRemedy(
    "onBoundary",
    "must answer with { invitedUserEmailAddress } or { member }, with one of them and nothing beside it, or with undefined",
  );
}

function isAnswer(answer: unknown): answer is Exclude<BoundaryAnswer, undefined> {
  if (typeof answer !== "object" || answer === null) return false;
  const { invitedUserEmailAddress, member, ...other } = answer as { readonly [name: string]: unknown };
  if (Object.keys(other).length > 0) return false;
  return (invitedUserEmailAddress === undefined) !== (member === undefined);
}

function refuseBadRemedy({ resetRedemption }: InvitationInput, remedy: OnBoundary): void {
  if (resetRedemption === true) {
    throw badRemedy("onBoundary", "cannot go with resetRedemption, which is about a guest who is there");
  }
  const { member } = remedy as { readonly member?: unknown };
  if (typeof remedy.onBoundary === "function") {
    if (member === undefined) return;
    throw badRemedy("member", 'goes with onBoundary: "create-member"; a function answers with the account');
  }
  if (remedy.onBoundary !== "create-member")
    throw badRemedy("onBoundary", 'must be "create-member" or a function');
  checked(createInvitation.id, readMemberRemedy({ member: remedy.member }));
}

function badRemedy(path: string, expected: string): B2BError {
  return invalidInput(createInvitation.id, [{ path, expected }]);
}

/** What several calls took together; the last one's answer counts. */
function joined(before: CallMeta | undefined, last: CallMeta): CallMeta {
  if (before === undefined) return last;
  return {
    ...last,
    attempts: before.attempts + last.attempts,
    staleReads: before.staleReads + last.staleReads,
    reconciled: before.reconciled || last.reconciled,
    warnings: [...before.warnings, ...last.warnings],
  };
}

function metaOf({ attempts, status = 0, requestId, clientRequestId }: B2BError): CallMeta {
  return { status, attempts, staleReads: 0, reconciled: false, requestId, clientRequestId, warnings: [] };
}

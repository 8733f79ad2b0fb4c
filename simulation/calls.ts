import type { B2BError } from "@vestibule/sdk";
import type { Tapped } from "./wiretap.ts";

/** One call of the client, and all that is known of it in the end. Times are milliseconds on the world's clock. */
export interface CallRecord {
  readonly number: number;
  readonly lane: number;
  readonly kind: CallKind;
  /** The address that was invited. */
  readonly address?: string;
  readonly withMail: boolean;
  /** The guest of one's own that it was about, with the time at which it was written. */
  readonly guest?: OwnGuest;
  /** When its caller wanted it to be over. */
  readonly limit: number | undefined;
  /** How its caller said so: ahead, or by giving up then. */
  readonly limitedBy: "timeout" | "abort" | undefined;
  readonly startedAt: number;
  endedAt: number;
  /** The requests that were sent for it, in order. */
  readonly requests: Tapped[];
  error: B2BError | undefined;
  /** Something that is no error of the SDK's: never to be seen. */
  strange: unknown;
  /** The id that an invitation was answered with. */
  invitedId: string | undefined;
}

export type CallKind =
  | "invite"
  | "get"
  | "update"
  | "addMember"
  | "assign"
  | "delete"
  | "list"
  | "waitUntil"
  | "getStranger"
  | "signIn";

/** A guest whom a lane has invited, and nobody else touches. */
export interface OwnGuest {
  readonly id: string;
  readonly address: string;
  readonly redeemUrl: string | null;
  readonly writtenAt: number;
  /** Whether it has been deleted, or may have been. */
  gone: boolean;
}

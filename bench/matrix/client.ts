/** The part of an invitation that the checks need, by Graph's names. */
export interface InvitationBody {
  readonly invitedUserEmailAddress: string;
  readonly inviteRedirectUrl: string;
  /** True asks for a mail: an effect that people see, and that nobody wants twice. */
  readonly sendInvitationMessage: boolean;
}

/** What every client is asked to do, each in the way that is natural to it. Both reject where the client does. */
export interface OpenedClient {
  readUser(id: string, signal?: AbortSignal): Promise<unknown>;
  invite(invitation: InvitationBody): Promise<unknown>;
}

/** A client that the matrix measures, at its documented defaults. */
export interface MeasuredClient {
  /** False where there is no way to hand a call an `AbortSignal`. */
  readonly takesSignal: boolean;
  /** A new client each time, which keeps nothing of the ones before it. All its requests go through `fetch`. */
  open(fetch: typeof globalThis.fetch): OpenedClient;
}

/** Where Graph is: no request of the matrix really goes there. */
export const GRAPH = "https://graph.microsoft.com/v1.0";

/** Every client calls with a token; nobody looks at it. */
export const TOKEN = "token";

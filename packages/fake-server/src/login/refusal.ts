/** Why the login service refuses, in the words of its list of codes. */
export interface RefusalDetail {
  /** The number after `AADSTS`. */
  readonly code: number;
  /** The error of OAuth's, for example `invalid_grant`. */
  readonly error: string;
  readonly text: string;
  /** Default 400. */
  readonly status?: number;
  /** What more a client is told of it. */
  readonly suberror?: string;
  /** What the client has to ask for next time, as text. */
  readonly claims?: string;
}

/** Ends a request to the login service. Its message is its code: nothing of what was sent is in it. */
export class LoginRefusal extends Error {
  readonly detail: RefusalDetail;

  constructor(detail: RefusalDetail) {
    super(`AADSTS${detail.code}`);
    this.name = "LoginRefusal";
    this.detail = detail;
  }
}

/** Two ids for support, and the time, as an error carries them. */
export interface LoginStamp {
  readonly trace: string;
  readonly correlation: string;
  readonly timestamp: string;
}

/** The text of an error, for people. */
export function described({ code, text }: RefusalDetail, stamp: LoginStamp): string {
  const { trace, correlation } = stamp;
  return `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${shownTime(stamp)}`;
}

/**
 * The body of an error.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes#handling-error-codes-in-your-application
 */
export function errorBody(detail: RefusalDetail, stamp: LoginStamp): Record<string, unknown> {
  const { code, error, suberror, claims } = detail;
  return {
    error,
    error_description: described(detail, stamp),
    error_codes: [code],
    timestamp: shownTime(stamp),
    trace_id: stamp.trace,
    correlation_id: stamp.correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    ...(suberror !== undefined && { suberror }),
    ...(claims !== undefined && { claims }),
  };
}

function shownTime({ timestamp }: LoginStamp): string {
  return `${timestamp.slice(0, 19).replace("T", " ")}Z`;
}

/** A refusal with this code: its text is filled in where it is thrown. */
export const refusalWith =
  (code: number, error: string, text: string, more: Partial<RefusalDetail> = {}) =>
  (fill: Readonly<Record<string, string>> = {}, extra: Partial<RefusalDetail> = {}): LoginRefusal =>
    new LoginRefusal({
      ...{ code, error, ...more, ...extra },
      text: text.replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? ""),
    });

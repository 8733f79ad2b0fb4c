/** A mail as it was sent. */
export interface Mail {
  readonly kind: "mail";
  readonly about: "invitation";
  readonly id: string;
  readonly from: string;
  /** Under which name it comes from there. */
  readonly fromName: string;
  /** Whom an answer goes to: who invited, if that is somebody with a mail address. */
  readonly replyTo: string | null;
  readonly to: string;
  /** The first of those who were to get a copy: the service supports one, and drops the rest. */
  readonly cc: string | null;
  readonly subject: string;
  readonly language: string;
  /** What the inviter had to say; null as well where it was left out, because an application invited, or somebody without a mail address. */
  readonly text: string | null;
  readonly redeemUrl: string;
  readonly sentDateTime: string;
  /** The same in milliseconds on the world's clock. */
  readonly sentAt: number;
}

/** The mail with a one-time passcode. */
export interface PasscodeMail {
  readonly kind: "passcodeMail";
  readonly about: "passcode";
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly language: string;
  readonly passcode: string;
  readonly sentDateTime: string;
  /** The same in milliseconds on the world's clock. */
  readonly sentAt: number;
}

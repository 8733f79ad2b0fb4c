import * as z from "zod/mini";
import { type Reader, reader } from "./reader.ts";
import { type SignInQuestion, signInCircumstances } from "./sign-in-question.ts";

/** What a preflight cannot find out by itself. What is left out is unknown, and said to be. */
export interface PreflightQuestion {
  /** What the token that invites carries: `roles` of an application's, `scp` of a user's. */
  readonly permissions?: readonly string[] | undefined;
  /**
   * Whether the settings of the guest's own organisation let its people be guests here; across clouds also, whether it has
   * left the application Microsoft B2B Cross Cloud Worker enabled. They cannot be read from this side: ask there, or let the
   * client's `boundary` do so, with `bothSides`.
   */
  readonly homeLetsOut?: boolean | undefined;
  /**
   * How the guest will sign in: what the own organisation asks for, who the guest is there, which application is opened,
   * from where.
   */
  readonly signIn?: Omit<SignInQuestion, "homeTenantId" | "homeCloud" | "homeLetsOut" | "guest"> | undefined;
}

export const preflightQuestion = z.strictObject({
  permissions: z.optional(z.array(z.string())),
  homeLetsOut: z.optional(z.boolean()),
  signIn: z.optional(signInCircumstances),
});

export const readPreflightQuestion: Reader<PreflightQuestion> = reader(preflightQuestion);

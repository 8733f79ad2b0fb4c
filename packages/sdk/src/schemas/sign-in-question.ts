import * as z from "zod/mini";
import { guid } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Whose sign-in is asked about. */
export interface SignInQuestion {
  /** Tenant id of the guest's own organisation. */
  readonly homeTenantId: string;
  /** Whether that organisation asks for multifactor authentication itself. Only the caller can know; without it the answer may be `unknown`. */
  readonly homeMfa?: "required" | "not-required" | undefined;
}

export const readSignInQuestion: Reader<SignInQuestion> = reader(
  z.strictObject({ homeTenantId: guid, homeMfa: z.optional(z.enum(["required", "not-required"])) }),
);

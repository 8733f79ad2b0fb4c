import * as z from "zod/mini";
import { guid, userKey } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Whose limits are asked about, beside those of the directory as a whole. */
export interface LimitsQuestion {
  /** A user or guest, by object id or user principal name: sponsors, and assignments to applications. */
  readonly userId?: string | undefined;
  /** A group, by object id: its owners. */
  readonly groupId?: string | undefined;
  /**
   * How many are to be added: objects to the directory, policies to conditional access, sponsors to the user, assignments
   * to it, owners to the group, to each as many. A limit that has no room for them is `reached`. The list of domains is
   * counted in characters, and judged with one more, whatever is said here. Default 1.
   */
  readonly adding?: number | undefined;
}

export const limitsQuestion = z.strictObject({
  userId: z.optional(userKey),
  groupId: z.optional(guid),
  adding: z.optional(
    z
      .number()
      .check(z.refine((n) => Number.isSafeInteger(n) && n >= 1, { error: "must be a whole number from 1" })),
  ),
});

export const readLimitsQuestion: Reader<LimitsQuestion> = reader(limitsQuestion, "question");

import * as z from "zod/mini";
import { appId, guid, tenantId } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Somebody of another organisation who comes here, or one of our people who goes there. What is left out is unknown. */
export interface Visitor {
  readonly tenantId: string;
  /** The user's object id in its own organisation. */
  readonly userId?: string | undefined;
  /** The groups that it is in there, by id; `[]` for none. */
  readonly groupIds?: readonly string[] | undefined;
  /** The application that is opened, by its app id. */
  readonly appId?: string | undefined;
}

export const readVisitor: Reader<Visitor> = reader(
  z.strictObject({
    tenantId,
    userId: z.optional(guid),
    groupIds: z.optional(z.array(guid)),
    appId: z.optional(appId),
  }),
  "visitor",
);

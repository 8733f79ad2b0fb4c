import * as z from "zod/mini";
import { type Reader, reader } from "./reader.ts";

/** The error envelope of Graph. `message` is for people and may change; `code` may be empty. */
export interface ODataError {
  readonly error: { readonly code: string; readonly message: string };
}

/** Services behind Graph write the message as text, or as `{ lang, value }` where they are old. */
const message = z.pipe(
  z.union([z.string(), z.object({ value: z.string() })]),
  z.transform((text) => (typeof text === "string" ? text : text.value)),
);

export const readODataError: Reader<ODataError> = reader(
  z.object({ error: z.object({ code: z.string(), message }) }),
);

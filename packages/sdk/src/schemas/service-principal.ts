import * as z from "zod/mini";
import { type Reader, reader } from "./reader.ts";

const readEnabled = reader(
  z.object({ value: z.array(z.object({ accountEnabled: z.optional(z.nullable(z.boolean())) })) }),
);

/** Whether none of some service principals is disabled. */
export const readAllEnabled: Reader<boolean> = (body) => {
  const reading = readEnabled(body);
  return reading.ok
    ? { ok: true, value: reading.value.value.every(({ accountEnabled }) => accountEnabled !== false) }
    : reading;
};

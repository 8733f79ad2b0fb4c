import * as z from "zod/mini";
import { shown } from "../furnishing/index.ts";
import { LAST_INSTANT } from "../simulation/index.ts";

/** What is taken for each property of a type, of which none may be left out. */
export type Shape<T> = { readonly [K in keyof T]-?: z.ZodMiniType };

export const may = z.optional;
export const orNull = z.nullable;
export const text = z.string();
export const texts = z.array(text);
export const flag = z.boolean();

/** How JSON says an instant on the world's clock, in milliseconds. */
export const instant = z
  .number()
  .check(
    z.refine((value) => Math.abs(value) <= LAST_INSTANT, {
      error: ({ input }) => `has to be a time that a date can have, not ${shown(input)}`,
    }),
  )
  .register(z.globalRegistry, { minimum: -LAST_INSTANT, maximum: LAST_INSTANT });

/** A place in a log: commits are counted from 1. */
export const lsn = wholeFrom(1);
export const whole = wholeFrom(0);

function wholeFrom(least: number) {
  return z
    .custom<number>((value) => Number.isSafeInteger(value) && (value as number) >= least, {
      error: ({ input }) => `has to be a whole number from ${least}, not ${shown(input)}`,
    })
    .register(z.globalRegistry, { type: "integer", minimum: least });
}

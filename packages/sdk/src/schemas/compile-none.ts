import type * as z from "zod/mini";

/** Outside Node the interpreter stays: pages there often forbid code generation, and the compiler would double the bundle. */
export const compile = <T extends z.core.$ZodType>(schema: T): T => schema;

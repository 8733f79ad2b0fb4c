import * as z from "zod/mini";
import { type Reader, reader } from "./reader.ts";

const positive = z.optional(z.number().check(z.refine((n) => n > 0, { error: "must be a number above 0" })));
const whole = z.optional(
  z
    .number()
    .check(z.refine((n) => Number.isInteger(n) && n > 0, { error: "must be a whole number above 0" })),
);
const layer = z.custom<object>((value) => typeof value === "function", {
  error: "must be a function (next) => send",
});
const object = (expected: string, accept: (value: object) => boolean) =>
  z.custom<object>((value) => typeof value === "object" && value !== null && accept(value), {
    error: expected,
  });
/** Whatever is neither is told what to write instead. */
const orOff = <T extends z.ZodMiniType>(schema: T, example: string) =>
  z.optional(
    z.union([z.literal(false), schema], {
      error: ({ input }) =>
        typeof input === "object" && input !== null
          ? undefined
          : `must be false, or an object such as ${example}`,
    }),
  );

function can(value: object, method: string): boolean {
  return typeof (value as Record<string, unknown>)[method] === "function";
}

function isTransport(value: object): boolean {
  const { send, cloud } = value as { send?: unknown; cloud?: unknown };
  return typeof send === "function" && typeof cloud === "object" && cloud !== null;
}

/** The numbers and names among a client's options. What has behaviour is only looked at for its shape. */
const clientOptions = z.strictObject({
  transport: object("must be a transport, with `cloud` and `send`", isTransport),
  credential: z.optional(
    z.custom<object>(
      (value) =>
        typeof value === "function" || (typeof value === "object" && value !== null && "getToken" in value),
      { error: "must be a function, or a credential with `getToken`" },
    ),
  ),
  clock: z.optional(
    object("must be a clock, with `now` and `sleep`", (value) => can(value, "now") && can(value, "sleep")),
  ),
  random: z.optional(
    z.custom<object>((value) => typeof value === "function", { error: "must be a function" }),
  ),
  boundary: z.optional(
    z.strictObject({
      resolver: object("must be a resolver, with `resolve`", (value) => "resolve" in value),
      policy: z.optional(
        z.custom<unknown>(
          (value) =>
            typeof value === "function" ||
            (typeof value === "object" && value !== null && can(value, "evaluate")),
          { error: "must be a policy, with `evaluate`, or a function that makes one" },
        ),
      ),
      mode: z.optional(z.enum(["enforce", "warn"])),
      onUnknown: z.optional(z.enum(["proceed", "refuse"])),
      timeoutMs: positive,
    }),
  ),
  readYourWrites: orOff(z.strictObject({ windowMs: positive, capacity: whole }), "{ windowMs: 300000 }"),
  retry: orOff(
    z.strictObject({ attempts: whole, baseMs: positive, capMs: positive, deadlineMs: positive }),
    "{ attempts: 3 }",
  ),
  governor: z.optional(
    object(
      "must be a governor, with `admit` and `report`",
      (value) => can(value, "admit") && can(value, "report"),
    ),
  ),
  attemptTimeout: orOff(z.strictObject({ timeoutMs: positive }), "{ timeoutMs: 10000 }"),
  use: z.optional(z.array(layer)),
  useAttempt: z.optional(z.array(layer)),
});

export const readClientOptions: Reader<unknown> = reader(clientOptions as z.ZodMiniType<unknown>, "options");

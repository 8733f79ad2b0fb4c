import * as z from "zod/mini";
import { address, milliseconds, name, problemsIn, readJson } from "../../furnishing/index.ts";
import { Problem } from "./problem.ts";

const may = z.optional;
const tenant = may(name);
const answer = z.enum(["approve", "deny"]);

/** What an administrator's request may carry. What is in a rule, a lag or an answer, their own rooms judge. */
export const BODIES = {
  clock: z.union([z.strictObject({ advanceMs: milliseconds }), z.strictObject({ settle: z.literal(true) })], {
    error: "has to be { advanceMs } with a number of milliseconds, or { settle: true }",
  }),
  reader: z.strictObject({
    tenant,
    reader: may(name),
    hold: may(z.boolean()),
    lag: may(
      z.union([
        z.string(),
        z.number(),
        z.tuple([z.union([z.string(), z.number()]), z.union([z.string(), z.number()])]),
        z.looseObject({ lognormal: z.looseObject({}) }),
      ]),
    ),
  }),
  faults: z.strictObject({ tenant, rules: z.array(z.looseObject({ effect: z.string() })) }),
  redeem: z.strictObject({
    link: name,
    with: may(z.enum(["organisation", "federation", "google", "microsoft-account"])),
    as: may(address),
    passcode: may(z.string()),
    consent: may(z.boolean()),
    mfa: may(z.union([answer, z.strictObject({ home: may(answer), resource: may(answer) })])),
    terms: may(z.enum(["accept", "decline"])),
  }),
  redemption: z.strictObject({
    link: name,
    answer: may(
      z.enum([
        ...(["signIn", "sendPasscode", "enterPasscode", "consent", "refuseConsent"] as const),
        ...(["approveMfa", "denyMfa", "acceptTerms", "declineTerms"] as const),
      ]),
    ),
    with: may(z.enum(["organisation", "federation", "google", "microsoft-account"])),
    as: may(address),
    code: may(z.string()),
  }),
  rewind: z.strictObject({ mark: may(name) }),
  token: z.strictObject({ tenant, app: may(name) }),
} as const;

export type BodyName = keyof typeof BODIES;

/** A body that can be meant; an absent one is an empty object. @throws Problem with the path of all that is wrong */
export async function bodyOf<N extends BodyName>(
  body: N,
  request: Request,
): Promise<z.infer<(typeof BODIES)[N]>> {
  const text = await request.text();
  const value = text === "" ? {} : parsed(text);
  const problems = problemsIn(BODIES[body], value);
  if (problems.length > 0) throw new Problem(400, problems.join("; "));
  return value as z.infer<(typeof BODIES)[N]>;
}

/** The schemas of all bodies, in JSON Schema. */
export function schemaOf(body: BodyName): object {
  return z.toJSONSchema(BODIES[body], { unrepresentable: "any", io: "input" });
}

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch (cause) {
    throw new Problem(400, `the body: ${(cause as TypeError).message}`);
  }
}

import * as z from "zod/mini";
import { DOCUMENTED_LIMITS, type LimitName } from "../directory/index.ts";
import { guid, problemsIn } from "../furnishing/index.ts";
import { objectShapes } from "./object-shapes.ts";
import { policyShapes } from "./policy-shapes.ts";
import { flag, instant, lsn, may, orNull, type Shape, text, texts, whole } from "./shape.ts";
import type {
  ArmedRule,
  FaultsSnapshot,
  LoginSnapshot,
  ReaderSnapshot,
  RemarkSnapshot,
  RequestSnapshot,
  TenantSnapshot,
  ThrottleSnapshot,
  WorldSnapshot,
} from "./snapshot.ts";

let made: z.ZodMiniType | undefined;

/** Made when it is first needed: most processes never read a snapshot, and should not start the later for it. */
function schema(): z.ZodMiniType {
  made ??= snapshotShape();
  return made;
}

/** All that is wrong with the form of a snapshot, each with its path. */
export function problemsOfForm(value: unknown): readonly string[] {
  return problemsIn(schema(), value);
}

/** The schema of a snapshot's file, in JSON Schema. */
export function snapshotSchema(): object {
  return z.toJSONSchema(schema(), { unrepresentable: "any", io: "input", reused: "ref" });
}

function snapshotShape(): z.ZodMiniType {
  const limitNames = Object.keys(DOCUMENTED_LIMITS) as [LimitName, ...LimitName[]];
  const quota = z.strictObject({ amount: z.number(), perMs: z.number() });

  const throttle: Shape<ThrottleSnapshot> = {
    limits: orNull(
      z.strictObject({
        ...{
          invitations: quota,
          conditionalAccess: quota,
          reports: quota,
          writes: quota,
          tenantWrites: quota,
        },
        units: z.strictObject({ S: quota, M: quota, L: quota }),
      }),
    ),
    buckets: z.record(z.string(), z.strictObject({ used: z.number(), charged: z.number(), at: instant })),
    measured: orNull(z.strictObject({ at: instant, weight: whole, size: z.enum(["S", "M", "L"]) })),
  };

  /** What stands in a rule, the faults themselves know. */
  const armed: Shape<ArmedRule> = {
    rule: z.looseObject({ effect: text }),
    ...{ number: whole, seen: whole, left: orNull(whole) },
  };
  const fired = z.strictObject({ request: whole, operation: text, effect: text, forMs: z.number() });
  const faults: Shape<FaultsSnapshot> = {
    ...{ requests: whole, added: whole, rules: z.array(z.strictObject(armed)), fired: z.array(fired) },
  };

  const remark: Shape<RemarkSnapshot> = {
    lint: z.enum([
      "early-retry",
      "ignored-cooldown",
      "blind-resend",
      "read-after-write",
      "next-link-rebuilt",
      "missing-consistency-level",
      "unbounded-retries",
    ]),
    ...{ text, caller: text, at: instant },
    ...{ requests: z.array(whole), correlationIds: z.array(orNull(text)) },
  };

  const request: Shape<RequestSnapshot> = {
    ...{ number: whole, sentAt: instant, endedAt: instant, caller: text, method: text, path: text },
    query: z.record(z.string(), text),
    ...{ correlationId: may(text), status: may(whole), code: may(text), wrote: may(whole) },
    seen: may(z.strictObject({ reader: text, lsn: whole, behind: whole })),
    fault: may(text),
  };

  const duration = z.union([z.number(), text]);
  const reader: Shape<ReaderSnapshot> = {
    ...{ name: text, applied: whole, held: flag, stalledUntil: orNull(instant) },
    lag: z.union([
      duration,
      z.tuple([duration, duration]),
      z.strictObject({ lognormal: z.strictObject({ p50: duration, p99: duration }) }),
    ]),
  };

  const commit = z.strictObject({
    ...{ at: instant, actor: text, operation: text, ids: texts, correlationId: may(text) },
  });
  const kept = z.array(z.tuple([whole, instant]));

  const tenant: Shape<TenantSnapshot> = {
    cloud: z.enum(["public", "usgov", "usgov-dod", "china"]),
    name: text,
    id: may(guid),
    kind: orNull(z.enum(["USG", "GCC"])),
    ...{ isSelfService: flag, createdBy: orNull(text), createdDateTime: text, domains: texts },
    limits: z.partialRecord(z.enum(limitNames), whole),
    throttle: z.strictObject(throttle),
    faults: z.strictObject(faults),
    remarks: z.array(z.strictObject(remark)),
    requests: z.array(z.strictObject(request)),
    routing: z.strictObject({ requests: whole, pins: z.record(z.string(), text) }),
    readers: z.array(z.strictObject(reader)),
    commits: z.array(commit),
    objects: z.array(
      z.strictObject({
        id: text,
        versions: z.array(
          z.strictObject({
            lsn,
            value: orNull(z.discriminatedUnion("kind", [...objectShapes(), ...policyShapes()])),
          }),
        ),
      }),
    ),
    found: z.array(z.tuple([text, texts])),
    ...{ readableFrom: whole, lists: kept, deltas: kept },
  };

  const common = { tenantId: text, appId: text, name: text, permissions: may(texts) };
  const caller = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("app"), ...common, principalId: text }),
    z.strictObject({ kind: z.literal("user"), ...common, userId: text }),
  ]);
  const grant = {
    ...{ tenantId: text, appId: text, userId: text, signedInAt: instant, issuedAt: instant },
    ...{ validFrom: may(text), nonce: may(text), didMfa: flag, contexts: texts, scope: text, isOfPage: flag },
  };
  const codeGrant = z.strictObject({
    ...grant,
    redirectUri: text,
    challenge: may(z.strictObject({ method: z.literal("S256"), value: text })),
    claims: z.strictObject({ contexts: texts, notBefore: may(z.number()), capabilities: texts }),
  });
  const login: Shape<LoginSnapshot> = {
    tokens: z.array(z.strictObject({ digest: text, caller, expiresAt: instant, audience: may(text) })),
    codes: z.array(z.strictObject({ digest: text, grant: codeGrant })),
    refreshTokens: z.array(z.strictObject({ digest: text, grant: z.strictObject(grant) })),
    used: texts,
    refused: whole,
  };

  const shape: Shape<WorldSnapshot> = {
    $schema: may(text),
    version: z.literal(1),
    seed: z.union([z.number(), text]),
    realism: z.enum(["instant", "documented"]),
    ...{ now: instant, drawn: whole, login: z.strictObject(login) },
    ...{ mailsTaken: texts, microsoftAccounts: texts, tenants: z.array(z.strictObject(tenant)) },
  };
  return z.strictObject(shape);
}

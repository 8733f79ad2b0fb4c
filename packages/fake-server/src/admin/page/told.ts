/** What the fake tells below `/_fake`, as far as this page shows it. */
import type { DirectoryObject } from "../../directory/index.ts";
import type { FaultEffect, FaultRule, FiredFault } from "../../faults/index.ts";
import type { AcceptedStep, RedemptionStep, RefusedStep } from "../../redemption/index.ts";
import type { Commit, Lag } from "../../replication/index.ts";
import type { InboxMail, ServedRequest } from "../../world/index.ts";

/** Which tenant something is of. */
export interface OfTenant {
  readonly cloud: string;
  readonly tenant: string;
}

export interface ReaderState {
  readonly name: string;
  readonly datacenter: string;
  readonly lag: Lag;
  readonly held: boolean;
  readonly applied: number;
}

export interface TenantState extends OfTenant {
  readonly id: string;
  readonly objects: number;
  readonly objectLimit: number;
  readonly commits: number;
  readonly requests: number;
  readonly mails: number;
  readonly remarks: number;
  /** How many rules may still let something go wrong. */
  readonly armed: number;
  readonly readers: readonly ReaderState[];
}

export interface WorldState {
  readonly seed: number | string;
  readonly now: number;
  readonly tenants: readonly TenantState[];
}

export type Mail = InboxMail;

export interface TenantRequests extends OfTenant {
  readonly requests: readonly RemarkedRequest[];
}

export interface RemarkedRequest extends ServedRequest {
  readonly remarks: readonly { readonly lint: string; readonly text: string }[];
}

export interface Timeline extends OfTenant {
  readonly commits: readonly Commit[];
  readonly readers: readonly ReaderState[];
}

/** A rule by which something may still go wrong; `left` is null for one without end. */
export type ArmedRule = FaultRule & { readonly left: number | null };

export interface TenantFaults extends OfTenant {
  readonly armed: readonly ArmedRule[];
  readonly fired: readonly FiredFault[];
}

export type Effects = Readonly<Record<string, readonly FaultEffect[]>>;

export interface ExploredObject {
  readonly place: number;
  readonly kind: DirectoryObject["kind"];
  readonly name: string;
  readonly difference: "missing" | "older" | "gone" | null;
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly newest: Readonly<Record<string, unknown>> | null;
}

export interface Explored {
  readonly lsn: number;
  readonly newest: number;
  readonly readableFrom: number;
  readonly total: number;
  readonly differing: number;
  readonly objects: readonly ExploredObject[];
}

export interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** A step as it is sent: what it says, and the names of what it takes. */
export type Step = Told<RedemptionStep>;
export type Accepted = Told<AcceptedStep>;
export type Refused = Told<RefusedStep>;

type Told<S> = S extends unknown
  ? {
      // biome-ignore lint/complexity/noBannedTypes: whatever can be called is not sent
      readonly [K in keyof S as S[K] extends Function ? never : K]: S[K];
    } & { readonly answers: readonly string[] }
  : never;

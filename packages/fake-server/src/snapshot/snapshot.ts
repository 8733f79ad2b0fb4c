import type { Remark } from "../conduct/index.ts";
import type {
  KeptObject as DirectoryObject,
  LimitName,
  TenantKind,
  ThrottlePosition,
} from "../directory/index.ts";
import type { FaultEffect, FaultRule, FiredFault } from "../faults/index.ts";
import type { KeptGrants, KeptToken } from "../login/index.ts";
import type { Commit, KeptObject, KeptStore, Lag, Realism } from "../replication/index.ts";

/**
 * A world as data that a file can hold: `world.snapshot()`. All that shows through Graph, the login services, redeeming and
 * the admin API is in it; marks, clients and what is on its way are not.
 *
 * Nothing in it is secret. Tickets and codes that follow from the seed are named by the commit that made them; of tokens,
 * authorization codes and refresh tokens a digest is there, of an application's secret a digest with salt.
 */
export interface WorldSnapshot {
  /** The address of the schema, for an editor. */
  readonly $schema?: string;
  /** The version of this format. */
  readonly version: 1;
  readonly seed: number | string;
  readonly realism: Realism;
  /** The world's time, in milliseconds since 1970. */
  readonly now: number;
  /** How many numbers have been drawn for clients. */
  readonly drawn: number;
  readonly login: LoginSnapshot;
  /** The ids of the mails that have been taken out of inboxes, in order. */
  readonly mailsTaken: readonly string[];
  /** Who has been given a personal Microsoft account. */
  readonly microsoftAccounts: readonly string[];
  /** In order of creation. */
  readonly tenants: readonly TenantSnapshot[];
}

/** What the login service has handed out, without the texts of it. */
export interface LoginSnapshot extends KeptGrants {
  readonly tokens: readonly KeptToken[];
  /** How many tokens Graph has refused. */
  readonly refused: number;
}

/** One tenant of a snapshot. */
export interface TenantSnapshot {
  readonly cloud: string;
  readonly name: string;
  /** Where it does not follow from the seed. */
  readonly id?: string;
  readonly kind: TenantKind | null;
  readonly isSelfService: boolean;
  /** The object id of the user who made it. */
  readonly createdBy: string | null;
  readonly createdDateTime: string;
  /** Verified domains, beside the one that every tenant has. */
  readonly domains: readonly string[];
  /** Those that are otherwise than documented. */
  readonly limits: Readonly<Partial<Record<LimitName, number>>>;
  readonly throttle: ThrottleSnapshot;
  readonly faults: FaultsSnapshot;
  readonly remarks: readonly RemarkSnapshot[];
  /** The last requests, in the order in which they ended. */
  readonly requests: readonly RequestSnapshot[];
  /** How many requests have been taken to an instance, and which instance each session reads from. */
  readonly routing: { readonly requests: number; readonly pins: Readonly<Record<string, string>> };
  /** The instances: how far each has come, and how late it is. `stalledUntil` is null where none was ever stalled. */
  readonly readers: readonly ReaderSnapshot[];
  /** Every change, in order: the first has the `lsn` 1. */
  readonly commits: readonly Omit<Commit, "lsn">[];
  /** Every object with the versions of it that can still be read, the oldest first; `null` where it was gone. */
  readonly objects: readonly KeptObject<DirectoryObject>[];
  /** What is found by a key, in its order, where that does not follow from the objects. */
  readonly found: KeptStore<DirectoryObject>["found"];
  /** The first commit as of which the directory can still be read. */
  readonly readableFrom: number;
  /** The commits at which lists are being read, and since when changes are asked for: each with when it was asked for last. */
  readonly lists: KeptStore<DirectoryObject>["lists"];
  readonly deltas: KeptStore<DirectoryObject>["deltas"];
}

/** How much a tenant takes, and how full its buckets are. */
export interface ThrottleSnapshot {
  readonly limits: NonNullable<ThrottlePosition["limits"]> | null;
  readonly buckets: Readonly<
    Record<string, { readonly used: number; readonly charged: number; readonly at: number }>
  >;
  readonly measured: NonNullable<ThrottlePosition["measured"]> | null;
}

/** What goes wrong in a tenant, and what has. */
export interface FaultsSnapshot {
  /** How many requests have arrived. */
  readonly requests: number;
  /** How many rules have been added. */
  readonly added: number;
  readonly rules: readonly ArmedRule[];
  /** Everything that has gone wrong, in order: a schedule that can be played again. */
  readonly fired: readonly FiredFault[];
}

/** A rule, with how far it has come. */
export interface ArmedRule {
  readonly rule: Omit<FaultRule, "match"> & {
    readonly match?: Omit<NonNullable<FaultRule["match"]>, "path"> & {
      /** As a whole, or what it matches. */
      readonly path?: string | { readonly pattern: string; readonly flags: string };
    };
  };
  /** How many rules had been added before. */
  readonly number: number;
  /** How many requests the rest of its match has held for. */
  readonly seen: number;
  /** How often it may still happen; null: without end. */
  readonly left: number | null;
}

/** What a client did badly. Requests that came with no `client-request-id` have null. */
export type RemarkSnapshot = Omit<Remark, "correlationIds"> & {
  readonly correlationIds: readonly (string | null)[];
};

/** A request that a tenant was sent, and what became of it. What there was not is left out. */
export interface RequestSnapshot {
  readonly number: number;
  readonly sentAt: number;
  readonly endedAt: number;
  readonly caller: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly correlationId?: string | undefined;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly seen?: { readonly reader: string; readonly lsn: number; readonly behind: number } | undefined;
  readonly wrote?: number | undefined;
  readonly fault?: FaultEffect | undefined;
}

/** Where an instance stands. */
export interface ReaderSnapshot {
  readonly name: string;
  /** The last commit that it has applied. */
  readonly applied: number;
  readonly held: boolean;
  readonly stalledUntil: number | null;
  readonly lag: Lag;
}

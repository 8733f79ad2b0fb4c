import type { Chance } from "../simulation/index.ts";
import type { Commit } from "./log.ts";
import type { Reader } from "./reader.ts";
import type { Store, Writes } from "./store.ts";
import type { ReaderRole } from "./topology.ts";
import type { View } from "./view.ts";

/** Who reads and writes, as far as consistency goes. */
export interface Party {
  /** For the log. */
  readonly name: string;
  /** The id of the object that the party is. Absent where it is none. */
  readonly principalId?: string;
  /** What a session is kept for: application and user. Absent for an application on its own, which gets none. */
  readonly session?: string;
  /** Where the party's requests arrive; several mean that each may arrive at any. Absent: anywhere. */
  readonly datacenters?: readonly string[];
  /** The name of the one instance that answers the party, whatever else would be picked. */
  readonly instance?: string;
}

/** Which instance a party's session reads from, by session and datacenter: the service's "replica token". */
export type Pins = ReadonlyMap<string, Reader>;

/**
 * Takes each request to an instance.
 *
 * A delegated caller has a session in each datacenter: it keeps to one instance there, and its own writes are pulled
 * there before the caller gets an answer, so that it reads what it wrote. An application on its own has none: each of
 * its requests may be answered by any instance.
 *
 * @see https://learn.microsoft.com/entra/architecture/architecture section "Data consistency"
 */
export class Routing<T extends object> {
  readonly #store: Store<T>;
  readonly #chance: Chance;
  readonly #placeChance: Chance;
  readonly #pins = new Map<string, Reader>();
  #requests = 0;

  constructor(store: Store<T>, chance: Chance) {
    this.#store = store;
    this.#chance = chance;
    this.#placeChance = chance.fork("place");
  }

  /** How many requests have been taken to an instance. */
  get requests(): number {
    return this.#requests;
  }

  /** Takes the party's next request to an instance. */
  open(party: Party, role: ReaderRole = "graph", correlationId?: string): Session<T> {
    const request = this.#requests++;
    const reader = this.#named(party, role) ?? this.#picked(party, role, request);
    return new Session(this.#store, reader, party, request, correlationId);
  }

  get position(): { readonly requests: number; readonly pins: Pins } {
    return { requests: this.#requests, pins: new Map(this.#pins) };
  }

  restore({ requests, pins }: Routing<T>["position"]): void {
    this.#requests = requests;
    this.#pins.clear();
    for (const [key, reader] of pins) this.#pins.set(key, reader);
  }

  #named({ instance }: Party, role: ReaderRole): Reader | undefined {
    if (instance === undefined) return undefined;
    return this.#store.withRole(role).find(({ name }) => name === instance);
  }

  #picked(party: Party, role: ReaderRole, request: number): Reader {
    return party.session === undefined
      ? this.#anyOf(party, role, request)
      : this.#pinned(party, role, request);
  }

  #anyOf({ datacenters }: Party, role: ReaderRole, request: number): Reader {
    const all = this.#store.withRole(role);
    const near =
      datacenters === undefined ? all : all.filter((reader) => datacenters.includes(reader.datacenter));
    const readers = near.length > 0 ? near : all;
    return readers[this.#chance.below(readers.length, request)] as Reader;
  }

  #pinned(party: Party, role: ReaderRole, request: number): Reader {
    const places = party.datacenters ?? [this.#store.withRole(role)[0]?.datacenter ?? ""];
    const place = places[this.#placeChance.below(places.length, request)] ?? "";
    const key = `${party.session}|${role}|${place}`;
    const pinned = this.#pins.get(key) ?? this.#anyOf({ ...party, datacenters: [place] }, role, request);
    this.#pins.set(key, pinned);
    return pinned;
  }
}

/** One request at one instance. */
export class Session<T extends object> {
  /** The number of the request, from 0. */
  readonly request: number;
  readonly reader: Reader;
  /** What the instance showed when the request arrived. */
  readonly view: View<T>;
  /** The last commit that there was when the request arrived, whether or not the instance had it. */
  readonly newest: number;
  readonly #store: Store<T>;
  /** Who reads and writes. */
  readonly party: Party;
  readonly #correlationId: string | undefined;
  #wrote: number | undefined;

  constructor(
    store: Store<T>,
    reader: Reader,
    party: Party,
    request: number,
    correlationId: string | undefined,
  ) {
    this.#store = store;
    this.reader = reader;
    this.party = party;
    this.#correlationId = correlationId;
    this.request = request;
    this.view = store.viewOf(reader);
    this.newest = store.last;
  }

  /** The last commit that the request made; `undefined` where it made none. */
  get wrote(): number | undefined {
    return this.#wrote;
  }

  /** What the primary knows: uniqueness is judged there, and nothing else. */
  get primary(): View<T> {
    return this.#store.primary();
  }

  /** What another kind of instance shows. */
  viewAs(role: ReaderRole): View<T> {
    const [reader] = this.#store.withRole(role);
    return reader === undefined ? this.view : this.#store.viewOf(reader);
  }

  commit(operation: string, writes: Writes<T>): Commit {
    const commit = this.#store.commit(this.party.name, operation, writes, this.#correlationId);
    if (this.party.session !== undefined) this.reader.pull(commit.lsn);
    this.#wrote = commit.lsn;
    return commit;
  }
}

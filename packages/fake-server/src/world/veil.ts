import { credentialsOf, type Directory, isSecret, ticketOf } from "../directory/index.ts";

/** What stands where a secret stood. */
const VEILED = "…";

/** As long as every id of Graph's own, and never a secret: most that a client says of itself is one. */
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What the login services here give out, and any signed token, whoever's it is. */
const TOKEN = /fake-(?:[a-z]+-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|eyJ[\w-]+\.[\w-]+\.[\w-]*/gi;
/** A link may be encoded once more, or several times. */
const TICKET_IN_LINK = /(ticket(?:=|%(?:25)*3d))[0-9a-f]{32}/gi;
const TICKET = /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;
/** Query options that say by their name that nobody else may read them. Graph's own begin with `$`. */
const SECRET_NAME = /^[^$]*(?:token|secret|password|ticket|code|assertion)/i;

type Credentials = ReturnType<typeof credentialsOf>;

/**
 * Takes out of what a client has said of itself whatever lets somebody in: tokens, tickets and links, and the secrets
 * that applications of this world have. Made for one look: what there is to know is asked once.
 */
export class Veil {
  readonly #directories: readonly Directory[];
  #credentials: Credentials | undefined;
  #tickets: ReadonlySet<string> | undefined;

  constructor(directories: readonly Directory[]) {
    this.#directories = directories;
  }

  query(query: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(query).map(([name, value]) => [
        this.text(name),
        SECRET_NAME.test(name) ? VEILED : this.text(value),
      ]),
    );
  }

  text(text: string): string {
    if (GUID.test(text)) return text;
    const bare = text
      .replaceAll(TOKEN, VEILED)
      .replaceAll(TICKET_IN_LINK, `$1${VEILED}`)
      .replaceAll(TICKET, (one) => (this.#isTicket(one) ? VEILED : one));
    return piecesOf(bare).reduce(
      (all, piece) => (this.#isSecret(piece) ? all.replaceAll(piece, VEILED) : all),
      bare,
    );
  }

  #isTicket(text: string): boolean {
    this.#tickets ??= new Set(this.#directories.flatMap(ticketsOf));
    return this.#tickets.has(text.toLowerCase());
  }

  #isSecret(piece: string): boolean {
    this.#credentials ??= this.#directories.flatMap(secretsOf);
    const said = decoded(piece);
    // To compare takes a digest of each: what begins otherwise needs none.
    return this.#credentials.some(
      (one) => (one.hint === null || said.startsWith(one.hint)) && isSecret(one, said),
    );
  }
}

/** Every one that a guest has had: each came with a commit. */
function ticketsOf(directory: Directory): readonly string[] {
  const prefix = "ticket/";
  return directory.store
    .commitsSince(0)
    .flatMap(({ lsn, ids }) =>
      ids.flatMap((id) => (id.startsWith(prefix) ? [ticketOf(directory, id.slice(prefix.length), lsn)] : [])),
    );
}

function secretsOf({ store }: Directory): Credentials {
  const view = store.primary();
  const known = ["application", "servicePrincipal"].flatMap((kind) => view.find(kind));
  const appIds = new Set(known.flatMap((one) => ("appId" in one ? [one.appId] : [])));
  return [...appIds]
    .flatMap((appId) => credentialsOf(view, appId))
    .filter(({ proof }) => !("certificate" in proof));
}

/** Whatever may be a secret as a whole, the longest first: all of it, what is quoted, each segment and each word. */
function piecesOf(text: string): readonly string[] {
  const quoted = [...text.matchAll(/'((?:[^']|'')*)'|"([^"]*)"/g)].map(
    ([, one, other]) => one ?? other ?? "",
  );
  const pieces = new Set([text, ...quoted, ...text.split("/"), ...text.split(/[\s'"(),;:&=/?]+/)]);
  return [...pieces].filter((piece) => piece.length > 3).toSorted((one, other) => other.length - one.length);
}

function decoded(piece: string): string {
  const plain = piece.replaceAll("''", "'");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

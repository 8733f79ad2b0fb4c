import { B2BError } from "../errors/index.ts";
import { remedies } from "../remedies/index.ts";
import { type Line, watch } from "../resources/index.ts";
import { type Finding, finding } from "./finding.ts";

/** What a read brought, or that it could not be done. */
export type Seen<T> =
  | {
      readonly value: T;
      /** Whether it does not show yet what this client has just written. */
      readonly isBehind: boolean;
    }
  | Unread;

/** Something that could not be read. */
export interface Unread {
  /** The permission that it takes; null where the cloud does not answer such a request at all. */
  readonly unread: string | null;
}

/** Reads on a line, by what takes `permission`. What has failed for now, or for an unknown reason, is thrown: it is no answer. */
export async function see<T>(
  through: Line,
  permission: string,
  read: (line: Line) => Promise<T>,
): Promise<Seen<T>> {
  const { line, isBehind } = watch(through);
  try {
    const value = await read(line);
    return { value, isBehind: isBehind() };
  } catch (error) {
    if (!(error instanceof B2BError)) throw error;
    if (error.is("forbidden")) return { unread: permission };
    // A beta, or another cloud, may be without it.
    if (error.is("not-found") || error.is("rejected-input")) return { unread: null };
    throw error;
  }
}

/** What could not be read, as a finding of its own. */
export function unreadFinding(
  { unread }: Unread,
  what: string,
  about: Pick<Finding, "limitation" | "because" | "source"> & Partial<Pick<Finding, "severity">>,
): Finding {
  return finding({
    severity: "caution",
    ...about,
    observed:
      unread === null
        ? `${what} could not be read: the service does not tell it in this cloud`
        : `${what} could not be read: that takes ${unread}, and of a person who calls also a role that may`,
    remedies: [unread === null ? remedies.lookUp : remedies.grantReadingRights],
    permission: unread,
  });
}

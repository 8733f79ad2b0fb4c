import { type AppCredential, type SaltedSecret, withSalt } from "./app-credentials.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, Ticket } from "./directory-object.ts";
import { passcodeOf } from "./passcode.ts";
import type { RedemptionRecord } from "./redemption-record.ts";
import type { Mail, PasscodeMail } from "./sent-mail.ts";
import { readRedeemUrl, redeemUrlOf, ticketOf } from "./tickets.ts";

/** A ticket by the commits that made it, and those that it replaces. */
export type KeptTicket = Omit<Ticket, "ticket" | "replaced"> & {
  readonly issuedBy: number;
  readonly replaced: readonly number[];
};

/** An invitation's mail, with the commit that made its ticket in the place of the link. */
export type KeptMail = Omit<Mail, "redeemUrl"> & { readonly userId: string; readonly issuedBy: number };

/** The mail with a code, with the commit that made it in the place of the code. */
export type KeptPasscodeMail = Omit<PasscodeMail, "passcode"> & {
  readonly userId: string;
  readonly issuedBy: number;
};

/** How far a guest has come, with the commit that made its code in the place of the code. */
export type KeptRedemption = Omit<RedemptionRecord, "passcode"> & {
  readonly passcode: { readonly issuedBy: number; readonly sentAt: number } | null;
};

/** What an application proves itself with, without its secret. */
export type KeptCredential = Omit<AppCredential, "proof"> & {
  readonly proof: SaltedSecret | { readonly certificate: string };
};

/** An object with nothing secret in it: what follows from the world's seed is named by the commit that made it. */
export type KeptObject =
  | Exclude<DirectoryObject, Ticket | Mail | PasscodeMail | RedemptionRecord | AppCredential>
  | KeptTicket
  | KeptMail
  | KeptPasscodeMail
  | KeptRedemption
  | KeptCredential;

/** Takes what is secret out of the objects of one directory, as long as nothing is written to it. */
export function concealer(directory: Directory): (object: DirectoryObject) => KeptObject {
  const made = new Makers(directory);
  return (object) => {
    switch (object.kind) {
      case "ticket": {
        const { ticket, replaced, ...rest } = object;
        return { ...rest, issuedBy: made.ticket(ticket), replaced: replaced.map((one) => made.ticket(one)) };
      }
      case "mail": {
        const { redeemUrl, ...rest } = object;
        const { userId = "", ticket = "" } = readRedeemUrl(redeemUrl) ?? {};
        return { ...rest, userId, issuedBy: made.ticket(ticket) };
      }
      case "passcodeMail": {
        const { passcode: _, ...rest } = object;
        return { ...rest, ...made.passcodeMail(rest.id) };
      }
      case "redemption":
        return { ...object, passcode: made.passcode(object) };
      case "appCredential":
        return withSalt(object, directory.chance.guid(`salt/${object.id}`));
      default:
        return withoutWrittenSecrets(object);
    }
  };
}

/** Puts it back. The digest of a secret stays as it is. */
export function revealed(directory: Directory, object: KeptObject): DirectoryObject {
  switch (object.kind) {
    case "ticket": {
      const { issuedBy, replaced, ...rest } = object;
      const ticket = (lsn: number) => ticketOf(directory, object.userId, lsn);
      return { ...rest, ticket: ticket(issuedBy), replaced: replaced.map(ticket) };
    }
    case "mail": {
      const { userId, issuedBy, ...rest } = object;
      const ticket = ticketOf(directory, userId, issuedBy);
      return { ...rest, redeemUrl: redeemUrlOf(directory, { userId, ticket }) };
    }
    case "passcodeMail": {
      const { userId, issuedBy, ...rest } = object;
      return { ...rest, passcode: passcodeOf(directory, userId, issuedBy) };
    }
    case "redemption": {
      const { passcode } = object;
      if (passcode === null) return { ...object, passcode };
      const { issuedBy, sentAt } = passcode;
      return { ...object, passcode: { code: passcodeOf(directory, object.userId, issuedBy), sentAt } };
    }
    default:
      return object;
  }
}

/** Which commit made what follows from the seed. */
class Makers {
  readonly #tickets = new Map<string, number>();
  readonly #passcodes = new Map<string, number>();
  readonly #passcodeMails = new Map<string, { readonly userId: string; readonly issuedBy: number }>();

  constructor(directory: Directory) {
    const { chance, store } = directory;
    for (const { lsn, ids } of store.commitsSince(0)) {
      for (const id of ids) {
        const [purpose, userId] = id.split("/");
        if (userId === undefined) continue;
        if (purpose === "ticket") this.#tickets.set(ticketOf(directory, userId, lsn), lsn);
        if (purpose !== "redemption") continue;
        this.#passcodes.set(`${userId}/${passcodeOf(directory, userId, lsn)}`, lsn);
        this.#passcodeMails.set(chance.guid(`passcode/${userId}/${lsn}`), { userId, issuedBy: lsn });
      }
    }
  }

  ticket(ticket: string): number {
    return known(this.#tickets.get(ticket));
  }

  passcode({ userId, passcode }: RedemptionRecord): KeptRedemption["passcode"] {
    if (passcode === null) return null;
    const { code, sentAt } = passcode;
    return { issuedBy: known(this.#passcodes.get(`${userId}/${code}`)), sentAt };
  }

  passcodeMail(id: string): { readonly userId: string; readonly issuedBy: number } {
    return known(this.#passcodeMails.get(id));
  }
}

function known<T>(maker: T | undefined): T {
  if (maker === undefined) throw new Error("a ticket or a code is not of any commit: it cannot be kept");
  return maker;
}

/** Applications keep as it was written whatever nothing here looks into. */
function withoutWrittenSecrets<T extends object>(object: T): T {
  if (!("settings" in object) && !("object" in object)) return object;
  return JSON.parse(JSON.stringify(object, withoutSecret)) as T;
}

/** Kinds of key credentials whose key is a private one. */
const PRIVATE = ["X509CertAndPassword", "Symmetric"];

function withoutSecret(name: string, value: unknown): unknown {
  if (name === "secretText") return null;
  const { type, key } = (value ?? {}) as { readonly type?: unknown; readonly key?: unknown };
  return typeof key === "string" && PRIVATE.includes(String(type))
    ? { ...(value as object), key: null }
    : value;
}

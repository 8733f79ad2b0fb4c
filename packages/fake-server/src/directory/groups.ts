import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { type Group, isUnified } from "./group.ts";
import { refuseNoGuid } from "./present-object.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

export function getGroup({ view }: Pick<Access, "view">, id: string): Group {
  refuseNoGuid(id);
  const group = view.get(id.toLowerCase());
  if (group?.kind !== "group") throw new Refusal({ reason: "resource-not-found", id });
  return group;
}

/** Groups that a view shows, in order of creation. */
export function listGroups(view: View<DirectoryObject>): readonly Group[] {
  return view.find("group").filter((object) => object.kind === "group");
}

/** What a group cannot be made without; the rest has a default. */
export type NewGroup = Pick<Group, "id" | "displayName" | "mailNickname"> &
  Partial<Omit<Group, "kind" | "mail" | "proxyAddresses" | "createdDateTime" | "securityIdentifier">>;

/** A group as the directory keeps it. One of Microsoft 365 has an address, and is open to all unless it says otherwise. */
export function newGroupOf(directory: Directory, given: NewGroup): Group {
  const createdDateTime = directory.timestamp();
  const made = {
    description: null,
    groupTypes: [],
    mailEnabled: false,
    securityEnabled: true,
    membershipRule: null,
    membershipRuleProcessingState: null,
    classification: null,
    preferredDataLocation: null,
    preferredLanguage: null,
    theme: null,
    isAssignableToRole: false,
    assignedLicenses: [],
    hasMembersWithLicenseErrors: false,
    ...given,
  };
  const mail = isUnified(made) ? `${made.mailNickname}@${directory.initialDomain}` : null;
  return {
    kind: "group",
    visibility: isUnified(made) ? "Public" : null,
    ...made,
    mail,
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`],
    createdDateTime,
    renewedDateTime: createdDateTime,
    securityIdentifier: securityIdentifierOf(made.id),
  };
}

/** What a test says of a group that Graph does not write. */
export type GroupLicences = Partial<Pick<Group, "assignedLicenses" | "hasMembersWithLicenseErrors">>;

export function groupOf(
  directory: Directory,
  name: string,
  given: GroupLicences & Partial<Pick<Group, "isAssignableToRole">> = {},
): Group {
  const id = directory.chance.guid(`group/${name}`);
  const mailNickname = name.replaceAll(/[^\w.-]/g, "").slice(0, 64) || id.slice(0, 8);
  return newGroupOf(directory, { ...given, id, displayName: name, mailNickname });
}

/** The id as Windows writes it: its four words as numbers, each with the lowest byte first. */
function securityIdentifierOf(id: string): string {
  const [first = "", second = "", third = "", ...rest] = id.split("-");
  const bytes = [first, second, third].flatMap((part) => bytesOf(part).reverse());
  const words = [...bytes, ...bytesOf(rest.join(""))];
  const numbers = [0, 4, 8, 12].map((at) =>
    words.slice(at, at + 4).reduceRight((sum, byte) => sum * 256 + byte, 0),
  );
  return `S-1-12-1-${numbers.join("-")}`;
}

function bytesOf(hexadecimal: string): number[] {
  return (hexadecimal.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
}

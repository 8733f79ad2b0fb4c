import { type DirectoryObject, findManager, listMembers, listOwners } from "../../directory/index.ts";
import { type EntityModel, readSelect } from "../../odata/index.ts";
import type { View } from "../../replication/index.ts";
import { badRequest } from "../body.ts";
import { modelIn } from "../entities.ts";
import { refuseInList } from "../user-body.ts";

/** What changes are asked for: of which objects, and of what about them. */
export interface Tracking {
  readonly kind: "user" | "group";
  readonly model: EntityModel;
  readonly properties: readonly string[];
  readonly links: readonly Link[];
  /** The only objects that count; `undefined` for all. */
  readonly ids: readonly string[] | undefined;
}

/** A relationship whose changes can be followed: the ids that it leads to from an object that is there. */
export interface Link {
  readonly name: string;
  readonly idsIn: (view: View<DirectoryObject>, id: string) => readonly string[];
}

const LINKS: Readonly<Record<Tracking["kind"], readonly Link[]>> = {
  user: [{ name: "manager", idsIn: (view, id) => [findManager(view, id) ?? []].flat() }],
  group: [
    { name: "members", idsIn: (view, id) => listMembers({ view }, id) },
    { name: "owners", idsIn: (view, id) => listOwners(view, id) },
  ],
};

/** What is followed of a group where nothing is selected. */
const BY_DEFAULT = new Set(["members"]);

/** How many objects a filter may name. */
const MOST_IDS = 50;
const ID = "id\\s+eq\\s+'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'";
const FILTER = new RegExp(`^\\s*${ID}(?:\\s+or\\s+${ID})*\\s*$`, "i");

/**
 * Understands what is to be followed. Links are selected like properties.
 *
 * @param filter - `id eq '…'`, or several of these joined by `or`: nothing else is taken. How refusals are worded is assumed
 */
export function trackingOf(
  cloudId: string,
  kind: Tracking["kind"],
  select: string | undefined,
  filter: string | undefined,
): Tracking {
  const model = modelIn(cloudId, kind);
  const names = (select ?? "").split(",").flatMap((name) => name.trim() || []);
  const isSelected = ({ name }: Link) =>
    names.length === 0
      ? BY_DEFAULT.has(name)
      : names.some((each) => each.toLowerCase() === name.toLowerCase());
  const links = LINKS[kind].filter(isSelected);
  const isLink = (name: string) => links.some((link) => link.name.toLowerCase() === name.toLowerCase());
  const own = names.filter((name) => !isLink(name));
  const properties =
    names.length > 0 && own.length === 0 ? ["id"] : [...new Set([...readSelect(model, own.join(",")), "id"])];
  if (kind === "user") refuseInList(properties);
  return { kind, model, properties, links, ids: filter === undefined ? undefined : idsIn(filter) };
}

function idsIn(filter: string): readonly string[] {
  if (!FILTER.test(filter)) {
    throw badRequest("A delta query can be filtered by id alone: $filter=id eq '{id}' or id eq '{id}'.");
  }
  const ids = [...filter.matchAll(new RegExp(ID, "gi"))].map(([, id = ""]) => id.toLowerCase());
  if (ids.length > MOST_IDS) throw badRequest(`A delta query can be filtered by ${MOST_IDS} ids at most.`);
  return [...new Set(ids)];
}

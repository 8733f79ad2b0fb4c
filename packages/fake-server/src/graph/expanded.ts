import type { DirectoryObject, PresentObject } from "../directory/index.ts";
import { type Entity, type Expansion, QueryRefused, readExpand, unknownProperty } from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import { profileOf } from "../schema/index.ts";
import { authorize, rightsFor } from "./authorization/index.ts";
import type { Body } from "./body.ts";
import { directoryObjectBody, selectedObject, selectOfObjects } from "./directory-object-body.ts";
import { isEventual } from "./eventual.ts";
import type { RouteContext } from "./exchange.ts";
import { asShown } from "./limited.ts";
import { RELATIONS, type Related, type Relation, type Sighted } from "./relations.ts";

/** What is read along with an object of a kind. */
export interface Expanded {
  /** For the context of the answer, for example `manager(id)`. */
  readonly inContext: string;
  /** The relationship of one object; nothing where it leads to one object, and there is none. */
  along(entity: Entity, view: View<DirectoryObject>): Body;
}

/** So many related objects come along, and no link to the others. */
const MOST_RELATED = 20;
/** So many objects a page with related ones has, whatever `$top` says. */
export const MOST_WITH_RELATED = 100;

/**
 * What the request's `$expand` asks for; `undefined` where there is none.
 *
 * @see https://learn.microsoft.com/graph/query-parameters#expand
 * @see https://developer.microsoft.com/graph/known-issues/?search=13635
 * @throws QueryRefused for what cannot be expanded; Refusal where the caller may not read it alone
 */
export function expandedIn(context: RouteContext, kind: PresentObject["kind"]): Expanded | undefined {
  const { directory, access, caller, request, keys } = context;
  const { $expand } = request.query;
  if ($expand === undefined || $expand.trim() === "") return undefined;
  const expansion = readExpand($expand);
  const { name, relation } = relationOf(directory.cloud.id, kind, expansion);
  refuseUnfit(request, name, expansion);
  authorize(rightsFor("GET", relation.path), { access, caller, keys });
  const select = expansion.select && selectOfObjects(directory.cloud.id, expansion.select);
  const { levels = 1 } = expansion;
  const inContext = `${name}(${select ? select.join(",") : ""})`;

  function shown(at: Sighted, one: Related): Body {
    const body = bodyOf(at, one, select || undefined);
    return relation.isWhole || one.kind === "directoryRole" ? body : asShown(body, at.caller, one);
  }

  function along(id: string, at: Sighted, level: number): Body {
    const found = relation.related(at, id);
    if (relation.isOne !== true) {
      return { [name]: found.slice(0, MOST_RELATED).map((one) => shown(at, one)) };
    }
    const [one] = found;
    if (one === undefined) return {};
    const further = level < levels && "id" in one ? along(one.id, at, level + 1) : {};
    return { [name]: { ...shown(at, one), ...further } };
  }

  return {
    inContext,
    along: (entity, view) => along((entity as { readonly id: string }).id, { directory, view, caller }, 1),
  };
}

function relationOf(cloudId: string, kind: PresentObject["kind"], { name: written }: Expansion) {
  const relations = RELATIONS[kind];
  const name = Object.keys(relations).find((one) => one.toLowerCase() === written.toLowerCase());
  const relation: Relation | undefined = name === undefined ? undefined : relations[name];
  if (name === undefined || relation === undefined || !profileOf(cloudId).has(kind, name)) {
    throw unknownProperty(written, kind);
  }
  return { name, relation };
}

/** Levels are of managers alone, and an advanced query; all other advanced queries expand nothing. */
function refuseUnfit(request: RouteContext["request"], name: string, { levels }: Expansion): void {
  const { $count, $search } = request.query;
  const isAdvanced = isEventual(request) && ($count?.toLowerCase() === "true" || $search !== undefined);
  if (levels !== undefined && name !== "manager") {
    throw new QueryRefused("BadRequest", "Query option '$levels' is not allowed within $expand.");
  }
  if (levels !== undefined && !isAdvanced) {
    throw new QueryRefused(
      "Request_UnsupportedQuery",
      "$levels requires $count=true and ConsistencyLevel: eventual.",
    );
  }
  if (levels === undefined && isAdvanced) {
    throw new QueryRefused(
      "Request_UnsupportedQuery",
      "$expand is not supported together with advanced queries.",
    );
  }
}

function bodyOf({ directory }: Sighted, related: Related, select: readonly string[] | undefined): Body {
  if (related.kind === "directoryRole") {
    return { "@odata.type": "#microsoft.graph.directoryRole", ...chosen(related.body, select) };
  }
  if (select === undefined) return directoryObjectBody(directory, related);
  return selectedObject(directory, related, select);
}

function chosen(body: Body, select: readonly string[] | undefined): Body {
  if (select === undefined) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => select.includes(name)));
}

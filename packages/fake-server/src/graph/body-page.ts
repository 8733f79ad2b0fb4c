import type { DirectoryObject } from "../directory/index.ts";
import type { Entity, EntityModel } from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import { bareCount } from "./bare-count.ts";
import type { Body } from "./body.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { type List, listPage, matchesIn } from "./list-page.ts";

/** A small set, each of whose objects is asked for by what it shows. */
export interface BodyList {
  /** What the context of the answer says of it, behind `$metadata#`. */
  readonly set: string;
  readonly model: EntityModel;
  readonly bodiesIn: (view: View<DirectoryObject>) => readonly Body[];
  /** How one is asked. Default: as it is. */
  readonly entityOf?: (body: Body) => Entity;
  /** Default: whole. */
  readonly shown?: (body: Body) => Body;
  /** Whether the directory keeps it: a number of its objects takes the header. Default: another service does. */
  readonly isOfDirectory?: boolean;
}

/** One page of a small set. */
export function bodyPage(context: RouteContext, list: BodyList): RouteAnswer {
  return listPage(context, listOf(list));
}

/** How many of its objects there are, as bare text. */
export function bodyCount(context: RouteContext, list: BodyList): RouteAnswer {
  return bareCount(context, matchesIn(context, listOf(list)));
}

function listOf(list: BodyList): List<Body> {
  const { set, model, bodiesIn, entityOf = whole, shown = whole, isOfDirectory = false } = list;
  return { set, model, isOfDirectory, itemsIn: bodiesIn, entityOf, shown };
}

function whole(body: Body): Body {
  return body;
}

/** What cannot be asked for in any way, and is read page by page. */
export function unasked(name: string): EntityModel {
  return { name, defaultSelect: [], properties: {} };
}

import type { PresentObject } from "../directory/index.ts";
import { project, readSelect } from "../odata/index.ts";
import { shownAlone } from "./authorization/index.ts";
import { ENTITIES, entityOf, modelIn } from "./entities.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { type Expanded, expandedIn } from "./expanded.ts";
import { limited } from "./limited.ts";
import { selectionIn } from "./selected.ts";

/** One object, with the properties that are selected and what is expanded, and the context that says which they are. */
export function entityAnswer(
  context: RouteContext,
  object: PresentObject,
  entity = entityOf(object),
): RouteAnswer {
  const { directory, access, caller, request } = context;
  const { origin, version, query } = request;
  const model = modelIn(directory.cloud.id, object.kind, version);
  const select = readSelect(model, query.$select);
  const expanded = expandedIn(context, object.kind);
  const set = `${ENTITIES[object.kind].set}${contextSelection(selectionIn(query.$select), expanded)}`;
  return {
    status: 200,
    body: {
      "@odata.context": `${origin}/${version}/$metadata#${set}/$entity`,
      ...limited(project(entity, select, model), shownAlone(caller, object)),
      ...expanded?.along(entity, access.view),
    },
  };
}

/** What the context says of the properties that are selected, `(id,mail)` or nothing, and of what is expanded. */
export function contextSelection(selection: string, expanded: Expanded | undefined): string {
  if (expanded === undefined) return selection;
  return selection === "" ? `(${expanded.inContext})` : `${selection.slice(0, -1)},${expanded.inContext})`;
}

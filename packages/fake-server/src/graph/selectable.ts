import { readExpand } from "../odata/index.ts";
import { propertyNamesAt } from "../schema/index.ts";
import { type Body, badRequest } from "./body.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { segmentsOf } from "./path.ts";
import type { Route } from "./router.ts";
import { namesIn } from "./selected.ts";

/** Routes whose answers show everything, so that what is selected is taken from them. */
export function selectable(routes: readonly Route[]): readonly Route[] {
  return routes.map((route) => {
    const { GET } = route.methods;
    if (GET === undefined) return route;
    const narrowing = { GET: (context: RouteContext) => narrowed(context, GET(context)) };
    return { ...route, methods: { ...route.methods, ...narrowing } };
  });
}

/** What a `$select` leaves of an answer. What an object does not show is not missed, as long as its type has it. */
function narrowed({ directory, request }: RouteContext, answer: RouteAnswer): RouteAnswer {
  const written = namesIn(request.query.$select);
  if (written.length === 0 || answer.status !== 200) return answer;
  const body = answer.body as Body;
  const list = body.value as readonly Body[] | undefined;
  const { cloud } = directory;
  const { version, path } = request;
  const published = propertyNamesAt({ cloudId: cloud.id, version, segments: segmentsOf(path) });
  const known = [...published, ...(list ?? [body]).flatMap((item) => Object.keys(item))];
  const names = new Set(written.map((name) => spelt(known, name)));
  const expanded = expandedIn(request);
  const isLeft = (name: string) =>
    name.includes("@") || names.has(name) || name.toLowerCase() === expanded?.toLowerCase();
  const only = (item: Body): Body =>
    Object.fromEntries(Object.entries(item).filter(([name]) => isLeft(name)));
  const [set = "", ...rest] = String(body["@odata.context"]).split("/$entity");
  const beside = expanded === undefined ? [] : [`${expanded}()`];
  const context = [`${set}(${[...names, ...beside].join(",")})`, ...rest].join("/$entity");
  const shown = list === undefined ? only(body) : { ...body, value: list.map(only) };
  return { ...answer, body: { ...shown, "@odata.context": context } };
}

/** What is read along stays, whatever is selected of the object itself. */
function expandedIn({ query: { $expand = "" } }: RouteContext["request"]): string | undefined {
  return $expand.trim() === "" ? undefined : readExpand($expand).name;
}

function spelt(known: readonly string[], written: string): string {
  const name = known.find((one) => one.toLowerCase() === written.toLowerCase());
  if (name === undefined) throw badRequest(`Could not find a property named '${written}'.`);
  return name;
}

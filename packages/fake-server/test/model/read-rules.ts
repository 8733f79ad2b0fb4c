import type { Filter, Link } from "./command.ts";
import { type Answer, type Model, type Rule, same } from "./model.ts";

/** Everything that is looked at. */
export const readRules: { readonly [D in "read" | "filter" | "links"]: Rule<D> } = {
  read: {
    answer: (model, { object }) => (model.present(object) ? { status: 200, ids: [object] } : { status: 404 }),
  },
  filter: { answer: (model, { filter }) => ({ status: 200, ids: filtered(model, filter) }) },
  links: { answer: (model, { object, link }) => linked(model, object, link) },
};

function filtered(model: Model, { property, operator, value }: Filter): readonly string[] {
  const matches = (text: string | null) => {
    if (text === null) return false;
    return operator === "eq" ? same(text, value) : text.toLowerCase().startsWith(value.toLowerCase());
  };
  return model.users.filter((user) => matches(user[property])).map(({ id }) => id);
}

export function linked(model: Model, id: string, link: Link): Answer {
  if (!model.present(id)) return { status: 404 };
  const ids = LINKED[link](model, id).filter((other) => model.present(other));
  return link === "manager" && ids.length === 0 ? { status: 404 } : { status: 200, ids };
}

const LINKED: Readonly<Record<Link, (model: Model, id: string) => readonly string[]>> = {
  members: ({ members }, id) => members.from(id),
  memberOf: ({ members }, id) => members.to(id),
  transitiveMembers: (model, id) => closure(model, id, (from) => model.members.from(from)),
  transitiveMemberOf: (model, id) => closure(model, id, (from) => model.members.to(from)),
  owners: ({ owners }, id) => owners.from(id),
  sponsors: ({ sponsors }, id) => sponsors.from(id),
  sponsorOf: ({ sponsors }, id) => sponsors.to(id),
  manager: ({ managers }, id) => managers.from(id),
  directReports: ({ managers }, id) => managers.to(id),
};

/** Follows a tie as long as it leads to something new; what is deleted leads nowhere. */
function closure(model: Model, start: string, next: (id: string) => readonly string[]): readonly string[] {
  const reached = new Set<string>();
  for (let newest = [start]; newest.length > 0; ) {
    const found = new Set(newest.flatMap(next).filter((id) => model.present(id) && !reached.has(id)));
    for (const id of found) reached.add(id);
    newest = [...found];
  }
  return [...reached];
}

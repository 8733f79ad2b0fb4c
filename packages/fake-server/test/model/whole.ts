import { type Ask, linksRequest } from "./ask.ts";
import { LINKS } from "./command.ts";
import type { Model } from "./model.ts";
import { linked } from "./read-rules.ts";

/** All that there is to see of a directory: objects, links and what is deleted, each in one line. */
export async function wholeOf(ask: Ask): Promise<readonly string[]> {
  const select = "id,displayName,department,mail,accountEnabled";
  const users = await listed(ask, "/users", { $select: select, $top: "999" });
  const groups = await listed(ask, "/groups", { $select: "id,mailNickname" });
  const lines = [
    ...users.map((user) => `user ${userLine(user)}`),
    ...groups.map((group) => `group ${groupLine(group)}`),
  ];
  for (const kind of ["user", "group"] as const) {
    for (const { id } of kind === "user" ? users : groups) {
      for (const link of LINKS[kind]) {
        const { body } = await ask(linksRequest(`${kind}s`, String(id), link));
        lines.push(linkLine(String(id), link, idsIn(body as Row)));
      }
    }
    const deleted = await listed(ask, `/directory/deletedItems/microsoft.graph.${kind}`, {});
    lines.push(...deleted.map(({ id }) => `deleted ${id}`));
  }
  return lines.sort();
}

/** The same, of the model. */
export function wholeOfModel(model: Model): readonly string[] {
  const lines: string[] = [];
  for (const object of model.objects.values()) {
    if (object.isDeleted) {
      lines.push(`deleted ${object.id}`);
      continue;
    }
    lines.push(
      object.kind === "user"
        ? `user ${userLine({ ...object })}`
        : `group ${groupLine({ id: object.id, mailNickname: object.nickname })}`,
    );
    for (const link of LINKS[object.kind]) {
      lines.push(linkLine(object.id, link, linked(model, object.id, link).ids ?? []));
    }
  }
  return lines.sort();
}

type Row = Readonly<Record<string, unknown>>;

async function listed(
  ask: Ask,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly Row[]> {
  const { status, body } = await ask({ method: "GET", path, query });
  const { value, "@odata.nextLink": next } = body as { value?: readonly Row[]; "@odata.nextLink"?: string };
  if (status !== 200 || value === undefined || next !== undefined)
    throw new Error(`${path}: ${status}, or pages`);
  return value;
}

function userLine({ id, displayName, department, mail, accountEnabled }: Row): string {
  return JSON.stringify([id, displayName, department, mail, accountEnabled]);
}

function groupLine({ id, mailNickname }: Row): string {
  return JSON.stringify([id, mailNickname]);
}

function linkLine(id: string, link: string, ids: readonly unknown[]): string {
  return `${id} ${link} ${[...ids].sort().join(" ")}`;
}

/** One object is a list of one; a refusal, of nobody. */
function idsIn({ value, id }: Row): readonly unknown[] {
  if (Array.isArray(value)) return value.map((object: Row) => object.id);
  return id === undefined ? [] : [id];
}

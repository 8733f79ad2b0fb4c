import { segmentsOf } from "../../src/graph/path.ts";
import type { CheckedExchange } from "../../src/schema/index.ts";
import type { Swept } from "./sweep.ts";

/** What the schema checks of a request that the sweep made. */
export function exchangeOf(cloudId: string, swept: Swept): CheckedExchange {
  const { version, method, path, query, origin, body, answer } = swept;
  return {
    ...{ cloudId, version, method, query, origin },
    segments: segmentsOf(path),
    sent: body,
    status: answer.status,
    contentType: answer.headers.get("content-type"),
    answered: answer.body,
  };
}

/** A body that differs in one place, and what was done there. */
export interface Mutant {
  readonly what: string;
  readonly body: unknown;
}

/** Every way to spoil one place of a body: another type for each value, a property too much for each object. */
export function mutantsOf(body: unknown, path = ""): readonly Mutant[] {
  if (Array.isArray(body)) {
    const items = body.flatMap((item: unknown, place) =>
      within(mutantsOf(item, `${path}[${place}]`), (spoilt) => body.with(place, spoilt)),
    );
    return [{ what: `${path} is a text`, body: "x" }, ...items];
  }
  if (typeof body !== "object" || body === null) return [otherType(body, path)];
  const properties = Object.entries(body).flatMap(([name, value]) =>
    // What annotations say is no business of the type's.
    name.includes("@")
      ? []
      : within(mutantsOf(value, `${path}.${name}`), (spoilt) => ({ ...body, [name]: spoilt })),
  );
  return [{ what: `${path} has one more`, body: { ...body, brandNew: 1 } }, ...properties];
}

/** A null may stand for a value of any type but this. */
function otherType(value: unknown, path: string): Mutant {
  const isText = typeof value === "string" || value === null;
  return isText ? { what: `${path} is an array`, body: [[]] } : { what: `${path} is a text`, body: "no" };
}

function within(mutants: readonly Mutant[], around: (spoilt: unknown) => unknown): readonly Mutant[] {
  return mutants.map(({ what, body }) => ({ what, body: around(body) }));
}

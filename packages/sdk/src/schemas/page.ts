import * as z from "zod/mini";
import type { Problem, Reader } from "./reader.ts";
import { reader } from "./reader.ts";

/** One page of a list, as Graph sends it. */
export interface WirePage<T> {
  readonly items: readonly T[];
  readonly nextLink: string | undefined;
  readonly count: number | undefined;
}

const readFrame = reader(
  z.object({
    value: z.array(z.unknown()),
    "@odata.nextLink": z.optional(z.string()),
    "@odata.count": z.optional(z.number()),
  }),
);

/** A reader for a page whose items `readItem` reads. */
export function pageReader<T>(readItem: Reader<T>): Reader<WirePage<T>> {
  return (body) => {
    const frame = readFrame(body);
    if (!frame.ok) return frame;
    const items: T[] = [];
    const problems: Problem[] = [];
    for (const [index, item] of frame.value.value.entries()) {
      const reading = readItem(item);
      if (reading.ok) items.push(reading.value);
      else
        problems.push(
          ...reading.problems.map(({ path, expected }) => ({ path: below(index, path), expected })),
        );
    }
    if (problems.length > 0) return { ok: false, problems };
    const { "@odata.nextLink": nextLink, "@odata.count": count } = frame.value;
    return { ok: true, value: { items, nextLink, count } };
  };
}

function below(index: number, path: string): string {
  return path === "" ? `value[${index}]` : `value[${index}].${path}`;
}

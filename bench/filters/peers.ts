import { defaultParser } from "@odata/parser";
import { Parser } from "odata-filter-parser";
import { parseFilter } from "odata-filter-to-ast";
import odataParser from "odata-parser";
import { filter as parseV4Filter } from "odata-v4-parser";
import type { Subject } from "./rounds.ts";

/** The parsers of OData filters on npm. Each throws, or answers with nothing or an error, for what it cannot read. */
const PARSERS: Readonly<Record<string, (filter: string) => unknown>> = {
  "odata-v4-parser 0.1.29": (filter) => parseV4Filter(filter),
  "@odata/parser 0.2.14": (filter) => defaultParser.filter(filter),
  "odata-filter-parser 0.6.5": (filter) => Parser.parse(filter),
  "odata-filter-to-ast 4.0.0": (filter) => parseFilter(filter),
  "odata-parser 1.4.1": (filter) => odataParser.parse(`$filter=${filter}`),
};

/**
 * Each of them with those of the filters that it reads, in turn. That it reads one says nothing of what it reads in it:
 * odata-filter-parser leaves out what `any(…)` is asked of.
 */
export function peers(filters: readonly string[]): readonly Subject[] {
  return Object.entries(PARSERS).map(([name, parse]) => {
    const known = filters.filter((filter) => reads(parse, filter));
    return {
      name: `${name}, the ${known.length} that it reads`,
      once: (n) => parse(known[n % known.length] ?? ""),
    };
  });
}

function reads(parse: (filter: string) => unknown, filter: string): boolean {
  try {
    const tree = parse(filter);
    return typeof tree === "object" && tree !== null && !("error" in tree);
  } catch {
    return false;
  }
}

import { type Place, placeOf } from "./place.ts";
import type { Import, SourceFile } from "./source-file.ts";
import { type Manifest, sourcesIn, targetOf } from "./target.ts";

type Rule = "floors" | "index" | "packages" | "third-party" | "cycle" | "readable";

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly rule: Rule;
  readonly what: string;
}

type Finding = Pick<Violation, "rule" | "what"> | undefined;

const described = ({ room, floor }: Place) => `${room} (${floor < 0 ? "no floor" : `floor ${floor}`})`;

/** (a) Downward only, and where a room has a list of its own, by that list. */
function judgeFloors(from: Place, to: Place, typesOnly: boolean): Finding {
  if (from.room === to.room) return undefined;
  const list = from.house?.only[from.room];
  const below = to.floor >= 0 && to.floor < from.floor;
  if (!list && below) return undefined;
  if (list?.includes(to.room) || (typesOnly && list?.includes(`type ${to.room}`))) return undefined;
  const values = list?.includes(`type ${to.room}`) ? "more than types of " : "";
  return { rule: "floors", what: `${described(from)} may not import ${values}${described(to)}` };
}

/** (b) Another room is entered by its index.ts, or by a file that the package itself offers as an entry. */
function judgeIndex(from: Place, to: Place, manifest: Manifest): Finding {
  const open = [
    to.room,
    `${to.room}/index.ts`,
    ...sourcesIn(manifest.exports).map((file) => file.slice("./src/".length)),
  ];
  if (from.room === to.room || open.includes(to.inside)) return undefined;
  return { rule: "index", what: `${from.room} reaches past ${to.room}/index.ts to ${to.inside}` };
}

function judgeFile(from: Place, path: string, typesOnly: boolean, manifest: Manifest): Finding {
  const to = placeOf(path);
  if (to.house !== from.house || !path.startsWith(`packages/${from.folder}/src/`))
    return { rule: "packages", what: `a path out of packages/${from.folder}/src, to ${path}` };
  return judgeFloors(from, to, typesOnly) ?? judgeIndex(from, to, manifest);
}

/** (c) and (d) */
function judgeName(from: Place, name: string): Finding {
  if (from.house?.siblings.includes(name)) return undefined;
  if (name.startsWith("@vestibule/"))
    return { rule: "packages", what: `${from.folder} may not import ${name}` };
  const allowed = from.house?.loads[name.startsWith("node:") ? "node:*" : name] ?? [];
  if (allowed.includes(from.room) || allowed.includes(from.inside)) return undefined;
  return { rule: "third-party", what: `${from.inside} may not load ${name}` };
}

function judgeImport(file: SourceFile, one: Import, manifest: Manifest): Finding[] {
  const from = placeOf(file.path);
  if (one.specifier === undefined)
    return [{ rule: "readable", what: "an import whose name is put together at run time" }];
  const target = targetOf(one.specifier, file.path, manifest);
  if ("name" in target) return [judgeName(from, target.name)];
  if (target.files.length === 0)
    return [{ rule: "readable", what: `package.json does not say where ${one.specifier} leads` }];
  return target.files.map((path) => judgeFile(from, path, one.typesOnly, manifest));
}

/** Every rule that can be held against one file alone. */
export function judgeSourceFile(file: SourceFile, manifest: Manifest): Violation[] {
  const at = (line: number, finding: Finding) => (finding ? [{ file: file.path, line, ...finding }] : []);
  const { house, floor, folder, room } = placeOf(file.path);
  if (!house) return at(1, { rule: "floors", what: `packages/${folder} has no table of floors` });
  if (floor < 0) return at(1, { rule: "floors", what: `${room} has no floor in ${house.name}` });
  return [
    ...file.broken.flatMap((message) => at(1, { rule: "readable", what: message })),
    ...file.imports.flatMap((one) =>
      judgeImport(file, one, manifest).flatMap((finding) => at(one.line, finding)),
    ),
  ];
}

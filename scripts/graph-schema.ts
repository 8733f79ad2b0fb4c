import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closureOf, merged } from "./graph-schema/closure.ts";
import { PRIMITIVES, type PublishedType, type Source, typeNamedIn } from "./graph-schema/published-type.ts";
import { BETA, COMPLEX, ENTITIES } from "./graph-schema/seeds.ts";
import { readTrimmedCsdl } from "./graph-schema/trimmed-csdl.ts";
import { readTypings } from "./graph-schema/typings.ts";
import { enumText, fileOf, typeText } from "./graph-schema/written.ts";

// Makes the schema that the fake is held against: `node scripts/graph-schema.ts CSDL V1 BETA`, then `npm run format`.
// CSDL: v1.0-Prod.csdl of microsoftgraph/msgraph-metadata, trimmed to JSON Schema.
// V1, BETA: microsoft-graph.d.ts of @microsoft/microsoft-graph-types and of @microsoft/microsoft-graph-types-beta.
const [csdl, v1, beta] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
if (csdl === undefined || v1 === undefined || beta === undefined) {
  throw new Error("usage: node scripts/graph-schema.ts CSDL V1 BETA");
}

const all = merged(readTrimmedCsdl(csdl), readTypings(v1));
const published = closureOf(all, [...ENTITIES, ...COMPLEX], (notation) => {
  const name = typeNamedIn(notation);
  const isThere = notation.startsWith(">")
    ? ENTITIES.includes(name)
    : all.types.has(name) || all.enums.has(name);
  return isThere ? "in" : PRIMITIVES.has(name) ? "known" : "out";
});
const ofBeta = readTypings(beta);
// Of what is made of types of its own in the beta version, the names are enough.
const betaTypes = closureOf(ofBeta, BETA, (notation) => {
  const name = typeNamedIn(notation);
  if (published.types.has(name) || published.enums.has(name) || PRIMITIVES.has(name)) return "known";
  return ofBeta.enums.has(name) ? "in" : "out";
});

const isOpen = (name: string, source: Source): boolean => {
  const type = source.types.get(name);
  return (
    name === "directoryObject" ||
    type?.isOpen === true ||
    (type?.base !== undefined && isOpen(type.base, source))
  );
};
const typeEntries = (source: Source, isWanted: (type: PublishedType, name: string) => boolean) =>
  [...source.types]
    .filter(([name, type]) => isWanted(type, name))
    .map(([name, type]) => [name, typeText(type, isOpen(name, source))] as const);
const enumEntries = (source: Source) =>
  [...source.enums].map(([name, one]) => [name, enumText(one)] as const);

const folder = join(import.meta.dirname, "../packages/fake-server/src/schema/published");
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
write(
  "entity-types.ts",
  fileOf(
    "The entity types of Graph v1.0 that this API is about, as the public cloud has them.",
    "ENTITY_TYPES",
    typeEntries(published, ({ isEntity }, name) => isEntity || ENTITIES.includes(name)),
  ),
);
write(
  "complex-types.ts",
  fileOf(
    "The complex types that those entities are made of.",
    "COMPLEX_TYPES",
    typeEntries(published, ({ isEntity }, name) => !(isEntity || ENTITIES.includes(name))),
  ),
);
write("enums.ts", fileOf("The members of the enumerations.", "ENUMS", enumEntries(published)));
write(
  "beta.ts",
  [
    fileOf(
      "What the beta version has otherwise, and beside.",
      "BETA_TYPES",
      typeEntries(betaTypes, (type, name) => {
        const known = published.types.get(name);
        return (
          known === undefined || (BETA.includes(name) && typeText(known, false) !== typeText(type, false))
        );
      }),
    ),
    fileOf(
      "The enumerations of the beta version that v1.0 does not have.",
      "BETA_ENUMS",
      enumEntries(betaTypes).filter(([name]) => !published.enums.has(name)),
    ),
  ].join("\n"),
);

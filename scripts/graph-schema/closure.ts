import { type PublishedEnum, type PublishedType, type Source, typeNamedIn } from "./published-type.ts";

/** Both sources as one: the trimmed CSDL where it has a type, and the typings for the rest and for what derives from what. */
export function merged(trimmed: Source, typings: Source): Source {
  const types = new Map(typings.types);
  for (const [name, type] of trimmed.types) {
    const told = typings.types.get(name);
    const properties = Object.entries(type.properties).map(([property, notation]) => [
      property,
      // A choice of types is an abstract type's: the typings have its name.
      typeNamedIn(notation) === "" ? (told?.properties[property] ?? notation) : notation,
    ]);
    types.set(name, {
      ...type,
      ...(told?.base !== undefined && { base: told.base }),
      properties: Object.fromEntries(properties),
    });
  }
  return { types, enums: new Map([...typings.enums, ...trimmed.enums]) };
}

/**
 * The types named, and all that their properties are made of. What leads out of it, as navigations to other entities do,
 * has no type.
 *
 * @param leads - whether a property's type is followed, left out, or known from elsewhere
 */
export function closureOf(
  { types, enums }: Source,
  names: readonly string[],
  leads: (notation: string) => "in" | "out" | "known",
): Source {
  const keptTypes = new Map<string, PublishedType>();
  const keptEnums = new Map<string, PublishedEnum>();
  const todo = [...names];
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    const type = types.get(name);
    const values = enums.get(name);
    if (values) keptEnums.set(name, values);
    if (!type || keptTypes.has(name)) continue;
    const properties = Object.entries(type.properties).map(([property, notation]) => [
      property,
      leads(notation) === "out" ? notation.replace(typeNamedIn(notation), "Untyped") : notation,
    ]);
    const own: PublishedType = { ...type, properties: Object.fromEntries(properties) };
    keptTypes.set(name, own);
    const named = Object.values(own.properties).filter((notation) => leads(notation) === "in");
    todo.push(...named.map(typeNamedIn), ...(type.base === undefined ? [] : [type.base]));
  }
  return { types: keptTypes, enums: keptEnums };
}

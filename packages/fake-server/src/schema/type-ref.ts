/** What a property, a parameter or a result is of. */
export interface TypeRef {
  /** A primitive such as `String`, or the name of an enumeration or of a structured type, without namespace. */
  readonly name: string;
  readonly isCollection: boolean;
  /** Whether null is allowed; of a collection, which is never null itself, within it. */
  readonly isNullable: boolean;
}

export interface Property extends TypeRef {
  /** Whether it leads to another entity, which may be expanded, or bound. */
  readonly isNavigation: boolean;
}

/** Reads the notation of the data: `String?`, `[user]`, `>directoryObject?`. */
export function readType(notation: string): Property {
  const isNavigation = notation.startsWith(">");
  const plain = isNavigation ? notation.slice(1) : notation;
  const isCollection = plain.startsWith("[");
  const name = plain.replaceAll(/[[\]?]/g, "");
  return { name, isCollection, isNullable: plain.endsWith("?") && !isCollection, isNavigation };
}

/** Properties or parameters in the notation of the data: `ids [String], types [String]`. */
export function readProperties(text: string): ReadonlyMap<string, Property> {
  const declared = text.split(", ").flatMap((one) => {
    const [name = "", notation = ""] = one.split(" ");
    return name === "" ? [] : [[name, readType(notation)] as const];
  });
  return new Map(declared);
}

/** As the schema itself would write it: `Collection(Edm.String)`, `microsoft.graph.user`. */
export function writtenType({ name, isCollection }: TypeRef): string {
  const whole = `${/^[A-Z]/.test(name) ? "Edm" : "microsoft.graph"}.${name}`;
  return isCollection ? `Collection(${whole})` : whole;
}

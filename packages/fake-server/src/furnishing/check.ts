import * as z from "zod/mini";

/** Looks at the arguments of one builder, by their names. */
export type Check<Given> = (given: Given) => void;

/**
 * What a builder takes: where types are not checked, a misspelt name would be a setting that is not set, and the test of
 * it one that tests nothing.
 *
 * @param builder - as the test calls it, for example `tenant.user`
 * @returns throws TypeError with the path of all that is wrong, and what is taken there
 */
export function takes<Given extends object>(
  builder: string,
  args: { readonly [K in keyof Given]-?: z.ZodMiniType },
): Check<Given> {
  const schema = z.object(args);
  return (given) => {
    const problems = problemsIn(schema, given);
    if (problems.length === 0) return;
    throw new TypeError(`${builder}: ${problems.join("; ")}. Nothing was changed`);
  };
}

/** All that is wrong with a value, each with its path and what is taken there; nothing where it is right. */
export function problemsIn(schema: z.ZodMiniType, given: unknown): readonly string[] {
  const result = schema.safeParse(given, { error: expected });
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${pathText(path)} ${message}`.trim());
}

/** What is said where a schema says nothing of its own. */
function expected(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "unrecognized_keys": {
      return `has no ${issue.keys.map(quoted).join(", ")}; it has ${namesIn(issue.inst).join(", ")}`;
    }
    case "invalid_type":
      return `has to be ${KINDS[issue.expected] ?? `a ${issue.expected}`}, not ${shown(issue.input)}`;
    case "invalid_value":
      return `has to be ${issue.values.map(quoted).join(" or ")}, not ${shown(issue.input)}`;
    default:
      return `is ${shown(issue.input)}, which it cannot be`;
  }
}

/** The names that an object may have, or a record by some names alone. */
function namesIn(schema: z.core.$ZodRawIssue["inst"]): readonly string[] {
  const { def } = (schema as z.core.$ZodObject | z.core.$ZodRecord)._zod;
  return "shape" in def ? Object.keys(def.shape) : [...(def.keyType._zod.values ?? [])].map(String);
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "an object",
  boolean: "true or false",
};

function quoted(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}

/** A value in a few words: what it is, where all of it would be too much. */
export function shown(value: unknown): string {
  if (typeof value === "string") return value.length > 60 ? "a long text" : `"${value}"`;
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null
    ? "an object"
    : typeof value === "function"
      ? "a function"
      : String(value);
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

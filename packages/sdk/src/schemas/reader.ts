import type * as z from "zod/mini";
import { compile } from "#compile";

/** One thing wrong with a value: where, and what was expected there. Never the value itself. */
export interface Problem {
  /** For example `invitedUserMessageInfo.ccRecipients[1]`. For an argument as a whole its name, for an answer as a whole empty. */
  readonly path: string;
  /** For example `must be a string`. */
  readonly expected: string;
}

/** What came of reading a value: what it is, or all that is wrong with it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a value that nobody has trusted yet. */
export type Reader<T> = (value: unknown) => Reading<T>;

/**
 * A reader that holds values against `schema`. Compiled on first use, so that importing costs nothing.
 *
 * @param name - what the caller calls the value as a whole; an answer's has no name
 */
export function reader<T>(schema: z.ZodMiniType<T>, name = ""): Reader<T> {
  let compiled: z.ZodMiniType<T> | undefined;
  return (value) => {
    compiled ??= compile(schema);
    const result = compiled.safeParse(value, { error: unsaid });
    return result.success
      ? { ok: true, value: result.data }
      : { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, name)) };
  };
}

/** What stands where a schema says nothing of its own: the same whatever language zod has been set to. */
const UNSAID = "Invalid input";

const unsaid: z.core.$ZodErrorMap = (issue) =>
  issue.code === "unrecognized_keys" ? `is not known here; there are ${namesIn(issue.inst)}` : UNSAID;

function namesIn(schema: unknown): string {
  return listed(Object.keys((schema as z.core.$ZodObject)._zod.def.shape));
}

/** Names as they stand in a message. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function problemsOf(issue: z.core.$ZodIssue, name: string): Problem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: pathText([...issue.path, key], ""), expected: issue.message }));
  }
  const branch = issue.code === "invalid_union" ? branchMeant(issue) : undefined;
  if (branch)
    return branch.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, name));
  return [{ path: pathText(issue.path, name), expected: expectedBy(issue) }];
}

/** Of several forms that a value may have, the one that it fits but for something inside. */
function branchMeant({ errors, message }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
  if (message !== UNSAID) return undefined;
  return errors.find((branch) =>
    branch.some(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
  );
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "too_small":
      return `must be at least ${issue.minimum}`;
    case "too_big":
      return `must be at most ${issue.maximum}`;
    case "custom":
      return issue.message;
    default:
      return issue.message === UNSAID ? "has the wrong form" : issue.message;
  }
}

/** The value as a whole is called by its name, and so is a list of which one item is wrong. */
function pathText(path: readonly PropertyKey[], name: string): string {
  const start = typeof path[0] === "string" ? "" : name;
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, start);
}

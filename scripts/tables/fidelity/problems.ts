import { parseSync, Visitor } from "oxc-parser";
import { routes } from "../../../packages/fake-server/src/graph/routes/index.ts";
import type { Evidence } from "../evidence.ts";
import { problemsWithTest } from "../shown.ts";
import type { Area, Claim, Source } from "./claim.ts";

/** Everything that the fake answers, and every reason for which it refuses: each is a claim about the service. */
export interface Behaviour {
  /** As `GET /users/{key}`. */
  readonly operations: readonly string[];
  readonly refusals: readonly string[];
}

const WORDING = "packages/fake-server/src/graph/errors.ts";

/** Looks at the fake's routes, and at the words that it has for what the directory refuses. */
export function behaviourOfTheFake(evidence: Evidence): Behaviour {
  const operations = routes.flatMap(({ path, methods }) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const refusals: string[] = [];
  new Visitor({
    SwitchCase({ test }) {
      if (test?.type === "Literal" && typeof test.value === "string") refusals.push(test.value);
    },
  }).visit(parseSync(WORDING, evidence.textOf(WORDING) ?? "").program);
  return { operations, refusals };
}

/** Why the table cannot be written: behaviour without a witness, and claims about what there is not. */
export function problemsOf(
  areas: readonly Area[],
  behaviour: Behaviour,
  evidence: Evidence,
): readonly string[] {
  const claims = areas.flatMap((area) => area.claims);
  return [
    ...unclaimed(claims, behaviour),
    ...claims.flatMap((one) =>
      problemsWith(one, behaviour, evidence).map((problem) => `"${one.says}": ${problem}`),
    ),
  ];
}

function unclaimed(claims: readonly Claim[], { operations, refusals }: Behaviour): readonly string[] {
  const patterns = claims.flatMap((one) => one.operations);
  const claimed = new Set(claims.flatMap((one) => one.refusals));
  return [
    ...operations
      .filter((operation) => !patterns.some((pattern) => covers(pattern, operation)))
      .map((operation) => `no claim is about ${operation}`),
    ...refusals
      .filter((refusal) => !claimed.has(refusal))
      .map((refusal) => `no claim is about the refusal "${refusal}"`),
  ];
}

function problemsWith(
  { says, source, operations, refusals, shownBy }: Claim,
  behaviour: Behaviour,
  evidence: Evidence,
): readonly string[] {
  return [
    ...(says === "" ? ["says nothing"] : []),
    ...problemsWithSource(source),
    ...(shownBy.length === 0 ? ["no test shows it"] : []),
    ...shownBy.flatMap((one) => problemsWithTest(one, evidence)),
    ...operations
      .filter((pattern) => !behaviour.operations.some((operation) => covers(pattern, operation)))
      .map((pattern) => `the fake does not answer ${pattern}`),
    ...refusals
      .filter((refusal) => !behaviour.refusals.includes(refusal))
      .map((refusal) => `the fake has no refusal "${refusal}"`),
  ];
}

/** A page has an address, and a day that is one, if any; whoever has seen it is named, and a guess has its reason. */
function problemsWithSource(source: Source): readonly string[] {
  switch (source.mark) {
    case "documented":
      return [
        ...(URL.canParse(source.at) ? [] : [`${source.at} is no address`]),
        ...(source.read === undefined || isDay(source.read)
          ? []
          : [`"${source.read}" is no day on which it was read`]),
      ];
    case "reported":
      return source.by.trim() === "" ? ["nobody is named who has seen it"] : [];
    case "assumed":
      return source.because.trim() === "" ? ["no reason is given for what is assumed"] : [];
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** `*` stands for any method, and at the end of a path for all that goes on from there. */
function covers(pattern: string, operation: string): boolean {
  const [method, path = ""] = pattern.split(" ");
  const [given, of = ""] = operation.split(" ");
  if (method !== "*" && method !== given) return false;
  return path.endsWith("*") ? of.startsWith(path.slice(0, -1)) : of === path;
}

import type { FaultRule, Faults, FaultsPosition } from "../faults/index.ts";
import type { ArmedRule, FaultsSnapshot } from "./snapshot.ts";

export function faultsSnapshot({ position, fired }: Faults): FaultsSnapshot {
  const { arrivals, added, armed } = position;
  return {
    requests: arrivals,
    added,
    rules: armed.map(({ rule, left, number, seen }) => ({
      rule: writtenRule(rule),
      ...{ number, seen, left: left === Number.POSITIVE_INFINITY ? null : left },
    })),
    fired: [...fired],
  };
}

/** For faults of which none has been added, and none has happened. */
export function restoreFaults(faults: Faults, { requests, added, rules, fired }: FaultsSnapshot): void {
  const armed: FaultsPosition["armed"] = rules.map(({ rule, left, number, seen }) => ({
    rule: readRule(rule),
    ...{ number, seen, left: left ?? Number.POSITIVE_INFINITY },
  }));
  faults.recall(fired);
  faults.restore({ arrivals: requests, added, armed, fired: fired.length });
}

/** A rule as JSON has it, which knows no regular expressions. */
export function writtenRule({ match, ...rule }: FaultRule): ArmedRule["rule"] {
  if (match === undefined) return rule;
  const { path, ...others } = match;
  const written = path instanceof RegExp ? { pattern: path.source, flags: path.flags } : path;
  return { ...rule, match: { ...others, ...(written !== undefined && { path: written }) } };
}

/** @throws SyntaxError for what is no regular expression */
export function readRule({ match, ...rule }: ArmedRule["rule"]): FaultRule {
  if (match === undefined) return rule;
  const { path, ...others } = match;
  const read = typeof path === "object" ? new RegExp(path.pattern, path.flags) : path;
  return { ...rule, match: { ...others, ...(read !== undefined && { path: read }) } };
}

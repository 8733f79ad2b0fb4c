const TEXT = /"(?:[^"`]|`.)*"|'(?:[^'`]|`.)*'/g;
/** `user.department -eq ""`, its texts emptied; the value may be a list, or a condition on the items of one. */
const CONDITION = /\b(?:user|device)\.\w+\s+-?[a-z]+\s+(?:""|\[|\(|null\b|true\b|false\b|\d|system\.now)/i;
const REPORTS = /^\s*direct reports for\s+""\s*$/i;

/**
 * Whether a text can be a rule that says who is in a group: whether it has a condition, and closes what it opens. What it
 * says is not looked into.
 *
 * @see https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
 */
export function isMembershipRule(rule: string): boolean {
  const bare = rule.replaceAll(TEXT, '""');
  const hasOpenText = /["']/.test(bare.replaceAll('""', ""));
  return (REPORTS.test(bare) || CONDITION.test(bare)) && !hasOpenText && isClosed(bare);
}

function isClosed(rule: string): boolean {
  let depth = 0;
  for (const character of rule) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

import { remedies } from "../remedies/index.ts";
import type { DomainPolicy } from "../schemas/index.ts";
import { type Facts, isOwnDomain, makesNewObject } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { unreadFinding } from "./seen.ts";

const LIST = {
  limitation: "domain-not-allowed",
  source: "https://learn.microsoft.com/entra/external-id/allow-deny-list",
} as const;

/** Whether the directory lets this domain be invited, by its list and by whose it is. */
export function judgeDomain(facts: Facts): readonly Finding[] {
  return [...byList(facts), ...byOwner(facts)];
}

function byList({ domains, domain }: Facts): readonly Finding[] {
  if ("unread" in domains) {
    const because = "an invitation of a domain that is not allowed is refused";
    return [unreadFinding(domains, "the list of domains", { ...LIST, because })];
  }
  const observed = refusalBy(domains.value, domain);
  if (observed === undefined) return [];
  return [
    finding({
      ...{ ...LIST, severity: "blocked", observed },
      because: "the invitation is refused, whoever invites; a domain below a listed one is another domain",
      remedies: [remedies.allowDomain, remedies.askForAllowedAddress],
    }),
  ];
}

function refusalBy(policy: DomainPolicy, domain: string): string | undefined {
  if (policy.kind === "any") return undefined;
  const isListed = policy.domains.includes(domain);
  if (policy.kind === "blocked") {
    return isListed ? `${domain} is on the list of blocked domains` : undefined;
  }
  return isListed ? undefined : `${domain} is not on the list of allowed domains`;
}

/** A guest with such an address may be there already; nobody of that kind is made any more. */
function byOwner(facts: Facts): readonly Finding[] {
  const isNew = makesNewObject(facts);
  if (isOwnDomain(facts) !== true || isNew === false) return [];
  return [
    finding({
      limitation: "domain-not-allowed",
      severity: isNew === true ? "blocked" : "caution",
      observed: `${facts.domain} is a verified domain of this directory`,
      because: "people of one's own domains are members, and no new guest is made of them",
      remedies: [remedies.createMember],
      source: "https://learn.microsoft.com/entra/external-id/troubleshoot",
    }),
  ];
}

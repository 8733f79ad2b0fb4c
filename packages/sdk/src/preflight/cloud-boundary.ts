import { explain, SERVICE_KNOWS, type Undecided, type Unreachable, unreachable } from "../clouds/index.ts";
import { remedies } from "../remedies/index.ts";
import type { Visit } from "../resources/index.ts";
import { type Facts, isOwnDomain } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { unreadFinding } from "./seen.ts";

const CLOUDS = "https://learn.microsoft.com/entra/external-id/cross-cloud-settings";
const ACCESS = "https://learn.microsoft.com/entra/external-id/cross-tenant-access-settings-b2b-collaboration";
const GOVERNMENT = "https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds";
const REFUSED = "the invitation is refused";
const MAY_BE = "the invitation may be refused";

/** Whether the guest's cloud and organisation can be reached, by this side's settings and the other's. */
export function judgeReach(facts: Facts): readonly Finding[] {
  const { reach, home, cloud, question, collaborates } = facts;
  if (!reach.reachable && isRefusedHere(facts, reach)) return [blocked(reach)];
  // The service knows no boundary to one's own organisation: that is a matter of its domains.
  if (isOwnDomain(facts) === true) return [];
  const from = home.kind === "tenant" ? home.tenant.cloud : undefined;
  if (collaborates === false) return [blocked(unreachable(cloud, "directory-unsupported", from))];
  // What could not be read is told below, with the permission that it takes.
  if (!reach.reachable && reach.reason !== "settings-unread") return [outOfReach(reach)];
  if (home.kind !== "tenant") return ownKind(facts);
  if (question.homeLetsOut === false) return [blocked(unreachable(cloud, "closed-at-home", from))];
  return [...ownKind(facts), ...ownSide(facts), ...otherSide(facts), ...byWhichName(facts)];
}

/** Whether the client refuses by itself, whatever the service would say. */
function isRefusedHere({ refuses }: Facts, { reachable, reason }: Unreachable | Undecided): boolean {
  if (reachable === false) return refuses.unreachable;
  return refuses.unknown && !SERVICE_KNOWS.has(reason);
}

function outOfReach(reach: Unreachable | Undecided): Finding {
  return finding({
    ...{ limitation: "cloud-boundary", severity: "caution", source: CLOUDS, because: MAY_BE },
    observed: explain(reach),
    remedies: reach.remedies,
  });
}

function blocked(reach: Unreachable | Undecided): Finding {
  return finding({
    ...{ limitation: "cloud-boundary", severity: "blocked", because: REFUSED },
    ...{ observed: explain(reach), remedies: reach.remedies, source: SOURCES[reach.reason] ?? CLOUDS },
  });
}

const SOURCES: { readonly [reason in (Unreachable | Undecided)["reason"]]?: string } = {
  ...{ "partner-blocked": ACCESS, "closed-at-home": ACCESS },
  ...{ "account-unsupported": GOVERNMENT, "directory-unsupported": GOVERNMENT },
};

/** Nobody may be able to tell whether this directory has B2B collaboration at all. */
function ownKind({ collaborates, own, cloud }: Facts): readonly Finding[] {
  if (collaborates !== undefined) return [];
  const about = { limitation: "cloud-boundary", because: MAY_BE, source: GOVERNMENT } as const;
  const kind = `whether it is an older one of ${cloud.id} without B2B collaboration`;
  if ("unread" in own) {
    return [unreadFinding(own, `which directory this is, and so ${kind}`, about)];
  }
  return [
    finding({
      ...{ ...about, severity: "caution", remedies: [remedies.findHome] },
      observed: `the client's resolver does not tell of this directory ${kind}`,
    }),
  ];
}

/** What this directory's cross-tenant access settings say, whatever policy the client goes by. */
function ownSide({ visit, guestVisit, home, cloud, own }: Facts): readonly Finding[] {
  if ("unread" in visit) {
    const about = { limitation: "cloud-boundary", because: MAY_BE, source: ACCESS } as const;
    return [unreadFinding(visit, "what cross-tenant access lets in from the guest's organisation", about)];
  }
  if (visit.value === undefined) {
    return [
      finding({
        ...{ limitation: "cloud-boundary", severity: "caution", source: ACCESS, because: MAY_BE },
        observed:
          "the guest's cloud is known, and the organisation is not: without its tenant id, nobody can tell whether cross-tenant access lets it in",
        remedies: [remedies.findHome],
      }),
    ];
  }
  const { inbound } = visit.value;
  if (inbound.allowed === true) return [];
  const from = home.kind === "tenant" ? home.tenant.cloud : undefined;
  if (inbound.allowed === false) return [blocked(unreachable(cloud, "partner-blocked", from))];
  // An invitation is for whoever comes, to whatever application; who is told more of may be let in for certain, or not.
  const ofGuest = "value" in guestVisit ? (guestVisit.value?.inbound ?? inbound) : inbound;
  return ofGuest.allowed === true ? [] : [undecidedSide(ofGuest, own)];
}

function undecidedSide({ users, applications }: Visit["inbound"], own: Facts["own"]): Finding {
  const open = [users, applications].filter(({ allowed }) => allowed !== true);
  const turnsOnGuest = open.every(({ missing, allowed }) => allowed === false || missing.length > 0);
  if (!turnsOnGuest && "unread" in own) {
    const because = "cross-tenant access lets in nobody of another one";
    const about = { limitation: "cloud-boundary", because, source: ACCESS } as const;
    return unreadFinding(own, "which organisation is this directory's own", about);
  }
  return finding({
    ...{ limitation: "cloud-boundary", severity: "caution", source: ACCESS },
    observed: `cross-tenant access: ${open.map(({ because }) => because).join("; ")}`,
    because: turnsOnGuest ? "whoever is not let in may be invited, and cannot sign in" : MAY_BE,
    remedies: [remedies.allowPartner],
  });
}

/** What the guest's own organisation has set cannot be read from here. */
function otherSide({ reach, question }: Facts): readonly Finding[] {
  if (question.homeLetsOut === true || (reach.reachable && reach.isLetOut === true)) return [];
  const isAcross = reach.reachable && reach.via === "cross-cloud";
  return [
    finding({
      ...{ limitation: "cloud-boundary", severity: "caution", source: isAcross ? CLOUDS : ACCESS },
      observed: isAcross
        ? "the guest's organisation has to have opened this cloud, added this directory and left the application Microsoft B2B Cross Cloud Worker enabled, which cannot be read from here"
        : "whether the guest's organisation lets its people be guests here cannot be read from here",
      because: `${MAY_BE} where it does not; say so in \`homeLetsOut\` if you know`,
      remedies: [remedies.askHomeToAllow],
    }),
  ];
}

/** Nobody here can tell an alias from a principal name. */
function byWhichName({ reach }: Facts): readonly Finding[] {
  if (!reach.reachable || reach.via !== "cross-cloud") return [];
  return [
    finding({
      ...{ limitation: "cloud-boundary", severity: "info", source: CLOUDS },
      observed: "the guest comes from another cloud",
      because:
        "across clouds the invited address has to be the user principal name that the guest has at home: an alias cannot redeem",
      remedies: [],
    }),
  ];
}

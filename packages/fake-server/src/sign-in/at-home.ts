import type { ConditionalAccessPolicy, GrantControls } from "../directory/index.ts";
import type { Blocked, Circumstances, HomeSignIn, Strength, Visitor } from "./attempt.ts";
import { covers } from "./coverage.ts";
import { unmetAtHome } from "./own-controls.ts";
import { builtInStrength, byStrength } from "./strength.ts";

/** What one control takes of somebody at home: nothing that is worth telling, an authentication, or what cannot be done. */
type Way = "nothing" | { readonly authenticate: Strength } | { readonly because: Blocked };

/**
 * What a directory asks of its own people at sign-in: the strongest of what its policies want, or why it lets them go
 * nowhere. Unlike elsewhere, its word on a device counts, and a password can be changed.
 */
export function signInAtHome(
  policies: readonly ConditionalAccessPolicy[],
  self: Visitor,
  at: Circumstances,
): Pick<HomeSignIn, "asks" | "blocked"> {
  const ways = policies
    .filter((policy) => policy.state === "enabled" && covers(policy, self, at))
    .flatMap(({ grantControls }) => (grantControls ? taken(grantControls, at) : []));
  const [blocked] = ways.flatMap((way) => (isImpossible(way) ? [way.because] : []));
  const asks = strengthsIn(ways).toSorted(byStrength).at(-1) ?? null;
  return blocked === undefined ? { asks, blocked } : { asks: null, blocked };
}

/** All ways, or of several that are enough the easiest. */
function taken({ operator, ...grant }: GrantControls, at: Circumstances): readonly Way[] {
  const ways: readonly Way[] = [
    ...grant.builtInControls.map((control) => wayOf(control, at)),
    ...(grant.authenticationStrength ? [wayOfStrength(grant.authenticationStrength.id)] : []),
    // Terms were accepted long ago; what another service checks is no authentication here.
    ...[...grant.termsOfUse, ...grant.customAuthenticationFactors].map((): Way => "nothing"),
  ];
  if (operator === "AND" || ways.length === 0) return ways;
  if (ways.includes("nothing")) return [];
  const [weakest] = strengthsIn(ways).toSorted(byStrength);
  return weakest === undefined ? ways.slice(0, 1) : [{ authenticate: weakest }];
}

function wayOf(control: string, at: Circumstances): Way {
  if (control === "mfa") return { authenticate: "mfa" };
  const because = unmetAtHome(control, at);
  return because === undefined ? "nothing" : { because };
}

function wayOfStrength(id: string): Way {
  const strength = builtInStrength(id);
  return strength === undefined ? { because: "control-not-possible" } : { authenticate: strength };
}

function isImpossible(way: Way): way is Extract<Way, { because: Blocked }> {
  return typeof way === "object" && "because" in way;
}

function strengthsIn(ways: readonly Way[]): readonly Strength[] {
  return ways.flatMap((way) => (typeof way === "object" && "authenticate" in way ? [way.authenticate] : []));
}

/** What the directory that is signed in to asks of this guest. */
export interface ResourceRules {
  /** The policies in force that are about the guest, by what they ask for. */
  readonly policies: readonly {
    readonly displayName: string;
    readonly controls: readonly ("mfa" | "block")[];
  }[];
  /** Whether multifactor authentication done at home counts. */
  readonly trustsHomeMfa: boolean;
}

/** What the guest's own organisation does at sign-in. */
export interface HomeRules {
  /** `false` for a guest whose account is in no Entra directory: nothing that was done there counts here. */
  readonly isEntra: boolean;
  readonly asksMfa: boolean;
}

/** One prompt that the guest really saw. */
export interface Challenge {
  readonly tenant: "home" | "resource";
  readonly kind: "mfa";
  /** Who asked for it. */
  readonly askedBy: string;
}

export interface SignInResult {
  readonly allowed: boolean;
  readonly challenges: readonly Challenge[];
}

/**
 * Signs a guest in, and records what it took.
 *
 * 1. The guest signs in at home, where the home organisation asks what it always asks.
 * 2. The resource tenant's policies are evaluated. A multifactor authentication that is wanted is taken from home where
 *    the resource trusts it, and is asked for at home if it was not done there yet.
 * 3. Else the guest does it in the resource tenant, whatever was done before.
 *
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access
 */
export function evaluateSignIn(resource: ResourceRules, home: HomeRules): SignInResult {
  const challenges: Challenge[] = [];
  const ask = (tenant: Challenge["tenant"], askedBy: string) =>
    challenges.push({ tenant, kind: "mfa", askedBy });

  let doneAtHome = false;
  if (home.isEntra && home.asksMfa) {
    ask("home", "the home organisation");
    doneAtHome = true;
  }
  if (resource.policies.some(({ controls }) => controls.includes("block")))
    return { allowed: false, challenges };
  const asking = resource.policies.find(({ controls }) => controls.includes("mfa"));
  if (asking !== undefined) {
    if (!(home.isEntra && resource.trustsHomeMfa)) ask("resource", asking.displayName);
    else if (!doneAtHome) ask("home", asking.displayName);
  }
  return { allowed: true, challenges };
}

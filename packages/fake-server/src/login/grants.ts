import { digestOf } from "../cryptography/index.ts";
import type { Chance } from "../simulation/index.ts";
import type { ClaimsRequest } from "./claims-request.ts";

/** That a user has signed in to an application, and what was done for it. */
export interface SignInGrant {
  readonly tenantId: string;
  readonly appId: string;
  readonly userId: string;
  /** When the user signed in, in milliseconds. */
  readonly signedInAt: number;
  /** When sessions of the user's had last been ended then; `undefined` where they never had. */
  readonly validFrom: string | undefined;
  readonly didMfa: boolean;
  /** The authentication contexts that were satisfied. */
  readonly contexts: readonly string[];
  /** What was asked for, as it was written. */
  readonly scope: string;
  readonly nonce: string | undefined;
  /** Whether it was handed to a page in a browser, which may keep it for a day. */
  readonly isOfPage: boolean;
  /** In milliseconds. */
  readonly issuedAt: number;
}

/** What an authorization code stands for. */
export interface CodeGrant extends SignInGrant {
  readonly redirectUri: string;
  readonly challenge: CodeChallenge | undefined;
  readonly claims: ClaimsRequest;
}

/** What the verifier of a code has to fit. */
export interface CodeChallenge {
  readonly method: "S256" | "plain";
  readonly value: string;
}

/**
 * The authorization codes and refresh tokens that the fake has handed out. They stand here by their digest, in order, so
 * that what came after a moment can be taken back: that a code was used, too.
 */
export class Grants {
  readonly #codes = new Map<string, CodeGrant>();
  readonly #refreshTokens = new Map<string, SignInGrant>();
  readonly #used = new Set<string>();
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** All of it, by digest, and no code's verifier as it is. */
  get kept(): KeptGrants {
    const codes = [...this.#codes].map(([digest, grant]) => ({ digest, grant: withoutVerifier(grant) }));
    const refreshTokens = [...this.#refreshTokens].map(([digest, grant]) => ({ digest, grant }));
    return { codes, refreshTokens, used: [...this.#used] };
  }

  /** Takes over what was handed out elsewhere. For one that has handed out nothing. */
  restore({ codes, refreshTokens, used }: KeptGrants): void {
    for (const { digest, grant } of codes) this.#codes.set(digest, grant);
    for (const { digest, grant } of refreshTokens) this.#refreshTokens.set(digest, grant);
    for (const digest of used) this.#used.add(digest);
  }

  get position(): GrantsPosition {
    return {
      codes: this.#codes.size,
      refreshTokens: this.#refreshTokens.size,
      used: this.#used.size,
    };
  }

  /** Takes back whatever came after. */
  rewind({ codes, refreshTokens, used }: GrantsPosition): void {
    for (const key of [...this.#codes.keys()].slice(codes)) this.#codes.delete(key);
    for (const key of [...this.#refreshTokens.keys()].slice(refreshTokens)) this.#refreshTokens.delete(key);
    for (const key of [...this.#used].slice(used)) this.#used.delete(key);
  }

  /** A code for this, good once. */
  code(grant: CodeGrant): string {
    return this.#kept("code", this.#codes, grant);
  }

  /** What a code stands for, and whether it has been used. */
  ofCode(code: string): { readonly grant: CodeGrant; readonly isUsed: boolean } | undefined {
    const key = digestOf(code);
    const grant = this.#codes.get(key);
    return grant && { grant, isUsed: this.#used.has(key) };
  }

  use(code: string): void {
    this.#used.add(digestOf(code));
  }

  refreshToken(grant: SignInGrant): string {
    return this.#kept("refresh", this.#refreshTokens, grant);
  }

  ofRefreshToken(token: string): SignInGrant | undefined {
    return this.#refreshTokens.get(digestOf(token));
  }

  #kept<G>(kind: string, kept: Map<string, G>, grant: G): string {
    const token = `fake-${kind}-${this.#chance.guid(`${kind}/${kept.size}`)}`;
    kept.set(digestOf(token), grant);
    return token;
  }
}

/** What was handed out, without the texts of it. */
export interface KeptGrants {
  readonly codes: readonly { readonly digest: string; readonly grant: CodeGrant }[];
  readonly refreshTokens: readonly { readonly digest: string; readonly grant: SignInGrant }[];
  /** The codes that were used. */
  readonly used: readonly string[];
}

/** A plain challenge is the verifier itself. */
function withoutVerifier(grant: CodeGrant): CodeGrant {
  if (grant.challenge?.method !== "plain") return grant;
  return { ...grant, challenge: { method: "S256", value: digestOf(grant.challenge.value) } };
}

/** How many there were of each. */
export interface GrantsPosition {
  readonly codes: number;
  readonly refreshTokens: number;
  readonly used: number;
}

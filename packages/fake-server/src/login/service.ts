import type { SigningKey } from "../cryptography/index.ts";
import type { CloudProfile, Directory, User } from "../directory/index.ts";
import type { SignInResult, TokenClaims } from "../sign-in/index.ts";
import type { Chance } from "../simulation/index.ts";
import type { LoginRequest } from "./exchange.ts";
import type { Grants } from "./grants.ts";
import type { Parameters } from "./parameters.ts";
import type { LoginStamp } from "./refusal.ts";
import type { Tokens } from "./tokens.ts";

/** What the login service has to know of the world. */
export interface LoginService {
  /** The clouds whose login hosts answer. */
  readonly clouds: readonly CloudProfile[];
  /** The directory with this id or this verified domain, of any cloud; in lower case. */
  readonly find: (idOrDomain: string) => Directory | undefined;
  /** Every directory, of whatever cloud. */
  readonly directories: () => readonly Directory[];
  /** Milliseconds on the world's clock. */
  readonly now: () => number;
  /** Two ids for support, and the time, as an error carries them. */
  readonly stamp: (correlationId: string | undefined) => LoginStamp;
  readonly chance: Chance;
  /** What the login service of a cloud signs with. */
  readonly key: (cloud: CloudProfile) => SigningKey;
  readonly grants: Grants;
  readonly tokens: Tokens;
  /** Signs a user in to an application, by everything that decides it; and what is told of it, if it is allowed. */
  readonly signIn: (directory: Directory, user: User, appId: string) => SignedIn;
  /**
   * When somebody last ended the sessions that a user's refresh tokens belong to, as Graph writes it; `undefined` where
   * nobody has. Those of a guest are at home.
   *
   * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation
   */
  readonly sessionsEnded: (directory: Directory, user: User) => string | undefined;
  /** The names of Graph's permissions: of applications on their own, and of those that users lend them. */
  readonly permissions: { readonly application: readonly string[]; readonly delegated: readonly string[] };
}

/** What came of a sign-in. */
export interface SignedIn {
  readonly result: SignInResult;
  readonly claims: TokenClaims;
}

/** One request, with all that it takes to answer it. */
export interface LoginContext {
  readonly service: LoginService;
  readonly request: LoginRequest;
  /** The cloud that the request was made to: the first of those that share its host. */
  readonly host: CloudProfile;
  /** Those that share its host. */
  readonly own: readonly CloudProfile[];
  /** The origin that addresses in documents start with, where it is not that of a cloud. */
  readonly origin: string | undefined;
  /** The tenant that the path names, as it was written. */
  readonly tenant: string;
  /** Of the address, and of the form that was sent. */
  readonly parameters: Parameters;
  /** Whether the address is one of the first version. */
  readonly isFirstVersion: boolean;
}

import { digestOf, SigningKey } from "../cryptography/index.ts";
import {
  type Account,
  CLOUD_PROFILES,
  type CloudProfile,
  type Directory,
  findByAddress,
  linkedAccount,
  type User,
} from "../directory/index.ts";
import { type ErrorStamp, permissionNames } from "../graph/index.ts";
import {
  Grants,
  type GrantsPosition,
  type LoginAnswer,
  type LoginRequest,
  type LoginService,
  login,
  type SignedIn,
  type TokenRefusal,
  Tokens,
  whyRefused,
} from "../login/index.ts";
import { tokenClaims } from "../sign-in/index.ts";
import { type Chance, isoDateTime } from "../simulation/index.ts";
import type { LoginSnapshot } from "../snapshot/index.ts";
import { type HomeOfDomain, homeOfUser } from "./homes.ts";
import { signInOf } from "./sign-in.ts";

/** What the desk has to know of the world. */
export interface DeskSurroundings {
  readonly chance: Chance;
  readonly now: () => number;
  readonly find: (idOrDomain: string) => Directory | undefined;
  readonly directories: () => readonly Directory[];
  readonly homeOf: HomeOfDomain;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The login service of a world, of all its clouds: with the keys it signs with, and all that it has handed out. */
export class LoginDesk {
  readonly tokens: Tokens;
  readonly #grants: Grants;
  /** By the names of the keys. */
  readonly #keys: Map<string, SigningKey>;
  readonly #around: DeskSurroundings;
  readonly #service: LoginService;
  #refused = 0;

  /** @param before - the desk that this one takes the place of: whoever knows its keys need not learn others */
  constructor(around: DeskSurroundings, before?: LoginDesk) {
    const { chance, now, find, directories } = around;
    this.#around = around;
    this.#keys = new Map(before === undefined ? [] : before.#keys);
    this.tokens = new Tokens(chance.fork("tokens"), now);
    this.#grants = new Grants(chance.fork("grants"));
    this.#service = {
      ...{ clouds: CLOUD_PROFILES, find, directories, now, chance: chance.fork("login") },
      ...{ grants: this.#grants, tokens: this.tokens, permissions: permissionNames() },
      key: (cloud) => this.#key(cloud),
      sessionsEnded: (directory, user) => this.#sessionsEnded(directory, user),
      signIn: (directory, user, appId) => this.#signIn(directory, user, appId),
      stamp: (correlationId = "") => ({
        trace: chance.guid(`trace/${now()}`),
        correlation: GUID.test(correlationId) ? correlationId : chance.guid(`correlation/${now()}`),
        timestamp: isoDateTime(now()),
      }),
    };
  }

  /** `undefined` for an address that is no login host's. */
  answer(request: LoginRequest): LoginAnswer | undefined {
    return login(this.#service, request);
  }

  /** Why a token that nobody holds opens nothing. */
  whyRefused(token: string): TokenRefusal {
    const { tokens } = this;
    return whyRefused(token, { tokens, keys: [...this.#keys.values()], now: this.#around.now() });
  }

  /** What tells apart Graph's answer to such a token. */
  stamp(clientRequestId: string | null): ErrorStamp {
    const { chance, now } = this.#around;
    const requestId = chance.guid(`refused/${this.#refused++}`);
    return { date: isoDateTime(now()), requestId, clientRequestId: clientRequestId ?? requestId };
  }

  get kept(): LoginSnapshot {
    return { tokens: this.tokens.kept, ...this.#grants.kept, refused: this.#refused };
  }

  /** Takes over what another desk has handed out. For one that has handed out nothing. */
  restore({ tokens, refused, ...grants }: LoginSnapshot): void {
    this.tokens.restore(tokens);
    this.#grants.restore(grants);
    this.#refused = refused;
  }

  get position(): DeskPosition {
    return { issued: this.tokens.issued, granted: this.#grants.position, refused: this.#refused };
  }

  /** Takes back whatever was handed out since. The keys stay: a token that is left is as good as before. */
  rewind({ issued, granted, refused }: DeskPosition): void {
    this.#refused = refused;
    this.tokens.rewind(issued);
    this.#grants.rewind(granted);
  }

  /** One for each login service: the clouds that share a host share it. */
  #key({ instance }: CloudProfile): SigningKey {
    // As long as the names of the service's own keys.
    const kid = digestOf(this.#around.chance.guid(`key/${instance}`)).slice(0, 27);
    const key = this.#keys.get(kid) ?? new SigningKey(kid);
    this.#keys.set(kid, key);
    return key;
  }

  #sessionsEnded(directory: Directory, user: User): string | undefined {
    if (user.creationType !== "Invitation") return user.signInSessionsValidFromDateTime;
    const { address } = accountOf(user);
    const home = homeOfUser(this.#around.homeOf, directory, user);
    if (home === undefined || home === directory) return undefined;
    const [atHome] = findByAddress(home.store.primary(), address);
    return atHome?.signInSessionsValidFromDateTime;
  }

  #signIn(directory: Directory, user: User, appId: string): SignedIn {
    const { homeOf, now } = this.#around;
    const app = { kind: "app", name: appId, tenantId: directory.tenantId, id: appId, appId } as const;
    const result = signInOf(homeOf, directory, user, { app });
    const home = homeOfUser(homeOf, directory, user);
    const subject = {
      ...{ user, account: accountOf(user), signedInAt: now() },
      home: home && { tenantId: home.tenantId, cloudInstance: home.cloud.instance },
    };
    return { result, claims: tokenClaims(directory, subject, result) };
  }
}

/** The one that was redeemed with, or else the one that the address stands for. */
function accountOf(user: User): Account {
  const address = user.mail ?? user.userPrincipalName;
  return linkedAccount(user) ?? { kind: "organisation", address, issuer: "ExternalAzureAD" };
}

/** How much had been handed out. */
export interface DeskPosition {
  /** How many tokens. */
  readonly issued: number;
  /** How many codes and refresh tokens. */
  readonly granted: GrantsPosition;
  /** How many tokens Graph has refused. */
  readonly refused: number;
}

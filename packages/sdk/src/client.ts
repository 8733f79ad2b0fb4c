import type { BoundaryPolicyMaker } from "./boundary/index.ts";
import {
  articleBoundary,
  type BoundaryPolicy,
  type Cloud,
  type HomeResolver,
  nobodyKnown,
  policyInTime,
  resolverInTime,
} from "./clouds/index.ts";
import { type Delegation, delegation } from "./delegation/index.ts";
import { checked, invalidInput } from "./errors/index.ts";
import { type Governor, localGovernor } from "./governor/index.ts";
import { type DirectoryLimits, directoryLimits } from "./limits/index.ts";
import {
  type AttemptTimeoutOptions,
  attemptTimeout,
  attemptTrace,
  type CloudBoundaryOptions,
  type Credential,
  cloudBoundary,
  credentials,
  leaveInTime,
  ownChanges,
  ownLayers,
  ownWrites,
  type ReadYourWritesOptions,
  type RetryOptions,
  readYourWrites,
  requestId,
  retry,
} from "./middleware/index.ts";
import { type Preflight, preflight } from "./preflight/index.ts";
import {
  type Apps,
  apps,
  type Border,
  type Boundary,
  boundary,
  type Call,
  type CallOptions,
  type CrossTenantAccessSettings,
  crossTenantAccess,
  type DomainPolicySettings,
  domainPolicy,
  type Groups,
  type Guests,
  groups,
  guests,
  type Invitations,
  type InvitePolicy,
  invitations,
  invitePolicy,
  type Line,
  type ListOperation,
  listOf,
  type Members,
  members,
  type Operation,
  type PageIterable,
  RightsChanges,
  startCall,
} from "./resources/index.ts";
import { readClientOptions } from "./schemas/index.ts";
import { type SignIn, signIn } from "./sign-in/index.ts";
import { type Clock, type Random, steadyClock, systemClock, systemRandom } from "./time/index.ts";
import { compose, type Middleware, type Send, type Transport } from "./wire/index.ts";

/** How the client knows which guests are out of reach. */
export interface BoundaryOptions extends Omit<CloudBoundaryOptions, "resolver" | "policy"> {
  /** Finds out where a guest is at home, for example `staticHomes`. */
  readonly resolver: HomeResolver;
  /**
   * Which homes can be invited. Default: `articleBoundary`, never across a national cloud's boundary. `tenantPolicy` goes
   * by the directory's own cross-tenant access settings.
   */
  readonly policy?: BoundaryPolicy | BoundaryPolicyMaker;
  /**
   * How long the resolver, and then the policy, may take to answer, in milliseconds. Whatever takes longer counts as failed:
   * nobody can tell then, and `onUnknown` says what becomes of the guest. Default 120,000, which leaves a policy time to read
   * settings of a directory that throttles.
   */
  readonly timeoutMs?: number;
}

/** What a client is made of. Only the transport is required; every layer has a default, and `false` turns it off. */
export interface B2BClientOptions {
  /** The way to the directory: `graphTransport` of `@vestibule/sdk/graph`, or the fake's. */
  readonly transport: Transport;
  /** Who calls: a credential of @azure/identity, or a function that gives a token. Not needed where the transport knows. */
  readonly credential?: Credential;
  /** Default: the computer's time. */
  readonly clock?: Clock;
  /** Default: the platform's chance. */
  readonly random?: Random;
  /** Which guests are refused before anything is sent. Default: none, since nobody has said where they are at home. */
  readonly boundary?: BoundaryOptions;
  /** Waiting for one's own writes, and telling where an answer does not show them yet. `false` turns both off. */
  readonly readYourWrites?: ReadYourWritesOptions | false;
  /** Sending again what failed for now. `false` turns it off, and the governor with it. */
  readonly retry?: RetryOptions | false;
  /** What keeps calls from harming the service together. Default: one of its own. Share it among clients that call as the same application in the same directory. */
  readonly governor?: Governor;
  /** The time one request may take. `false` turns it off. */
  readonly attemptTimeout?: AttemptTimeoutOptions | false;
  /** Layers of your own around each call, outside of all waiting: each sees a call once. */
  readonly use?: readonly Middleware[];
  /**
   * Layers of your own around each attempt: each sees every request that is sent, without its token. The second request
   * that answers a claims challenge belongs to the same attempt. Where a request is held up on its way, by a late token
   * while the service wants quiet, the layer sees a rejection, and the same request again in its next turn.
   */
  readonly useAttempt?: readonly Middleware[];
}

/** The small door: one operation at a time, and nothing in a bundle but what is used. */
export interface OperationClient extends AsyncDisposable {
  readonly cloud: Cloud;
  /** Performs one operation. Rejects with `invalid-input`, before anything is sent, where the input cannot be right. */
  call<I, O>(operation: Operation<I, O>, input: I, options?: CallOptions): Call<O>;
  /** Lists what an operation answers in pages. Nothing is sent before it is iterated. */
  list<I, T>(operation: ListOperation<I, T>, input: I, options?: CallOptions): PageIterable<T>;
}

/** Everything the SDK can do in one directory. */
export interface B2BClient extends OperationClient {
  readonly invitations: Invitations;
  readonly guests: Guests;
  readonly groups: Groups;
  readonly apps: Apps;
  readonly boundary: Boundary;
  readonly crossTenantAccess: CrossTenantAccessSettings;
  readonly signIn: SignIn;
  readonly limits: DirectoryLimits;
  readonly members: Members;
  readonly invitePolicy: InvitePolicy;
  readonly delegation: Delegation;
  readonly preflight: Preflight;
  /** What Graph offers in its beta version alone, where it may change without notice. */
  readonly beta: { readonly domainPolicy: DomainPolicySettings };
}

/**
 * Opens a client on a directory.
 *
 * @example
 * ```ts
 * const b2b = createB2BClient({ transport: graphTransport({ cloud: clouds.public }), credential });
 * const { invitedUser } = await b2b.invitations.create({
 *   invitedUserEmailAddress: "ada@fabrikam.com",
 *   inviteRedirectUrl: "https://app.contoso.com",
 * });
 * await b2b.groups.addMember(groupId, invitedUser.id);
 * ```
 */
export function createB2BClient(options: B2BClientOptions): B2BClient {
  const { line, border } = open("createB2BClient", options);
  const random = options.random ?? systemRandom;
  const rights = new RightsChanges();
  return {
    ...operationClient(line, options.transport),
    invitations: invitations(line, random),
    guests: guests(line, random),
    members: members(line, random),
    groups: groups(line),
    apps: apps(line),
    boundary: boundary(line, border),
    crossTenantAccess: crossTenantAccess(line),
    signIn: signIn(line, border),
    limits: directoryLimits(line),
    invitePolicy: invitePolicy(line, rights),
    delegation: delegation(line, rights),
    preflight: preflight(line, { border, rights, refuses: refusedBy(options.boundary) }),
    beta: { domainPolicy: domainPolicy(line) },
  };
}

/** Opens a client that knows no resources: hand it operations (`createInvitation`, `getGuest()`, …). */
export function createClient(options: B2BClientOptions): OperationClient {
  return operationClient(open("createClient", options).line, options.transport);
}

function operationClient(line: Line, transport: Transport): OperationClient {
  return {
    cloud: line.cloud,
    call: (operation, input, options) => startCall(line, operation, input, options),
    list: (operation, input, options) => listOf(line, operation, input, options),
    [Symbol.asyncDispose]: async () => transport[Symbol.asyncDispose]?.(),
  };
}

interface Opened {
  readonly line: Line;
  readonly border: Border;
}

/** Lays the layers in their one order, outermost first. What stands left of `requestId` runs once a call, what follows at each attempt. */
function open(opener: string, options: B2BClientOptions): Opened {
  checked(opener, readClientOptions(options));
  const { transport, credential } = options;
  const { random = systemRandom } = options;
  const clock = steadyClock(options.clock ?? systemClock);
  const { cloud } = transport;
  const governor = options.governor ?? localGovernor({ clock: options.clock ?? systemClock });
  const sending: readonly Middleware[] = [
    ...unlessOff(options.readYourWrites, (chosen) => ownWrites({ ...chosen, clock })),
    ...unlessOff(options.readYourWrites, (chosen) => readYourWrites({ ...chosen, clock, random })),
    ...unlessOff(options.retry, (chosen) => retry({ ...chosen, clock, random, governor })),
    requestId({ random }),
    ...ownLayers(opener, "useAttempt", options.useAttempt),
    // Without a limit of its own, an attempt still ends with its call.
    attemptTimeout({ timeoutMs: Number.POSITIVE_INFINITY, ...limitOf(options.attemptTimeout), clock }),
    ...given(credential, (chosen) => credentials({ cloud, credential: chosen, clock })),
    ...unlessOff(options.retry, () => leaveInTime({ governor, clock })),
    attemptTrace(),
  ];
  const send = compose(sending, (request) => transport.send(request));
  const border = borderOf(opener, options, send, clock);
  const refusing = given(options.boundary, (chosen) => cloudBoundary({ ...chosen, ...border, cloud }));
  const layers = [
    ...ownLayers(opener, "use", options.use),
    ownChanges({ ...(options.readYourWrites || {}), policy: border.policy }),
    ...refusing,
  ];
  return { line: { cloud, clock, send: compose(layers, send) }, border };
}

/** A policy that has to ask the directory itself does so by way of the layers below the boundary. */
function borderOf(
  opener: string,
  { transport, boundary }: B2BClientOptions,
  send: Send,
  clock: Clock,
): Border {
  const { cloud } = transport;
  const { resolver = nobodyKnown, policy = articleBoundary(cloud), timeoutMs = 120_000 } = boundary ?? {};
  const limit = { clock, timeoutMs };
  const inTime = resolverInTime(resolver, limit);
  const made = typeof policy === "function" ? policy({ cloud, send, clock, resolver: inTime }) : policy;
  if (typeof made?.evaluate !== "function") {
    throw invalidInput(opener, [
      { path: "boundary.policy", expected: "must return a policy, with `evaluate`" },
    ]);
  }
  return { resolver: inTime, policy: policyInTime(made, limit) };
}

/** Whom the client refuses by itself: it may only warn. Without a boundary of its own, nobody. */
function refusedBy(chosen: BoundaryOptions | undefined) {
  return {
    unreachable: chosen !== undefined && chosen.mode !== "warn",
    unknown: chosen?.onUnknown === "refuse",
  };
}

function limitOf(chosen: AttemptTimeoutOptions | false | undefined): AttemptTimeoutOptions {
  return chosen === false ? {} : { timeoutMs: 30_000, ...chosen };
}

function given<T>(chosen: T | undefined, layer: (chosen: T) => Middleware): readonly Middleware[] {
  return chosen === undefined ? [] : [layer(chosen)];
}

function unlessOff<T extends object>(
  chosen: T | false | undefined,
  layer: (chosen: Partial<T>) => Middleware,
): readonly Middleware[] {
  return chosen === false ? [] : [layer(chosen ?? {})];
}

import { articleBoundary, type BoundaryPolicy, type Cloud, type HomeResolver } from "./clouds/index.ts";
import { invalidInput } from "./errors/index.ts";
import { type Governor, localGovernor } from "./governor/index.ts";
import {
  type AttemptTimeoutOptions,
  attemptTimeout,
  attemptTrace,
  type CloudBoundaryOptions,
  type Credential,
  cloudBoundary,
  credentials,
  type ReadYourWritesOptions,
  type RetryOptions,
  readYourWrites,
  requestId,
  retry,
} from "./middleware/index.ts";
import {
  type Apps,
  apps,
  type Call,
  type CallOptions,
  type CrossTenantAccessSettings,
  crossTenantAccess,
  type Groups,
  type Guests,
  groups,
  guests,
  type Invitations,
  invitations,
  type Line,
  type ListOperation,
  listOf,
  type Operation,
  type PageIterable,
  startCall,
} from "./resources/index.ts";
import { readClientOptions } from "./schemas/index.ts";
import { type SignIn, signIn } from "./sign-in/index.ts";
import { type Clock, type Random, systemClock, systemRandom } from "./time/index.ts";
import { compose, type Middleware, type Send, type Transport } from "./wire/index.ts";

/** How the client knows which guests are out of reach. */
export interface BoundaryOptions extends Omit<CloudBoundaryOptions, "resolver" | "policy"> {
  /** Finds out where a guest is at home, for example `staticHomes`. */
  readonly resolver: HomeResolver;
  /** Which homes can be invited. Default: `articleBoundary`, never across a national cloud's boundary. */
  readonly policy?: BoundaryPolicy;
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
  /** Waiting for one's own writes. `false` turns it off. */
  readonly readYourWrites?: ReadYourWritesOptions | false;
  /** Sending again what failed for now. `false` turns it off, and the governor with it. */
  readonly retry?: RetryOptions | false;
  /** What keeps calls from harming the service together. Default: one of its own. Share it among clients that call as the same application in the same directory. */
  readonly governor?: Governor;
  /** The time one request may take. `false` turns it off. */
  readonly attemptTimeout?: AttemptTimeoutOptions | false;
  /** Layers of your own around each call, outside of all waiting: each sees a call once. */
  readonly use?: readonly Middleware[];
  /** Layers of your own around each attempt: each sees every request that is sent, without its token. */
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
  readonly crossTenantAccess: CrossTenantAccessSettings;
  readonly signIn: SignIn;
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
  const line = openLine("createB2BClient", options);
  return {
    ...operationClient(line, options.transport),
    invitations: invitations(line),
    guests: guests(line, options.random ?? systemRandom),
    groups: groups(line),
    apps: apps(line),
    crossTenantAccess: crossTenantAccess(line),
    signIn: signIn(line),
  };
}

/** Opens a client that knows no resources: hand it operations (`createInvitation`, `getGuest()`, …). */
export function createClient(options: B2BClientOptions): OperationClient {
  return operationClient(openLine("createClient", options), options.transport);
}

function operationClient(line: Line, transport: Transport): OperationClient {
  return {
    cloud: line.cloud,
    call: (operation, input, options) => startCall(line, operation, input, options),
    list: (operation, input, options) => listOf(line, operation, input, options),
    [Symbol.asyncDispose]: async () => transport[Symbol.asyncDispose]?.(),
  };
}

function openLine(opener: string, options: B2BClientOptions): Line {
  const reading = readClientOptions(options);
  if (!reading.ok) throw invalidInput(opener, reading.problems);
  const { transport, clock = systemClock, random = systemRandom } = options;
  return { cloud: transport.cloud, clock, send: layered(transport, { ...options, clock, random }) };
}

/** The layers in their one order, outermost first. What is left of the line runs once a call, what is right of it at each attempt. */
function layered(
  transport: Transport,
  options: Omit<B2BClientOptions, "transport"> & { readonly clock: Clock; readonly random: Random },
): Send {
  const { boundary, credential, use = [], useAttempt = [], clock, random } = options;
  const governor = options.governor ?? localGovernor({ clock });
  const { cloud } = transport;
  const perCall: readonly Middleware[] = [
    ...use,
    ...given(boundary, (chosen) => cloudBoundary({ policy: articleBoundary(cloud), ...chosen })),
    ...unlessOff(options.readYourWrites, (chosen) => readYourWrites({ ...chosen, clock, random })),
    ...unlessOff(options.retry, (chosen) => retry({ ...chosen, clock, random, governor })),
  ];
  const perAttempt: readonly Middleware[] = [
    requestId({ random }),
    ...useAttempt,
    // Without a limit of its own, an attempt still ends with its call.
    attemptTimeout({ timeoutMs: Number.POSITIVE_INFINITY, ...limitOf(options.attemptTimeout), clock }),
    ...given(credential, (chosen) => credentials({ cloud, credential: chosen, clock })),
    attemptTrace(),
  ];
  return compose([...perCall, ...perAttempt], (request) => transport.send(request));
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

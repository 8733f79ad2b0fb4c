import { type DependencyContainer, type InjectionToken, instancePerContainerCachingFactory } from "tsyringe";
import { type B2BClient, type B2BClientOptions, createB2BClient } from "../client.ts";
import { invalidInput, problemUnless } from "../errors/index.ts";
import { B2B_CLIENT, B2B_CLOCK, B2B_CREDENTIAL, B2B_RANDOM, B2B_TRANSPORT } from "./tokens.ts";

/** What is set where the client is registered; the rest comes out of the container. */
export type RegisterB2BOptions = Omit<B2BClientOptions, "transport" | "credential" | "clock" | "random">;

/**
 * Registers the client in a container: one for each container, made when it is first resolved, out of what is
 * registered under the other tokens by then. A child container that overrides one of them gets a client of its own; one
 * that overrides none shares its parent's.
 *
 * Import a Reflect polyfill (`reflect-metadata`) before this module; tsyringe throws without one.
 *
 * @throws B2BError `invalid-input` for what is no container; what the client itself is made of is judged when it is made
 * @returns disposes every client that was made: the container does not, for what a factory made
 * @example
 * ```ts
 * container.register(B2B_TRANSPORT, { useValue: graphTransport({ cloud: clouds.public }) });
 * container.register(B2B_CREDENTIAL, { useValue: new DefaultAzureCredential() });
 * await using _ = registerB2B(container);
 * const b2b = container.resolve(B2B_CLIENT);
 * ```
 */
export function registerB2B(
  container: DependencyContainer,
  options: RegisterB2BOptions = {},
): AsyncDisposable {
  refuseBadArguments(container, options);
  const made: { readonly parts: Parts; readonly client: B2BClient }[] = [];
  container.register(B2B_CLIENT, {
    useFactory: instancePerContainerCachingFactory((scope) => {
      const parts = partsOf(scope);
      const known = made.find((other) => sameParts(other.parts, parts));
      if (known) return known.client;
      const client = createB2BClient({ ...options, ...parts });
      made.push({ parts, client });
      return client;
    }),
  });
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(made.splice(0).map(({ client }) => client[Symbol.asyncDispose]()));
    },
  };
}

function refuseBadArguments(container: unknown, options: unknown): void {
  const { register, resolve } = (container ?? {}) as {
    readonly register?: unknown;
    readonly resolve?: unknown;
  };
  const problems = [
    ...problemUnless(
      typeof register === "function" && typeof resolve === "function",
      "container",
      "must be a container of tsyringe",
    ),
    ...problemUnless(
      typeof options === "object" && options !== null,
      "options",
      "must be an object, with what createB2BClient takes beside the parts that come out of the container",
    ),
  ];
  if (problems.length > 0) throw invalidInput("registerB2B", problems);
}

type Parts = Pick<B2BClientOptions, "transport" | "credential" | "clock" | "random">;

function partsOf(scope: DependencyContainer): Parts {
  return {
    transport: scope.resolve(B2B_TRANSPORT),
    ...registered(scope, "credential", B2B_CREDENTIAL),
    ...registered(scope, "clock", B2B_CLOCK),
    ...registered(scope, "random", B2B_RANDOM),
  };
}

/** A client remembers what it wrote: two of the same parts would each know half. */
function sameParts(one: Parts, other: Parts): boolean {
  return (["transport", "credential", "clock", "random"] as const).every((part) => one[part] === other[part]);
}

function registered<K extends string, T>(
  scope: DependencyContainer,
  key: K,
  token: InjectionToken<T>,
): Partial<Record<K, T>> {
  return scope.isRegistered(token, true) ? ({ [key]: scope.resolve(token) } as Record<K, T>) : {};
}

import { createWorld, type Tenant, type World, type WorldOptions } from "@vestibule/fake-server";
import { type B2BClient, type B2BClientOptions, createB2BClient } from "@vestibule/sdk";

/** Where a test's guests land. */
export const inviteRedirectUrl = "https://app.contoso.example/welcome";

export interface OpenClient {
  readonly world: World;
  readonly contoso: Tenant;
  readonly b2b: B2BClient;
}

/** A world with the tenant Contoso, and a client of an application there. */
export function openClient(
  worldOptions: WorldOptions = {},
  clientOptions: Partial<B2BClientOptions> = {},
): OpenClient {
  const world = createWorld(worldOptions);
  const contoso = world.cloud("public").tenant("contoso");
  const transport = contoso.transport({ as: contoso.app("inviter") });
  return {
    world,
    contoso,
    b2b: createB2BClient({ transport, clock: world.clock, random: world.random, ...clientOptions }),
  };
}

import { type CallerOptions, createWorld, type Tenant, type WorldOptions } from "@vestibule/fake-server";
import { type B2BClientOptions, createB2BClient } from "@vestibule/sdk";
import { asking, invitation } from "../rights/ask.ts";

/** A tenant with a member, and clients of whoever it takes. */
export function openOffice(options: WorldOptions = {}) {
  const world = createWorld(options);
  const contoso = world.cloud("public").tenant("contoso");
  const client = (caller: CallerOptions, more: Partial<B2BClientOptions> = {}) =>
    createB2BClient({
      transport: contoso.transport(caller),
      ...{ clock: world.clock, random: world.random },
      ...more,
    });
  const b2b = client({ as: contoso.app("admin") });
  const mia = contoso.user("mia");
  return { world, contoso, client, b2b, mia };
}

/** The status of an invitation by this caller. */
export const invite = async (contoso: Tenant, caller: CallerOptions, name = "new") =>
  (await asking(contoso, caller)("POST", "/invitations", invitation(name))).status;

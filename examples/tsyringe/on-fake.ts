import { createWorld } from "@vestibule/fake-server";
import { B2B_CLOCK, B2B_RANDOM, B2B_TRANSPORT } from "@vestibule/sdk/tsyringe";
import type { DependencyContainer } from "tsyringe";

/** Registers a fake directory whose instances lag, on virtual time. No credential: its transport knows who calls. */
export function registerFake(container: DependencyContainer): void {
  const world = createWorld({ seed: 7, realism: "documented" });
  const contoso = world.cloud("public").tenant("contoso");
  container.register(B2B_TRANSPORT, { useValue: contoso.transport({ as: contoso.app("welcome-desk") }) });
  container.register(B2B_CLOCK, { useValue: world.clock });
  container.register(B2B_RANDOM, { useValue: world.random });
}

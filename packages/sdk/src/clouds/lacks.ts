import type { Capability } from "./capability.ts";
import { type Cloud, clouds } from "./cloud.ts";

/** What a cloud lacks: what it says itself, else what is known of the cloud with its id. */
export function lackedBy(cloud: Cloud): ReadonlySet<Capability> {
  const known: Cloud | undefined = Object.hasOwn(clouds, cloud.id)
    ? clouds[cloud.id as keyof typeof clouds]
    : undefined;
  return cloud.lacks ?? known?.lacks ?? NOTHING;
}

const NOTHING: ReadonlySet<Capability> = new Set();

import type { EffectPlan } from "../exchange.ts";
import { b2bEffects } from "./b2b.ts";
import { clockEffects } from "./clock.ts";
import { directoryEffects } from "./directory.ts";
import { httpEffects } from "./http.ts";
import { transportEffects } from "./transport.ts";

/** Everything that can be made to go wrong, by where it goes wrong. */
export const faultFamilies = {
  transport: transportEffects,
  http: httpEffects,
  directory: directoryEffects,
  b2b: b2bEffects,
  clock: clockEffects,
} as const;

/** Where something goes wrong: on the way, at the service's door, in the directory, with an invitation, or with a clock. */
export type FaultFamily = keyof typeof faultFamilies;

type Names<T> = T extends unknown ? keyof T : never;

/** What can be made to go wrong with a request, by name; {@link faultEffects} lists them. */
export type FaultEffect = Names<(typeof faultFamilies)[FaultFamily]>;

const PLANS: Readonly<Record<string, EffectPlan>> = Object.assign({}, ...Object.values(faultFamilies));

/** The names of all effects, by family. */
export const faultEffects: Readonly<Record<FaultFamily, readonly FaultEffect[]>> = {
  transport: Object.keys(transportEffects) as (keyof typeof transportEffects)[],
  http: Object.keys(httpEffects) as (keyof typeof httpEffects)[],
  directory: Object.keys(directoryEffects) as (keyof typeof directoryEffects)[],
  b2b: Object.keys(b2bEffects) as (keyof typeof b2bEffects)[],
  clock: Object.keys(clockEffects) as (keyof typeof clockEffects)[],
};

export function planOf(effect: FaultEffect): EffectPlan {
  return PLANS[effect] as EffectPlan;
}

export function isFaultEffect(name: unknown): name is FaultEffect {
  return typeof name === "string" && Object.hasOwn(PLANS, name);
}

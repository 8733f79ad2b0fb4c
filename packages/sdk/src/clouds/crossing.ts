import { type Cloud, type CloudId, clouds } from "./cloud.ts";

/** The clouds that can be opened to the public one, after settings on both sides; no two others can be. */
const TO_PUBLIC: readonly string[] = [clouds.usgov.instance, clouds.china.instance];

/**
 * Whether guests of that cloud instance can be let in at all.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-cloud-settings
 */
export function canBeOpened(own: Cloud, instance: string): boolean {
  const pair = [own.instance, instance];
  return pair.includes(clouds.public.instance) && pair.some((one) => TO_PUBLIC.includes(one));
}

/** Whether it is known that a cloud cannot open itself to that instance: to its own, for one. Of a cloud that nobody listed it is not. */
export function cannotOpen(own: Cloud, instance: string): boolean {
  return Object.values(clouds).some((one) => one.instance === own.instance) && !canBeOpened(own, instance);
}

/** Whether a guest of that cloud comes from another cloud instance. */
export function isAcrossClouds(own: Cloud, cloud: CloudId): boolean {
  return cloud !== own.id && instanceOf(cloud) !== own.instance;
}

/** Two Graph hosts may serve one cloud instance; a cloud that nobody listed is an instance of its own. */
export function instanceOf(id: CloudId): string {
  return new Map<CloudId, Cloud>(Object.entries(clouds)).get(id)?.instance ?? id;
}

export { type Clock, systemClock } from "./clock.ts";
export { type Random, systemRandom } from "./random.ts";

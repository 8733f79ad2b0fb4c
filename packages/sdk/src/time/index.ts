export { type Clock, systemClock } from "./clock.ts";
export { type Random, systemRandom } from "./random.ts";
export { type SteadyClock, steadyClock } from "./steady-clock.ts";

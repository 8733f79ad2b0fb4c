export { Chance } from "./chance.ts";
export { isoDateTime } from "./iso-date-time.ts";

export { Chance } from "./chance.ts";
export { httpDate, instantOf } from "./http-date.ts";
export { isoDateTime } from "./iso-date-time.ts";

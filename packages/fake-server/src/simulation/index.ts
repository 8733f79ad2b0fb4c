export { Chance } from "./chance.ts";
export { httpDate, httpDateSince, instantOf } from "./http-date.ts";
export { isoDateTime, LAST_INSTANT } from "./iso-date-time.ts";

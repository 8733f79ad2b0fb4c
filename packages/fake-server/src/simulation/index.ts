export { Chance } from "./chance.ts";
export { httpDate, httpDateSince, instantOf } from "./http-date.ts";
export { isoDateTime } from "./iso-date-time.ts";

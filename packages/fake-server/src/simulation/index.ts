export { Chance } from "./chance.ts";
export { type HttpDateForm, httpDate, instantOf } from "./http-date.ts";
export { isoDateTime } from "./iso-date-time.ts";

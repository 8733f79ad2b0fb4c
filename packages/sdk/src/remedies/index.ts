export { remedies } from "./catalogue.ts";
export type { Remedy, RemedyAction } from "./remedy.ts";

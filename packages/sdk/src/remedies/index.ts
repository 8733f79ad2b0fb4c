export { remedies } from "./catalogue.ts";
export { frozen } from "./frozen.ts";
export type { Remedy, RemedyAction } from "./remedy.ts";

export { type AdministerOptions, administer } from "./api/administer.ts";
export { appIn } from "./api/token.ts";

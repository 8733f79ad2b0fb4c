export { type AdministerOptions, administer } from "./api/administer.ts";

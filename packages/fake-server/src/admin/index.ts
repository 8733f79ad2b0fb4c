export { type AdministerOptions, administer } from "./administer.ts";

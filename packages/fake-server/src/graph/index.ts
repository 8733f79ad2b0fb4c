export { errorAnswer } from "./errors.ts";
export { type GraphRequest, type GraphResponse, MALFORMED } from "./exchange.ts";
export { answer } from "./service.ts";

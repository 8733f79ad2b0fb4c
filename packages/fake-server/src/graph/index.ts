export { GraphError } from "./errors.ts";
export { type GraphRequest, type GraphResponse, MALFORMED } from "./exchange.ts";
export { plainHeaders } from "./headers.ts";
export { answer } from "./service.ts";

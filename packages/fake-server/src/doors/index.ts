export { fetchDoor } from "./fetch.ts";
export { transportDoor } from "./transport.ts";

export type { Caller } from "./callers.ts";
export {
  answerDiscovery,
  type Discovery,
  type LoginAnswer,
  type PublishedTenant,
} from "./open-id-configuration.ts";
export { Tokens } from "./tokens.ts";

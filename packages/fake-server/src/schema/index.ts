export { checkBatch } from "./check-batch.ts";
export { checkExchange, type SchemaViolation } from "./check-exchange.ts";
export { checkSent } from "./check-sent.ts";
export type { CheckedExchange } from "./exchange.ts";
export { type Profile, profileOf } from "./profile.ts";
export { isPublished, propertyNamesAt } from "./property-names.ts";
export { type TypeRef, writtenType } from "./type-ref.ts";
export type { Departure } from "./violation.ts";

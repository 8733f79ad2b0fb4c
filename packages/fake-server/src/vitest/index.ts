/**
 * What a test of an application needs, for vitest: a world as a fixture, and matchers in the field's words. Importing it
 * adds the matchers to `expect`.
 *
 * @module
 */
import "./matchers.ts";

export type { OfCaller, SessionGuarantee, Subject, TestWorldPlan, Within } from "../trial/index.ts";
export { type EntraTest, entraTest } from "./entra-test.ts";
export type { EntraMatchers, Judged } from "./matchers.ts";

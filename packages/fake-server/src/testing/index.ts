/**
 * What a test of an application needs, for any runner: a world for each test, and assertions in the field's words.
 *
 * @module
 */
export type { OfCaller, SessionGuarantee, Subject, TestWorldPlan, Within } from "../trial/index.ts";
export { assertCleanConduct, assertConverges, assertInvited, assertSession } from "./assertions.ts";
export { type InWorld, worldPerTest } from "./world-per-test.ts";

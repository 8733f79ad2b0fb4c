export { cleanConduct } from "./clean-conduct.ts";
export { converged, type Within } from "./converged.ts";
export { invited } from "./invited.ts";
export { checkPlan, type TestWorldPlan } from "./plan.ts";
export { literally, quoted, tellFailure } from "./report.ts";
export { type OfCaller, type SessionGuarantee, sessionKept } from "./session.ts";
export type { Subject } from "./subject.ts";
export { insist, type Verdict } from "./verdict.ts";
export { type Loan, Worlds } from "./worlds.ts";

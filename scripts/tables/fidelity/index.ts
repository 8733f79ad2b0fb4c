export type { Area, Claim } from "./claim.ts";
export { type Behaviour, behaviourOfTheFake, problemsOf } from "./problems.ts";
export { areas, fidelityTable } from "./table.ts";

export type { Claim } from "./claim.ts";
export { behaviourOfTheFake, problemsOf } from "./problems.ts";
export { areas, fidelityTable } from "./table.ts";

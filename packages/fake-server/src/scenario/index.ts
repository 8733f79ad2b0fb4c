export { furnish } from "./furnish.ts";
export { type ScenarioName, scenarioNamed, scenarios } from "./library.ts";
export type { CloudName, Scenario, TenantScenario } from "./scenario.ts";
export { readScenario, scenarioSchema } from "./schema.ts";

import { fidelityTable } from "./fidelity/index.ts";
import { limitationsTable } from "./limitations/index.ts";
import { limitsTable } from "./limits.ts";
import type { Table } from "./table.ts";

export { pageOf } from "./table.ts";

/** Every generated table; a new one is a file here, and its line. */
export const tables: readonly Table[] = [fidelityTable, limitationsTable, limitsTable];

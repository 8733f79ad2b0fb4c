import type { MeasuredClient } from "./client.ts";

/** One column of the matrix. */
export interface Column {
  readonly title: string;
  /** The npm package whose version is printed. */
  readonly package: string;
  /** Loads the client: not before time is virtual, since a client may keep a timer's function when it is loaded. */
  load(): Promise<MeasuredClient>;
}

/** Every client of the matrix, in the order of its columns. */
export const roster: readonly Column[] = [
  {
    title: "Vestibule",
    package: "@vestibule/sdk",
    load: async () => (await import("./clients/vestibule.ts")).vestibule,
  },
  { title: "ky", package: "ky", load: async () => (await import("./clients/ky.ts")).ky },
  {
    title: "Graph client",
    package: "@microsoft/microsoft-graph-client",
    load: async () => (await import("./clients/graph-client.ts")).graphClient,
  },
  {
    title: "Kiota",
    package: "@microsoft/kiota-http-fetchlibrary",
    load: async () => (await import("./clients/kiota.ts")).kiota,
  },
  {
    title: "Azure core",
    package: "@azure/core-rest-pipeline",
    load: async () => (await import("./clients/core-rest-pipeline.ts")).coreRestPipeline,
  },
  {
    title: "PnPjs",
    package: "@pnp/graph",
    load: async () => (await import("./clients/pnp-graph.ts")).pnpGraph,
  },
];

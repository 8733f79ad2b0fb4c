import { clouds } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { B2B_CREDENTIAL, B2B_TRANSPORT } from "@vestibule/sdk/tsyringe";
import type { DependencyContainer } from "tsyringe";

/** Registers Microsoft Graph, with a token from the environment. Any credential of @azure/identity fits as well. */
export function registerGraph(container: DependencyContainer): void {
  container.register(B2B_TRANSPORT, { useValue: graphTransport({ cloud: clouds.public }) });
  container.register(B2B_CREDENTIAL, {
    useValue: () => {
      const token = process.env.GRAPH_TOKEN;
      if (token === undefined) throw new Error("set GRAPH_TOKEN to a token for Microsoft Graph");
      return token;
    },
  });
}

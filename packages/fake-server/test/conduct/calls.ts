import { createWorld, type Lint, type Tenant, type World, type WorldOptions } from "@vestibule/fake-server";
import { callContext, type Method, type Query, type WireResponse } from "@vestibule/sdk/wire";
import { inviteRedirectUrl } from "../open-client.ts";

export interface Asked {
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Callers {
  readonly world: World;
  readonly contoso: Tenant;
  /** Asks without a client in between: every request is the test's own. Lost answers give `undefined`. */
  readonly ask: (method: Method, path: string, asked?: Asked) => Promise<WireResponse | undefined>;
  readonly invite: (address: string, sendInvitationMessage: boolean) => Promise<WireResponse | undefined>;
  /** What was noted, by lint and number of the request. */
  readonly noted: () => readonly (readonly [Lint, ...number[]])[];
}

export function openCallers(options: WorldOptions = {}, who: "app" | "user" = "app"): Callers {
  const world = createWorld(options);
  const contoso = world.cloud("public").tenant("contoso").members(5);
  const transport = contoso.transport({ as: who === "app" ? contoso.app("crm") : contoso.user("mia") });
  const context = callContext();
  const ask: Callers["ask"] = (method, path, { query = {}, body, headers = {} } = {}) =>
    transport
      .send({
        operation: { id: "test", effect: method === "GET" ? "read" : "once" },
        ...{ method, version: "v1.0", target: { path, query }, headers },
        ...(body !== undefined && { body }),
        context,
      })
      .catch(() => undefined);
  return {
    ...{ world, contoso, ask },
    invite: (invitedUserEmailAddress, sendInvitationMessage) =>
      ask("POST", "/invitations", {
        body: { invitedUserEmailAddress, inviteRedirectUrl, sendInvitationMessage },
      }),
    noted: () => contoso.conduct.remarks.map(({ lint, requests }) => [lint, ...requests]),
  };
}

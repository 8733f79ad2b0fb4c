import type { CallerOptions, Tenant } from "@vestibule/fake-server";
import { callContext, type Method, type Query } from "@vestibule/sdk/wire";

/** What came of a request: its status, and Graph's code and text where it was refused. */
export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly body: unknown;
  readonly header: (name: string) => string | null;
}

interface Question {
  readonly body?: unknown;
  readonly version?: "v1.0" | "beta";
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a tenant as Graph is asked, with no SDK in between. */
export function asking(tenant: Tenant, options: CallerOptions) {
  const { send } = tenant.transport(options);
  return async (
    method: Method,
    path: string,
    { body, version = "v1.0", query, headers = {} }: Question = {},
  ): Promise<Answer> => {
    const response = await send({
      operation: { id: "test", effect: "idempotent" },
      ...{ method, version, headers, context: callContext() },
      target: query ? { path, query } : { path },
      ...(body !== undefined && { body }),
    });
    const { error } = (response.body ?? {}) as { error?: { code: string; message: string } };
    const header = (name: string) => response.headers.get(name);
    return {
      status: response.status,
      code: error?.code,
      message: error?.message,
      body: response.body,
      header,
    };
  };
}

/** An invitation of an address that nobody else has. */
export const invitation = (name: string) => ({
  body: {
    invitedUserEmailAddress: `${name}@fabrikam.example`,
    inviteRedirectUrl: "https://app.contoso.example",
  },
});

import type { B2BClient, Call, Method, Operation } from "@vestibule/sdk";

/** What is asked that the SDK has no operation for: the same way through all of its layers. */
export function ask(b2b: B2BClient, method: Method, path: string, more: Asked = {}): Call<unknown> {
  const { body, query, version = "v1.0" } = more;
  const operation: Operation<void, unknown> = {
    id: "test.ask",
    input: () => ({ ok: true, value: undefined }),
    describe: () => ({
      ...{ method, path, version },
      effect: method === "GET" ? "read" : "idempotent",
      ...(body !== undefined && { body }),
      ...(query && { query }),
    }),
    output: () => (answered) => ({ ok: true, value: answered }),
  };
  return b2b.call(operation, undefined);
}

interface Asked {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly version?: "v1.0" | "beta";
}

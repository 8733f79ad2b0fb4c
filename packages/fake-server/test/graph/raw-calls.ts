import { createWorld, type FakeApp, type FakeUser } from "@vestibule/fake-server";
import { callContext, type Method, type WireResponse } from "@vestibule/sdk/wire";
import { expect } from "vitest";

/** An id that nobody has. */
export const NOBODY = "00000000-0000-4000-8000-000000000000";

export type Body = Readonly<Record<string, unknown>>;

interface More {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** Whether to ask for an advanced query. */
  readonly eventual?: boolean;
}

/** A tenant that is asked as Graph is: no client in between that could refuse first. */
export function openRaw(cloud = "public", options: Parameters<typeof createWorld>[0] = { seed: 3 }) {
  const world = createWorld(options);
  const contoso = world.cloud(cloud).tenant("contoso");
  const as = (caller: FakeApp | FakeUser) => {
    const { send } = contoso.transport({ as: caller });
    return (method: Method, path: string, { body, query = {}, eventual }: More = {}): Promise<WireResponse> =>
      send({
        operation: { id: "test", effect: method === "GET" ? "read" : "idempotent" },
        method,
        version: "v1.0",
        target: { path, query },
        headers: eventual ? { consistencylevel: "eventual" } : {},
        ...(body !== undefined && { body }),
        context: callContext(),
      });
  };
  const ask = as(contoso.app("caller"));
  const made = async (path: string, body: Body): Promise<Body & { readonly id: string }> => {
    const answer = await ask("POST", path, { body });
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as Body & { readonly id: string };
  };
  return { world, contoso, as, ask, made };
}

export function valuesOf({ body }: WireResponse): readonly Body[] {
  return (body as { readonly value: readonly Body[] }).value;
}

export function idsOf(answer: WireResponse): readonly unknown[] {
  return valuesOf(answer).map(({ id }) => id);
}

/** Status, code and text of a refusal. */
export function refusalOf({ status, body }: WireResponse): readonly unknown[] {
  const { error } = body as { readonly error: { readonly code: string; readonly message: string } };
  return [status, error.code, error.message];
}

export function codeOf(answer: WireResponse): readonly unknown[] {
  return refusalOf(answer).slice(0, 2);
}

import { B2BError } from "@vestibule/sdk";

/** What `promise` rejects with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const settled = await promise.then(
    (value) => ({ value }),
    (reason: unknown) => ({ reason }),
  );
  if ("reason" in settled) return settled.reason;
  throw new Error(`it resolved with ${JSON.stringify(settled.value)}, where it has to reject`);
}

/** The error of the SDK's that `promise` rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<B2BError> {
  const reason = await rejectionOf(promise);
  if (reason instanceof B2BError) return reason;
  throw new Error("it rejected with something else than a B2BError", { cause: reason });
}

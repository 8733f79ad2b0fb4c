import { B2BError } from "@vestibule/sdk";

/** The error of the SDK's that `promise` rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<B2BError> {
  const reason = await promise.then(
    () => new Error("it resolved, where it has to reject"),
    (failure: unknown) => failure,
  );
  if (reason instanceof B2BError) return reason;
  throw reason;
}

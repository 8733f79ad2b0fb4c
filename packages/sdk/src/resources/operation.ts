import type { Cloud } from "../clouds/index.ts";
import type { Reader, WirePage } from "../schemas/index.ts";
import type { CallTrace, Method, OperationInfo, Query, WireResponse } from "../wire/index.ts";

/** What one input asks for: the request, and what it means. */
export interface OperationRequest extends Omit<OperationInfo, "id"> {
  readonly method: Method;
  /** The version of the API. Default `v1.0`. */
  readonly version?: "v1.0" | "beta";
  readonly path: string;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * One thing that can be asked of the directory, as a plain value: what it is called, what may be put in, what is sent,
 * and what comes out. Hand it to `client.call`; the resources are nothing but names for such calls.
 */
export interface Operation<Input, Output> {
  readonly id: string;
  readonly input: Reader<Input>;
  /** What is sent for an input, and what it means to the layers. Called once a call, with an input that has been found right. */
  readonly describe: (input: Input, cloud: Cloud) => OperationRequest;
  /** Reads the body of a success. Several inputs may want different readers: which properties are there follows from what was selected. The trace tells how the call went, once the reader is asked. */
  readonly output: (input: Input, trace: Readonly<CallTrace>) => Reader<Output>;
  /** What a refusal amounts to that means the work is done already; `undefined` where it means no such thing. */
  readonly alreadyDone?: (response: WireResponse, trace: CallTrace) => { readonly value: Output } | undefined;
}

/** An operation that answers in pages. Hand it to `client.list`. */
export type ListOperation<Input, Item> = Operation<Input, WirePage<Item>>;

/** For operations that take no input, or answer without a body. */
export const nothing: Reader<void> = () => ({ ok: true, value: undefined });

/** A body that refers to an object. */
export function referenceTo(cloud: Cloud, id: string): { readonly "@odata.id": string } {
  return { "@odata.id": `${new URL(cloud.graph).origin}/v1.0/directoryObjects/${id}` };
}

/** A path segment. Ids may hold characters that have a meaning in a path, such as the `#` of `#EXT#`. */
export const segment: (value: string) => string = encodeURIComponent;

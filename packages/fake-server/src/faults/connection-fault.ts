import type { GraphResponse } from "../graph/index.ts";

/** A request that gets no answer, or not all of it. Each way in renders it as its own kind of connection would. */
export class ConnectionFault extends Error {
  override readonly name = "ConnectionFault";
  /** As the system, or the HTTP client, calls it: `ECONNRESET`. */
  readonly code: string;
  /** What was under way when it happened, where the system says: `connect`. */
  readonly syscall: string | undefined;
  /** Whether the request had left: then it may have been carried out. */
  readonly sent: boolean;
  /** The answer that broke off in its body. */
  readonly partial: GraphResponse | undefined;

  constructor(
    code: string,
    options: { readonly sent: boolean; readonly syscall?: string; readonly partial?: GraphResponse },
  ) {
    super(`${options.syscall ?? "request"} ${code}`);
    this.code = code;
    this.sent = options.sent;
    this.syscall = options.syscall;
    this.partial = options.partial;
  }
}

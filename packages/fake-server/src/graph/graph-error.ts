/** A request that is wrong in itself, before any rule of the directory is asked. */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly status: number;
  readonly code: string;
  /** Where to go instead. */
  readonly location: string | undefined;

  constructor(status: number, code: string, message: string, location?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.location = location;
  }
}

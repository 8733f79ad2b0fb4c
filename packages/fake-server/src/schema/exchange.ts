/** A request and its answer, as far as the schema has a say in them. */
export interface CheckedExchange {
  readonly cloudId: string;
  readonly version: string;
  readonly method: string;
  /** Decoded, with keys in segments of their own. */
  readonly segments: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  /** What links start with. */
  readonly origin: string;
  readonly sent: unknown;
  readonly status: number;
  readonly contentType: string | null;
  readonly answered: unknown;
}

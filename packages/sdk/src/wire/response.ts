/** What came back. Nobody has trusted the body yet: a JSON value, text where it was no JSON, `undefined` where it was empty. */
export interface WireResponse {
  readonly status: number;
  readonly headers: {
    /** A header's value; its name has no case. `null` where there is none. */
    get(name: string): string | null;
  };
  readonly body: unknown;
}

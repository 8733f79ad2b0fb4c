/**
 * What became of a request.
 *
 * - `not-sent`: it never reached the directory.
 * - `rejected`: the directory answered and did nothing.
 * - `unknown`: it may have been carried out.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

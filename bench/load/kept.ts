/** An answer as the fake gave it: status, headers by name and value, and the body. */
export type Kept = readonly [status: number, headers: readonly (readonly [string, string])[], body: string];

/** The answer to each request, by its method and address. */
export type Answers = readonly (readonly [request: string, answer: Kept])[];

/** Begins with the answers that the parent process has kept, tells it the port, and ends with it. */
export function serveKept(begin: (answers: Answers) => Promise<number>): void {
  process.once("disconnect", () => process.exit());
  process.once("message", async (answers: Answers) => process.send?.({ port: await begin(answers) }));
}

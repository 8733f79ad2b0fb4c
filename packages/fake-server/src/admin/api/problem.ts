/** Why an administrator's request is refused: what is shown, under which status. */
export class Problem extends Error {
  readonly status: 400 | 404 | 405 | 408 | 409;

  constructor(status: Problem["status"], message: string) {
    super(message);
    this.status = status;
  }
}

/** In the envelope of Graph's errors, which every client here can read. */
export function problemResponse({ status, message }: Problem): Response {
  return Response.json({ error: { code: "BadRequest", message } }, { status });
}

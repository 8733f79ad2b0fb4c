/** The text of a body that is not longer than `limit` bytes; `undefined` for a longer one, which is read no further. */
export async function boundedText(
  { body }: Response,
  limit: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (body === null) return "";
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  // A fetch of the user's own may not heed the signal.
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await textOf(reader, limit);
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

async function textOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) return undefined;
    text += decoder.decode(value, { stream: true });
  }
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changed, changes } from "./bytes.ts";
import { type Furnished, furnished } from "./furnished.ts";
import { nonsense, sound } from "./nonsense.ts";
import type { Sent } from "./real-requests.ts";

const MADE_UP = 60_000;
const SPOILT = 40_000;

describe("whatever is sent to the fake", () => {
  test("is answered, in Graph's envelope where it is refused, and then changes nothing: sixty thousand made-up requests", {
    timeout: 900_000,
  }, async () => {
    const met = new Met();
    const office = new Office();
    const request = fc.oneof({ weight: 9, arbitrary: nonsense }, { weight: 1, arbitrary: sound });
    await fc.assert(
      fc.asyncProperty(request, fc.nat(), async (sent, who) => {
        const place = office.open();
        met.add(await held(place, who, { ...sent, body: textOf(place, sent.body) }));
      }),
      { numRuns: MADE_UP, seed: 6 },
    );
    met.expectAll();
  });

  test("holds for forty thousand real requests with bytes changed, lost and doubled", {
    timeout: 900_000,
  }, async () => {
    const met = new Met();
    const office = new Office();
    await fc.assert(
      fc.asyncProperty(sound, changes, fc.boolean(), fc.nat(), async (sent, made, inPath, who) => {
        const place = office.open();
        const body = textOf(place, sent.body);
        const whole = inPath || body === undefined ? pathOf(place, sent.path) : body;
        const spoilt = changed(Buffer.from(whole), made);
        const isPath = whole !== body;
        met.add(
          await held(place, who, {
            ...sent,
            path: isPath ? Buffer.from(spoilt).toString("latin1") : sent.path,
            body: isPath ? body : spoilt,
          }),
        );
      }),
      { numRuns: SPOILT, seed: 7 },
    );
    met.expectAll();
  });
});

/** A directory that is opened anew from time to time: what is sent takes it apart. */
class Office {
  #place = furnished(0);
  #uses = 0;

  open(): Furnished {
    if (++this.#uses % 100 === 0) this.#place = furnished(this.#uses);
    return this.#place;
  }
}

/** Statuses that were met, so that a fuzz that is refused at the gate is not taken for one that passed. */
class Met {
  readonly #statuses = new Map<number, number>();

  add(status: number | undefined): void {
    if (status !== undefined) this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
  }

  expectAll(): void {
    for (const status of [200, 201, 204, 400, 403, 404, 405]) {
      expect([status, (this.#statuses.get(status) ?? 0) >= 50]).toEqual([status, true]);
    }
  }
}

const REFUSALS = [400, 401, 403, 404, 405, 409, 410, 412, 413, 414, 415, 429, 501];
const BODILESS = new Set(["GET", "HEAD"]);

type Given = Omit<Sent, "body"> & { readonly body: string | Uint8Array | undefined };

/** Sends it, holds the answer against what every answer is, and returns its status; `undefined` where no client can send it. */
async function held(place: Furnished, who: number, sent: Given): Promise<number | undefined> {
  const { world, contoso, callers } = place;
  const caller = callers[who % callers.length] ?? contoso.app("caller");
  const { token } = await contoso.credential({ as: caller }).getToken();
  const request = requestOf(place, sent, token, who % 7 === 0 ? "beta" : "v1.0");
  if (request === undefined) return undefined;
  const before = contoso.log.length;
  const response = await world.fetch(request);
  const text = await response.text();
  if (response.status < 300) return response.status;
  expect(REFUSALS).toContain(response.status);
  const { error } = JSON.parse(text) as { error: Record<string, unknown> };
  expect(error).toEqual({
    code: expect.stringMatching(/./),
    message: expect.stringMatching(/./),
    innerError: expect.objectContaining({ "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) }),
  });
  expect(contoso.log.length).toBe(before);
  return response.status;
}

function requestOf(
  place: Furnished,
  { method, path, headers, body }: Given,
  token: string,
  version: string,
): Request | undefined {
  try {
    return new Request(`https://graph.microsoft.com/${version}${pathOf(place, path)}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(body !== undefined && !BODILESS.has(method) && { body: body as BodyInit }),
    });
  } catch {
    return undefined;
  }
}

function pathOf({ ids }: Furnished, path: string): string {
  return path.replaceAll(/%(\w+)%/g, (all, name: string) => ids[name] ?? all);
}

function textOf(place: Furnished, body: unknown): string | undefined {
  return body === undefined ? undefined : pathOf(place, JSON.stringify(body));
}

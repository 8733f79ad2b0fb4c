import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, changed, changes } from "./bytes.ts";
import { type Furnished, furnished } from "./furnished.ts";
import { nonsense, sound } from "./nonsense.ts";
import type { Sent } from "./real-requests.ts";
import { expectWhole } from "./whole-state.ts";
import { MOST_WORK_MS, workOf } from "./work-of.ts";

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
        const place = await office.open();
        met.add(await held(place, who, { ...sent, body: textOf(place, sent.body) }));
      }),
      { numRuns: MADE_UP, seed: 6 },
    );
    met.expectAll();
    await office.close();
  });

  test("holds for forty thousand real requests with bytes changed, lost and doubled in path, body, method or a header", {
    timeout: 900_000,
  }, async () => {
    const met = new Met();
    const office = new Office();
    await fc.assert(
      fc.asyncProperty(sound, changes, where, fc.nat(), async (sent, made, at, who) => {
        const place = await office.open();
        const whole = { ...sent, body: textOf(place, sent.body) };
        met.add(await held(place, who, SPOILING[at]({ ...whole, path: pathOf(place, sent.path) }, made)));
      }),
      { numRuns: SPOILT, seed: 7 },
    );
    met.expectAll();
    await office.close();
  });
});

type Given = Omit<Sent, "body"> & { readonly body: string | Uint8Array | undefined };

/** Where bytes are changed: twice as often where there is more to read wrong. */
const where = fc.constantFrom("path", "path", "body", "body", "method", "header");

const SPOILING = {
  path: (sent: Given, made: readonly Change[]) => ({ ...sent, path: spoilt(sent.path, made) }),
  body: ({ body, ...sent }: Given, made: readonly Change[]) =>
    typeof body === "string"
      ? { ...sent, body: changed(Buffer.from(body), made) }
      : { ...sent, body, path: spoilt(sent.path, made) },
  method: (sent: Given, made: readonly Change[]) => ({ ...sent, method: spoilt(sent.method, made) }),
  header(sent: Given, made: readonly Change[]) {
    const all = { ...ORDINARY, ...sent.headers };
    const names = Object.keys(all);
    const name = names[(made[0]?.at ?? 0) % names.length] ?? "accept";
    return { ...sent, headers: { ...all, [name]: spoilt(all[name] ?? "", made) } };
  },
} satisfies Readonly<Record<string, (sent: Given, made: readonly Change[]) => Given>>;

/** What clients send along. */
const ORDINARY: Readonly<Record<string, string>> = {
  ...{ accept: "application/json", "content-type": "application/json", prefer: "return=representation" },
  "client-request-id": "9f2b1c9e-3c1d-4d0e-8f5b-2a1b3c4d5e6f",
  ...{ "if-match": "*", "odata-version": "4.0", authorization: "Bearer %token%" },
};

function spoilt(text: string, made: readonly Change[]): string {
  return Buffer.from(changed(Buffer.from(text), made)).toString("latin1");
}

/** A directory that is opened anew from time to time: what is sent takes it apart. What is left of it is whole. */
class Office {
  #place = furnished(0);
  #elsewhere = this.#place.fabrikam.log.length;
  #uses = 0;

  async open(): Promise<Furnished> {
    if (++this.#uses % 100 === 0) {
      await this.close();
      this.#place = furnished(this.#uses);
      this.#elsewhere = this.#place.fabrikam.log.length;
    }
    return this.#place;
  }

  /** Looks at every tenant: that of the callers is whole, and the other is as it was. */
  async close(): Promise<void> {
    const { world, contoso, fabrikam, auditor } = this.#place;
    expect(world.tenants).toEqual([contoso, fabrikam]);
    expect(fabrikam.log.length).toBe(this.#elsewhere);
    await expectWhole(world, contoso, auditor);
    await expectWhole(world, fabrikam, fabrikam.app("auditor"));
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

/** Sends it, holds the answer against what every answer is, and returns its status; `undefined` where no client can send it. */
async function held(place: Furnished, who: number, sent: Given): Promise<number | undefined> {
  const { world, contoso, callers } = place;
  const caller = callers[who % callers.length] ?? contoso.app("caller");
  const { token } = await contoso.credential({ as: caller }).getToken();
  const request = requestOf(place, sent, token, who % 7 === 0 ? "beta" : "v1.0");
  if (request === undefined) return undefined;
  const [before, since] = [contoso.log.length, world.clock.now()];
  const [response, ms] = await workOf(() => world.fetch(request));
  const text = await response.text();
  expect([sent, ms < MOST_WORK_MS, world.clock.now()]).toEqual([sent, true, since]);
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
      headers: Object.fromEntries(
        Object.entries({
          authorization: "Bearer %token%",
          "content-type": "application/json",
          ...headers,
        }).map(([name, value]) => [name, value.replace("%token%", token)]),
      ),
      ...(body !== undefined && !BODILESS.has(method.toUpperCase()) && { body: body as BodyInit }),
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

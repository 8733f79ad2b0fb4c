import { METER_HEADERS, type Meter } from "./throttle/meter.ts";

/** What the headers of an answer are made of; looked up by few, so made when they are. */
export interface HeaderSource {
  readonly requestId: () => string;
  readonly clientRequestId: () => string;
  /** The service's own time, to the second. */
  readonly date: () => string;
  /** Which instance answered, as the service's own diagnostics name it. */
  readonly diagnostics: () => string;
  /** What the body is; `undefined` where there is none. */
  readonly contentType: string | undefined;
  /** Where to go instead, if anywhere. */
  readonly location: string | undefined;
  /** What the request cost; `undefined` where no service was asked. */
  readonly meter: Meter | undefined;
}

const NAMES = [
  "content-type",
  "location",
  "date",
  "request-id",
  "client-request-id",
  "x-ms-ags-diagnostic",
  ...METER_HEADERS,
];

/** The headers of an answer. Names have no case. */
export class AnswerHeaders {
  readonly #source: HeaderSource;

  constructor(source: HeaderSource) {
    this.#source = source;
  }

  get(name: string): string | null {
    const lowerCase = name.toLowerCase();
    switch (lowerCase) {
      case "content-type":
        return this.#source.contentType ?? null;
      case "location":
        return this.#source.location ?? null;
      case "date":
        return this.#source.date();
      case "request-id":
        return this.#source.requestId();
      case "client-request-id":
        return this.#source.clientRequestId();
      case "x-ms-ags-diagnostic":
        return this.#source.diagnostics();
      default:
        return this.#source.meter?.header(lowerCase) ?? null;
    }
  }

  *entries(): Generator<readonly [string, string]> {
    for (const name of NAMES) {
      const value = this.get(name);
      if (value !== null) yield [name, value];
    }
  }
}

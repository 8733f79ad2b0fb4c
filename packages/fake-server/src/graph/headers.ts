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
  /** Whether it carries data, of OData's kind. */
  readonly isData: boolean;
  /** Where to go instead, or where to find what was made. */
  readonly location: () => string | undefined;
  /** What the request cost; `undefined` where no service was asked. */
  readonly meter: Meter | undefined;
}

const NAMES = [
  "content-type",
  "odata-version",
  "cache-control",
  "location",
  "date",
  "request-id",
  "client-request-id",
  "x-ms-ags-diagnostic",
  ...METER_HEADERS,
];

/**
 * The headers of an answer. Names have no case. `Strict-Transport-Security` is left out on purpose: a browser would keep it
 * for every other server of the own machine.
 */
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
        return this.#source.location() ?? null;
      case "odata-version":
        return this.#source.isData ? "4.0" : null;
      case "cache-control":
        return "no-cache";
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

  entries(): readonly (readonly [string, string])[] {
    const pairs: (readonly [string, string])[] = [];
    for (const name of NAMES) {
      const value = this.get(name);
      if (value !== null) pairs.push([name, value]);
    }
    return pairs;
  }
}

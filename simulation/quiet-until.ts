import type { WireResponse } from "@vestibule/sdk/wire";

/** Until when a response asks to be left alone. A reading of its own, so that it checks the client's. */
export function quietUntil({ headers }: WireResponse, now: number): number | undefined {
  const milliseconds = headers.get("retry-after-ms") ?? headers.get("x-ms-retry-after-ms");
  if (milliseconds !== null) return now + Number.parseFloat(milliseconds);
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  if (/^[0-9.]+$/.test(value)) return now + Number.parseFloat(value) * 1_000;
  const instant = Date.parse(value.includes("GMT") ? value : `${value} GMT`);
  if (Number.isNaN(instant)) return undefined;
  // The service means its own clock, which dates its answers to the second.
  const serviceTime = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(serviceTime) ? instant : now + (instant - serviceTime) - 1_000;
}

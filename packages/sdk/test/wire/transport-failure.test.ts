import { TransportFailure } from "@vestibule/sdk/wire";
import { expect, test } from "vitest";

test("a transport's failure is known whichever copy of the package it comes from", () => {
  const foreign = Object.defineProperty(new Error("x"), Symbol.for("vestibule.TransportFailure"), {
    value: true,
  });
  expect(foreign).toBeInstanceOf(TransportFailure);
  expect(new Error("x")).not.toBeInstanceOf(TransportFailure);
});

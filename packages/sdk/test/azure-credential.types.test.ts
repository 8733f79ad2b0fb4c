import type { TokenCredential as AzureTokenCredential } from "@azure/core-auth";
import type { Credential } from "@vestibule/sdk";
import { expectTypeOf, test } from "vitest";

test("every credential of @azure/identity is a credential here", () => {
  expectTypeOf<AzureTokenCredential>().toExtend<Credential>();
});

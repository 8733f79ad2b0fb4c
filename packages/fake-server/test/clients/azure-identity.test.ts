import { test } from "vitest";
import { takesTheWay } from "./ways.ts";

test.each(["https", "the proxy", "register"] as const)(
  "@azure/identity invites, lists and waits in three clouds by %s",
  (way) => takesTheWay("azure-identity.ts", way),
);

import { test } from "vitest";
import { takesTheWay } from "./ways.ts";

test.each(["plain http", "https", "the proxy", "register"] as const)(
  "@microsoft/msgraph-sdk invites, lists and waits in three clouds by %s",
  (way) => takesTheWay("msgraph-sdk.ts", way),
);

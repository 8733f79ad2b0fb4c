import { test } from "vitest";
import { takesTheWay } from "./ways.ts";

test.each(["https", "the proxy", "register"] as const)(
  "@microsoft/microsoft-graph-client invites, lists and waits in three clouds by %s",
  (way) => takesTheWay("graph-client.ts", way),
);

import { clouds } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { transportConformance } from "@vestibule/sdk/testing";
import { describe, test } from "vitest";
import { smallDirectory } from "../small-directory.ts";

describe("the Graph transport", () => {
  for (const { title, check } of transportConformance) {
    test(title, async () => {
      const { fetch, guest } = smallDirectory();
      await check({ transport: graphTransport({ cloud: clouds.public, fetch }), guest });
    });
  }
});

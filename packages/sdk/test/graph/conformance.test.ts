import { clouds } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { transportConformance } from "@vestibule/sdk/testing";
import { describe, test } from "vitest";
import { smallDirectory } from "../small-directory.ts";

describe("the Graph transport", () => {
  for (const { title, check } of transportConformance) {
    // biome-ignore lint/suspicious/noMisplacedAssertion: the check itself throws where the promise is not kept
    test(title, async () => {
      const { fetch, guest } = smallDirectory();
      await check({ transport: graphTransport({ cloud: clouds.public, fetch }), guest });
    });
  }
});

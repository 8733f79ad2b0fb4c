import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

/** A project of an application's, but that it reads the package's sources. */
export default defineConfig({
  ssr: { resolve: { conditions: ["@vestibule/source", ...defaultServerConditions] } },
  test: { include: ["*.case.ts"], reporters: ["default"] },
});

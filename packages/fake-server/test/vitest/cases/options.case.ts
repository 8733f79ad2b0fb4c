import { entraTest } from "@vestibule/fake-server/vitest";

entraTest({ scenario: "one-tenant", realsim: "documented" } as object);

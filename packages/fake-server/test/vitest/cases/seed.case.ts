import { entraTest } from "@vestibule/fake-server/vitest";

entraTest({ seed: 1 })("tells its seed", ({ entra }) => {
  console.info(`seed ${JSON.stringify(entra.seed)}`);
});

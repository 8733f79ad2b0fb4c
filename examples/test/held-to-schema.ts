import { checkEveryWorld } from "@vestibule/fake-server/schema-check";

// Loaded before an example: what passes against the published schema is told on the error output.
checkEveryWorld(({ request, side, path, says }) => {
  console.error(`against the published schema: ${request}, ${side} ${path}: ${says}`);
});

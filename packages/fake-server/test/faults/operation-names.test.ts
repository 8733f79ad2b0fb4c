import { describe, expect, test } from "vitest";
import { isOperationName, methodOf, operationName } from "../../src/faults/operation-name.ts";
import { routes } from "../../src/graph/routes/index.ts";

const OPERATIONS = routes.flatMap(({ path, methods }) =>
  Object.keys(methods).map((method) => [method, path.replaceAll(/\{\w+\}/g, "{id}")] as const),
);

describe("every operation of Graph", () => {
  test.each(OPERATIONS)(
    "can be named in a rule, by what a request for it is called: %s %s",
    (method, path) => {
      const name = operationName({
        method,
        path: path.replaceAll("{id}", "6c1b2a4d-0000-4000-8000-000000000001"),
      });
      expect(isOperationName(name)).toBe(true);
      expect(methodOf(name)).toBe(method);
    },
  );

  test("keeps its name where a function is called with parentheses", () => {
    for (const name of ["GET /users/delta", "GET /groups/microsoft.graph.delta"]) {
      const [method = "", path = ""] = name.split(" ");
      expect([operationName({ method, path: `${path}()` }), operationName({ method, path })]).toEqual([
        name,
        name,
      ]);
    }
  });

  test("has a name that tells it from all others", () => {
    const names = OPERATIONS.map(([method, path]) =>
      operationName({ method, path: path.replaceAll("{id}", "6c1b2a4d-0000-4000-8000-000000000001") }),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { mutantsOf } from "../schema/mutants.ts";
import { CLOUDS } from "../schema/sweep.ts";
import { visitEverything } from "../schema/visit.ts";
import { openRaw, refusalOf } from "./raw-calls.ts";

describe("a body that the schema forbids", () => {
  test.each(CLOUDS)(
    "is refused with 400 wherever it is sent in %s, and nothing is written",
    async (cloud) => {
      const sweep = await visitEverything(cloud);
      const { contoso, all } = sweep;
      const writes = all.filter(
        ({ body, answer, template }) => body !== undefined && answer.status < 300 && template !== "/$batch",
      );
      const before = contoso.log.length;
      const carriedOut: string[] = [];
      let count = 0;
      for (const { method, template, path, version, body } of writes) {
        for (const mutant of mutantsOf(body)) {
          const answer = await sweep.send({ method, template, path, version, query: {}, body: mutant.body });
          count++;
          if (answer.status !== 400)
            carriedOut.push(`${method} ${template}: ${mutant.what}: ${answer.status}`);
        }
      }
      expect(carriedOut).toEqual([]);
      expect(count).toBeGreaterThan(150);
      expect(contoso.log.length).toBe(before);
    },
  );

  test.each<readonly [string, unknown, string]>([
    [
      "a number for a text",
      { department: 7 },
      "Cannot convert the literal '7' to the expected type 'Edm.String'.",
    ],
    [
      "a text for a truth",
      { accountEnabled: "true" },
      "Cannot convert the literal 'true' to the expected type 'Edm.Boolean'.",
    ],
    ["an object for a text", { city: {} }, "A 'PrimitiveValue' node was expected."],
    ["a text for a list", { otherMails: "a@b.example" }, "the type 'Collection(Edm.String)'"],
    ["null in a list", { otherMails: [null] }, "does not allow null values."],
    ["a text for an object", { passwordProfile: "x" }, "A 'StartObject' node was expected."],
    [
      "a property that there is not",
      { colour: "red" },
      "The property 'colour' does not exist on type 'microsoft.graph.user'.",
    ],
    [
      "one within an object",
      { passwordProfile: { pasword: "x" } },
      "on type 'microsoft.graph.passwordProfile'.",
    ],
    ["one that binds to nothing", { "boss@odata.bind": "x" }, "The property 'boss' does not exist"],
  ])("is told what is wrong with %s", async (_, body, text) => {
    const { contoso, ask } = openRaw();
    const [status, code, message] = refusalOf(
      await ask("PATCH", `/users/${contoso.user("ada").id}`, { body }),
    );
    expect([status, code, message]).toEqual([400, "Request_BadRequest", expect.stringContaining(text)]);
  });

  test("is refused before anybody asks whether there is what it is about", async () => {
    const { ask } = openRaw();
    expect((await ask("PATCH", "/users/nobody@contoso.example", { body: { city: 7 } })).status).toBe(400);
    expect((await ask("PATCH", "/users/nobody@contoso.example", { body: { city: "x" } })).status).toBe(404);
  });

  test("may spell the members of enumerations as it likes", async () => {
    const { ask } = openRaw();
    const change = (allowInvitesFrom: string) =>
      ask("PATCH", "/policies/authorizationPolicy", { body: { allowInvitesFrom } });
    expect((await change("EVERYONE")).status).toBe(204);
    expect((await change("anybody")).status).toBe(400);
  });
});

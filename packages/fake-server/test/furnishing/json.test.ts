import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../src/furnishing/index.ts";
import { jsonBreak } from "../../src/furnishing/json-break.ts";

describe("JSON that somebody has written", () => {
  test.each<[string, string, string]>([
    ["nothing", "", "it ends at line 1, column 1, where there has to be a value"],
    ["a word", '{ "effect": trottled }', "at line 1, column 13 there has to be a value"],
    [
      "a name without quotes",
      "{ effect: 1 }",
      'at line 1, column 3 there has to be a name in double quotes or "}"',
    ],
    ["no colon", '[{ "a": 1 }\n, {"b" 2}]', 'at line 2, column 8 there has to be ":"'],
    ["no comma", '{ "a": 1\n  "b": 2 }', 'at line 2, column 3 there has to be "," or "}"'],
    ["a comma too many", '{ "a": [1, ] }', "at line 1, column 12 there has to be a value"],
    ["a name that is missing", '{ "a": 1, }', "at line 1, column 11 there has to be a name in double quotes"],
    ["an end too early", '[\n  {"a": 1},\n', "it ends at line 3, column 1, where there has to be a value"],
    ["a list that stays open", "[1, 2", 'it ends at line 1, column 6, where there has to be "," or "]"'],
    ["a list without its end", "[ 7 }", 'at line 1, column 5 there has to be "," or "]"'],
    ["more than a value", "{} {}", "at line 1, column 4 there has to be nothing more"],
    [
      "a text that stays open",
      '{\r\n\t"a": "b }',
      'at line 2, column 7 there has to be a text that ends with "',
    ],
    ["an escape that there is none of", '["\\q"]', "at line 1, column 2 there has to be a text"],
    ["a number that is none", "[01]", 'at line 1, column 3 there has to be "," or "]"'],
  ])("is refused with the place where it breaks, and what is wanted there: %s", (_, text, says) => {
    expect(() => readJson(text)).toThrow(TypeError);
    expect(() => readJson(text)).toThrow(`it is no JSON: ${says}`);
  });

  test.each([
    ["a secret", '{ "secret": "hunter2" hunter2 }', "hunter2"],
    ["what a terminal obeys", '{ "a": \u001b[31m\u009b\u202e }', "\u001b"],
  ])("is refused without a piece of it: %s", (_, text, secret) => {
    expect(() => readJson(text)).toThrow(/^it is no JSON: [ -~]+$/);
    expect(() => readJson(text)).not.toThrow(secret);
  });

  test("breaks nowhere, however deep, where the engine reads it, and somewhere where it does not", () => {
    const isRead = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const sign = fc.constantFrom(...'{}[]:,"\\ \n01.-+eEtruefalsn\t', "\u0000", "é", "\u2028");
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.json(), place, sign, (json, where, put) => {
        const at = Math.floor(where * json.length);
        for (const text of [json, json.slice(0, at), json.slice(0, at) + put + json.slice(at)]) {
          expect(jsonBreak(text) === undefined).toBe(isRead(text));
        }
      }),
      { numRuns: 2_000 },
    );
    expect(jsonBreak("[".repeat(100_000) + "]".repeat(100_000))).toBeUndefined();
  });
});

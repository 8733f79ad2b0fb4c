import { describe, expect, test } from "vitest";
import { project, QueryRefused, readSelect, userModel } from "../../src/odata/index.ts";

describe("a selection", () => {
  test("reads just what was asked for, in the model's spelling; an absent property is null", () => {
    const select = readSelect(userModel, "ID, displayname,mail,id");
    expect(select).toEqual(["id", "displayName", "mail"]);
    expect(project({ id: "1", mail: "a@b.example", secret: true }, select)).toEqual({
      id: "1",
      displayName: null,
      mail: "a@b.example",
    });
    expect(readSelect(userModel, undefined)).toBe(userModel.defaultSelect);
    expect(() => readSelect(userModel, "id,shoeSize")).toThrow(QueryRefused);
    expect(() => readSelect(userModel, "id,,mail")).toThrow(QueryRefused);
  });
});

import { limits } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";

describe("the catalogue of limits", () => {
  const all = Object.entries(limits);

  test("knows what the article names: the directories that a user can create, and belong to", () => {
    expect(limits["tenants-created-by-user"].value).toBe(200);
    expect(limits["tenants-per-user"].value).toBe(500);
  });

  test.each(all)("%s has a value, a page and a day, and says what happens", (id, limit) => {
    expect(limit.id).toBe(id);
    expect(Number.isInteger(limit.value) && limit.value > 0).toBe(true);
    expect(URL.parse(limit.source)?.protocol).toBe("https:");
    expect(new Date(limit.asOf).toISOString().slice(0, 10)).toBe(limit.asOf);
    expect(limit.unit).not.toBe("");
    expect(limit.whenReached).not.toBe("");
  });

  test.each(all)(
    "%s has an error exactly where the service enforces it, and then something to do",
    (_, limit) => {
      expect(limit.error === null).toBe(limit.enforcedBy === "documented-only");
      if (limit.enforcedBy === "service") expect(limit.remedies.length).toBeGreaterThan(0);
    },
  );
});

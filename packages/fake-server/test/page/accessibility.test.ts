import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { describeInBrowser, openPage, picture, step, view } from "./open-page.ts";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What a checker of accessibility finds wrong with the page as it is. */
async function barriers(page: Page): Promise<readonly string[]> {
  // The page's own policy lets no script in but its own: the checker comes from outside, as a browser's tools do.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

describeInBrowser("the page", (browser) => {
  test("can be gone through by keyboard alone", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, invite } = opened;
    await invite("ada@nowhere.example");
    await page.getByRole("link", { name: "ada@nowhere.example" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Accept the invitation" }).focus();
    await page.keyboard.press("Enter");
    await step(page, "passcode-request");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe("Redeem");
    await page.getByRole("button", { name: "Send the code" }).focus();
    await page.keyboard.press("Enter");
    await step(page, "passcode");
    expect(await focused()).toBe("Enter the code");
  });

  describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
    test.each(["Inbox", "Redeem", "Directory", "Timeline", "Requests", "Faults", "Clock"])(
      "%s puts no barrier in anybody's way",
      async (name) => {
        await using opened = await openPage(browser(), { scenario: "one-tenant", realism: "documented" });
        const { page, invite, contoso } = opened;
        await page.emulateMedia({ colorScheme });
        contoso.faults.add({ match: { nth: 2 }, effect: "throttled", forMs: 10 });
        contoso.readers[0]?.hold();
        await invite("ada@fabrikam.example");
        await invite("eve@fabrikam.example");
        await view(page, name);
        await page.getByRole("heading", { level: 1, name }).waitFor();
        if (name === "Inbox") await page.getByRole("link", { name: "ada@fabrikam.example" }).click();
        await page.waitForLoadState("networkidle");
        await picture(page, `${name.toLowerCase()}-${colorScheme}`);
        expect(await barriers(page)).toEqual([]);
      },
    );
  });

  test("is read by nobody but whoever opens it here", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const response = await fetch(`${opened.server.origin}/_fake/page`);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(await response.text()).not.toMatch(/https?:\/\//);
  });
});

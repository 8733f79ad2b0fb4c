import { administer } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { expect, test } from "vitest";
import { button, describeInBrowser, openPage, picture, view } from "./open-page.ts";

describeInBrowser("the page", (browser) => {
  test("shows an instance that lags, what is not there yet, and that it catches up", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant", realism: "documented" });
    const { page, invite, contoso, faults } = opened;
    for (const reader of contoso.readers) reader.hold();
    await invite("ada@fabrikam.example");
    const behind = contoso.readers.find(({ applied }) => applied < contoso.log.length);
    const name = behind?.name ?? "";
    await view(page, "Directory");
    await button(page, `Look from here ${name}`);
    const row = page.getByRole("row", { name: /^ada user/ });
    await row.getByText("not there yet").waitFor();
    await picture(page, "directory-behind");
    await button(page, `Release ${name}`);
    await view(page, "Clock");
    for (const reader of contoso.readers) reader.release();
    await button(page, "Until no instance lags");
    await view(page, "Directory");
    await button(page, `Look from here ${name}`);
    await row.getByText("as known now").waitFor();
    expect(faults).toEqual([]);
  });

  test("goes back over the log with the slider", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, invite, contoso } = opened;
    await invite("ada@fabrikam.example");
    await invite("eve@fabrikam.example");
    await view(page, "Directory");
    await page
      .getByRole("row", { name: /^eve user/ })
      .getByText("as known now")
      .waitFor();
    const eve = contoso.log.findLast(({ operation }) => operation === "invitations.create")?.lsn ?? 0;
    await page.getByLabel("As it was after commit").fill(String(eve - 1));
    await page
      .getByRole("row", { name: /^eve user/ })
      .getByText("not there yet")
      .waitFor();
    await page
      .getByRole("row", { name: /^ada user/ })
      .getByText("as known now")
      .waitFor();
    await page.getByRole("button", { name: "eve", exact: true }).click();
    await page.getByRole("row", { name: "mail – eve@fabrikam.example", exact: true }).waitFor();
    await picture(page, "directory-slider");
  });

  test("lets something go wrong, and shows it with the request in the timeline", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant", realism: "documented" });
    const { page, invite, world } = opened;
    await view(page, "Faults");
    await page.getByLabel("What goes wrong").selectOption("throttled");
    await page.getByLabel("With which operation").fill("invitations.create");
    await button(page, "Let it go wrong");
    await page.getByText("throttled will happen in public/contoso.").waitFor();
    await page.getByRole("row", { name: "throttled operation invitations.create 1", exact: true }).waitFor();
    await picture(page, "faults-armed");
    await page.getByLabel("How often").fill("0");
    await page.getByText("throttled will happen").waitFor({ state: "detached" });
    await invite("ada@fabrikam.example");
    expect(world.tenants[0]?.faults.fired).toMatchObject([{ effect: "throttled" }]);
    await page.getByRole("row", { name: /invitations\.create throttled/ }).waitFor();
    await page.getByText("Nothing is to go wrong.").waitFor();
    await picture(page, "faults");
    await view(page, "Timeline");
    await page.getByText(/app\/inviter invitations\.create → 429: throttled/).waitFor({ state: "attached" });
    await picture(page, "timeline");
    await view(page, "Requests");
    await page.getByText("fault: throttled").waitFor();
    await picture(page, "requests");
  });

  test("says which operation cannot be meant, and lets nothing go wrong then", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, contoso, invite } = opened;
    await view(page, "Faults");
    await page.getByLabel("With which operation").fill("invitations.make");
    await button(page, "Let it go wrong");
    await page.getByRole("alert").getByText("invitations.make").waitFor();
    await invite("ada@fabrikam.example");
    expect(contoso.faults.fired).toEqual([]);
  });

  test("moves time on, remembers a moment, and goes back to it", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, world, invite } = opened;
    const before = world.clock.now();
    await view(page, "Clock");
    await button(page, "1 hour");
    await expect.poll(() => world.clock.now() - before).toBe(3_600_000);
    await button(page, "Remember this moment");
    await page.getByRole("button", { name: "Back to mark-1" }).waitFor();
    await invite("ada@fabrikam.example");
    await button(page, "Back to mark-1");
    await view(page, "Inbox");
    await page.getByText("No mail has been sent.").waitFor();
    expect(world.tenants[0]?.mails).toEqual([]);
  });

  test("says so when the fake has gone, and goes on by itself once it is back", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, server, world, invite } = opened;
    await page.getByText("seed").waitFor();
    await server.close();
    await page.getByText("The fake does not answer any more.").waitFor();
    await view(page, "Requests");
    await page.getByText("The fake does not answer. Is it still running?").waitFor();
    await invite("ada@fabrikam.example");
    await using back = await listen(world, { admin: administer(world), port: server.port });
    expect(back.port).toBe(server.port);
    await page.getByText("/v1.0/invitations").waitFor();
  });

  test("says of an address that leads to no view that it does, with a way on", async () => {
    await using opened = await openPage(browser(), { scenario: "one-tenant" });
    const { page, server } = opened;
    await page.goto(`${server.origin}/_fake/page#/bogus`);
    await page.getByRole("heading", { name: "No such view" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "inbox" }).click();
    await page.getByRole("heading", { name: "Inbox" }).waitFor();
  });
});

/// <reference types="node" />
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { administer, createWorld, type WorldPlan } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { createB2BClient } from "@vestibule/sdk";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

/** Where Debian's package puts it; another can be named. */
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** Where pictures are kept for whoever wants to see what the tests saw. */
const PICTURES = "artifacts/page";

/** Without a browser these tests are left out, but where one is promised. */
const hasBrowser = existsSync(CHROMIUM) || process.env.NEEDS_CHROMIUM !== undefined;

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
    ],
  });
}

/** A world with an administered server, a client that invites into its first tenant, and the page in a browser. */
export async function openPage(browser: Browser, plan: WorldPlan) {
  const world = createWorld(plan);
  const server = await listen(world, { admin: administer(world) });
  const [contoso] = world.tenants;
  if (contoso === undefined) throw new Error("the scenario has no tenant");
  const b2b = createB2BClient({
    transport: contoso.transport({ as: contoso.app("inviter") }),
    clock: world.clock,
    random: world.random,
  });
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(`${server.origin}/_fake/page`);
  return {
    ...{ world, contoso, b2b, page, server, faults },
    invite: (address: string) =>
      b2b.invitations.create({
        invitedUserEmailAddress: address,
        invitedUserDisplayName: address.slice(0, address.indexOf("@")),
        inviteRedirectUrl,
        sendInvitationMessage: true,
      }),
    async [Symbol.asyncDispose]() {
      await context.close();
      await server.close();
    },
  };
}

/** Keeps a picture of what the page shows. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
export const view = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
export const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`).waitFor();

/** Opens the mail to somebody, and the link in it. */
export async function acceptFromInbox(page: Page, address: string): Promise<void> {
  await page.getByRole("link", { name: address }).click();
  await page.getByRole("link", { name: "Accept the invitation" }).click();
}

/** Tests with a browser, which is there before the first of them and gone after the last. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  describe.runIf(hasBrowser)(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());
    tests(() => browser as Browser);
  });
}

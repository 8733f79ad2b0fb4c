import * as z from "zod/mini";
import { type Check, takes } from "./check.ts";
import { address, app, name, tenant } from "./value.ts";

const may = z.optional;
const risk = may(z.enum(["none", "low", "medium", "high"]));

/** Names of platforms have no case. */
const PLATFORMS = ["windows", "macos", "ios", "android", "linux", "windowsphone"];

/** Where, with what and to what somebody signs in. */
const circumstances = {
  app: may(app),
  locationId: may(z.string()),
  platform: may(
    z.string().check(
      z.refine((text) => PLATFORMS.includes(text.toLowerCase()), {
        error: "has to be windows, macOS, iOS, android, linux or windowsPhone",
      }),
    ),
  ),
  clientAppType: may(z.enum(["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"])),
  device: may(z.strictObject({ isCompliant: may(z.boolean()), isHybridJoined: may(z.boolean()) })),
  homeCanDo: may(z.enum(["mfa", "passwordless", "phishing-resistant"])),
  isMfaRegistered: may(z.boolean()),
  signInRisk: risk,
  userRisk: risk,
};

export const checkSignIn: Check<{
  readonly to: unknown;
  readonly userId: unknown;
  readonly circumstances: unknown;
}> = takes("world.signIn", { to: tenant, userId: name, circumstances: z.strictObject(circumstances) });

const link = z.union([z.string(), z.object({ redeemUrl: z.string() })], {
  error: "has to be a redeem link, or a mail that has one in `redeemUrl`",
});
const answer = z.enum(["approve", "deny"]);

export const checkRedemption: Check<{ readonly link: unknown; readonly circumstances: unknown }> = takes(
  "world.redemption",
  { link, circumstances: z.strictObject(circumstances) },
);

export const checkRedeem: Check<{ readonly link: unknown; readonly answers: unknown }> = takes(
  "world.redeem",
  {
    link,
    answers: z.strictObject({
      ...circumstances,
      with: may(z.enum(["organisation", "federation", "google", "microsoft-account"])),
      as: may(address),
      passcode: may(z.string()),
      consent: may(z.boolean()),
      mfa: may(
        z.union([answer, z.strictObject({ home: may(answer), resource: may(answer) })], {
          error: 'has to be "approve" or "deny", or { home, resource } with one of these for each',
        }),
      ),
      terms: may(z.enum(["accept", "decline"])),
    }),
  },
);

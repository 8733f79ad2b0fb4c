import { createWorld, type Tenant, type World } from "@vestibule/fake-server";
import {
  type B2BClient,
  createB2BClient,
  type PreflightReport,
  type Reach,
  staticHomes,
  tenantPolicy,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { CHANGES, type Change } from "./changes.ts";

const address = "ada@fabrikam.example";
const invitationOf = (invitedUserEmailAddress: string) => ({ invitedUserEmailAddress, inviteRedirectUrl });
const homeMfa = "not-required";
const told = {
  permissions: ["User.Invite.All"],
  homeLetsOut: true,
  signIn: { homeMfa, appId: null },
} as const;
const SEEDS = 120;

interface Place {
  readonly world: World;
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  /** Judges by the directory's settings. */
  readonly b2b: B2BClient;
  /** Of the same application, and refuses nobody itself. */
  readonly plain: B2BClient;
  readonly adaId: string;
}

/** A directory whose instances lag, with a guest whom all of them know. */
async function open(seed: number, before: Change["before"]): Promise<Place> {
  const world = createWorld({ seed, realism: "documented" });
  const contoso = world.cloud("public").tenant("contoso");
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  fabrikam.user("ada", { mail: address });
  contoso.requireMfaForGuests();
  const tenant = { cloud: "public", tenantId: fabrikam.id };
  const boundary = {
    resolver: staticHomes({ "fabrikam.example": { kind: "tenant", tenant } }),
    policy: tenantPolicy,
  };
  const options = {
    ...{ transport: contoso.transport({ as: contoso.app("inviter") }) },
    ...{ clock: world.clock, random: world.random },
  };
  const b2b = createB2BClient({ ...options, boundary });
  const { invitedUser, inviteRedeemUrl } = await b2b.invitations.create(invitationOf(address));
  await world.clock.sleep(HOUR);
  world.redeem(inviteRedeemUrl ?? "");
  await before?.(b2b, { contoso, fabrikam, adaId: invitedUser.id });
  await world.clock.sleep(HOUR);
  return { world, contoso, fabrikam, b2b, plain: createB2BClient(options), adaId: invitedUser.id };
}

const HOUR = 3_600_000;

describe("after a change of its own, where instances lag, a client", () => {
  test.each(CHANGES)("that $name says nothing certain that is wrong", async (given) => {
    let certain = 0;
    const { invited = address } = given;
    const input = invitationOf(invited);
    for (let seed = 1; seed <= SEEDS; seed++) {
      const place = await changed(seed, given);
      const { verdict } = await place.b2b.preflight.invitation(input, told);
      const reach = await place.b2b.boundary.check(invited);
      const predicted = await predict(place);
      if (predicted !== "unknown") expect([seed, predicted]).toEqual([seed, signIn(place)]);
      const { ok } = await place.plain.invitations.create(input).safe();
      const said = { verdict: ok ? "clear" : "blocked", reachable: ok };
      expect([seed, { ...said, ...certainOf(verdict, reach) }]).toEqual([seed, said]);
      if (verdict !== "caution" && predicted !== "unknown") certain++;
    }
    // Where the answers show the change, it does say something certain.
    expect(certain).toBeGreaterThan(5);
  });

  test.each(CHANGES)("that $name refuses nobody itself whom the directory invites", async (given) => {
    const input = invitationOf(given.invited ?? address);
    for (let seed = 1; seed <= SEEDS; seed++) {
      const place = await changed(seed, given);
      const own = await place.b2b.invitations.create(input).safe();
      const isRefusedHere = !own.ok && own.error.is("cloud-boundary") && own.error.outcome === "not-sent";
      if (isRefusedHere) {
        const { ok } = await place.plain.invitations.create(input).safe();
        expect([seed, ok]).toEqual([seed, false]);
      }
    }
  });
});

/** So long after the change, in milliseconds: at once, or within the two minutes in which an instance may lag. */
function waitOf(seed: number): number {
  return (seed % 6) * 4_000;
}

async function changed(seed: number, { before, change }: Change): Promise<Place> {
  const place = await open(seed, before);
  await change(place.b2b, place);
  await place.world.clock.sleep(waitOf(seed));
  return place;
}

/** What was said for certain. That somebody cannot be reached is; that they can be says nothing of the domain, or of the account. */
function certainOf(verdict: PreflightReport["verdict"], { reachable }: Reach) {
  return {
    ...(verdict !== "caution" && { verdict }),
    ...(reachable === false && { reachable }),
  };
}

async function predict({ b2b, fabrikam, adaId }: Place) {
  const question = {
    homeTenantId: fabrikam.id,
    homeCloud: "public",
    homeMfa: "not-required",
    guest: { id: adaId },
    appId: null,
  } as const;
  return (await b2b.signIn.predict(question)).outcome;
}

function signIn({ world, contoso, adaId }: Place) {
  const { allowed, challenges } = world.signIn(contoso, adaId);
  return allowed ? (["no-mfa", "mfa-once", "mfa-twice"] as const)[challenges.length] : "blocked";
}

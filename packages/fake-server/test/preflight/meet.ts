import type { World } from "@vestibule/fake-server";
import {
  type B2BClientOptions,
  type BoundaryOptions,
  bothSides,
  createB2BClient,
  type HomeResolver,
  type InvitationInput,
  type Middleware,
  type PreflightOptions,
  tenantPolicy,
} from "@vestibule/sdk";
import { PERSONAL_DOMAINS, PLAIN, shutsAllOut } from "../clouds/sides.ts";
import { inviteRedirectUrl } from "../open-client.ts";
import { areOlder, type Furnished, furnish } from "./furnish.ts";
import { enter } from "./mfa.ts";
import type { Situation } from "./situation.ts";

const PERSONAL: ReadonlySet<string> = new Set(PERSONAL_DOMAINS);

/** All that lets a token invite and reset. */
const EVERYTHING = ["User.Invite.All", "User.ReadWrite.All"];

/** What is foreseen of a situation in a tenant of its own, and what the invitation is then answered. */
export async function meet(world: World, n: number, given: Situation) {
  const furnished = await furnish(world, n, given);
  const { contoso, caller, address, invitedUser } = furnished;
  const common: B2BClientOptions = {
    ...{ transport: contoso.transport(caller), clock: world.clock, ...PLAIN },
  };
  const boundary = boundaryOf(given, furnished);
  const knowing = { ...common, ...(boundary && { boundary }) };
  const inviting = createB2BClient(knowing);
  const asking =
    given.forbidden.length === 0
      ? inviting
      : createB2BClient({ ...knowing, useAttempt: [forbidding(given.forbidden)] });
  const input: InvitationInput = {
    ...{ invitedUserEmailAddress: address, inviteRedirectUrl, invitedUserType: given.invitedAs },
    ...(invitedUser && { invitedUser, resetRedemption: true }),
  };
  const report = await asking.preflight.invitation(input, told(given));
  const answer = await inviting.invitations.create(input).safe();
  // What the client refuses by itself, the service refuses as well.
  const isJust =
    answer.ok ||
    answer.error.outcome !== "not-sent" ||
    !(await createB2BClient(common).invitations.create(input).safe()).ok;
  const entered = answer.ok ? enter(world, contoso, answer.value) : undefined;
  return { report, answer, address, isJust, entered };
}

function told(given: Situation): PreflightOptions {
  const { isToldPermissions, permissions, knows, domain, homeMfa } = given;
  return {
    ...(isToldPermissions && { permissions: permissions ?? EVERYTHING }),
    ...(knows === "told" && domain === "theirs" && { homeLetsOut: letsOut(given) }),
    ...(homeMfa && { signIn: { homeMfa } }),
  };
}

/** Whether the guest's organisation lets its people go, as its administrator would say. */
function letsOut({ pair: [here, there], theirs, worker }: Situation): boolean {
  const isAcross = new Set([here, there].map((cloud) => cloud.slice(0, 5))).size > 1;
  if (isAcross && (!theirs.opensCloud || theirs.entry === "none" || worker === "disabled")) return false;
  return !shutsAllOut(theirs);
}

function boundaryOf(
  given: Situation,
  { contoso, fabrikam, otherSide }: Furnished,
): BoundaryOptions | undefined {
  const { knows, pair, knowsOwn } = given;
  if (knows === "nothing") return undefined;
  const older = areOlder(given);
  const region = (isOlder: boolean) => (isOlder ? { regionScope: "USG" } : {});
  const [own, other] = [
    { cloud: pair[0], tenantId: contoso.id, ...region(older.ours) },
    { cloud: pair[1], tenantId: fabrikam.id, ...region(older.theirs) },
  ];
  const resolver: HomeResolver = {
    async resolve(name) {
      if (PERSONAL.has(name)) return { kind: "consumer" };
      if (name.startsWith("nobody-")) return { kind: "unmanaged" };
      if (name === contoso.id) return knowsOwn ? { kind: "tenant", tenant: own } : { kind: "unknown" };
      return { kind: "tenant", tenant: name.startsWith("own-") ? own : other };
    },
  };
  const partnerSide = (tenantId: string) => (tenantId === fabrikam.id ? otherSide : undefined);
  const policy =
    knows === "both" ? bothSides(tenantPolicy, { tenantId: contoso.id, partnerSide }) : tenantPolicy;
  return { resolver, policy };
}

/** Answers some operations as the service does where a permission is lacking. */
function forbidding(operations: readonly string[]): Middleware {
  const error = {
    code: "Authorization_RequestDenied",
    message: "Insufficient privileges to complete the operation.",
  };
  return (next) => async (request) =>
    operations.includes(request.operation.id)
      ? { status: 403, headers: new Headers(), body: { error } }
      : next(request);
}

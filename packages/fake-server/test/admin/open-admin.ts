import { administer, createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { expect } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

export const ada = {
  invitedUserEmailAddress: "ada@fabrikam.example",
  inviteRedirectUrl,
  sendInvitationMessage: true,
};

/** A world that is administered by requests, with a clock of its own for real time. */
export function openAdmin(realism: "instant" | "documented" = "instant") {
  const world = createWorld({ seed: 4, realism, scenario: "one-tenant" });
  const contoso = world.cloud("public").tenant("contoso");
  const transport = contoso.transport({ as: contoso.app("inviter") });
  const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });
  const clock = new VirtualClock();
  const admin = administer(world, { clock });
  const ask = async (method: string, path: string, body?: unknown) => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await admin(new Request(`http://127.0.0.1${path}`, init));
    return { status: response?.status, body: response && ((await response.json()) as never) };
  };
  const get = async <T>(path: string) => (await ask("GET", path)).body as T;
  return { world, contoso, b2b, clock, admin, ask, get };
}

/** An answer that says this. */
export const problem = (message: string) => ({
  body: { error: { message: expect.stringContaining(message) as unknown } },
});

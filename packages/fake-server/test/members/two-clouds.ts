import { createWorld } from "@vestibule/fake-server";
import { type B2BClientOptions, createB2BClient, type MemberInput, staticHomes } from "@vestibule/sdk";
import { inviteRedirectUrl } from "../open-client.ts";

/** Somebody whose organisation is in China. */
export const li = { invitedUserEmailAddress: "li@corp.example", inviteRedirectUrl };
/** The account that would be made for them. */
export const member: MemberInput = {
  displayName: "Li (Corp)",
  userPrincipalName: "li@contoso.onmicrosoft.com",
  passwordProfile: { password: "Correct-Horse-7" },
};

/** Contoso in the public cloud; Li's organisation in China, and one more there. */
export function twoClouds(options: Partial<B2BClientOptions> = {}) {
  const world = createWorld();
  world.cloud("china").tenant("corp").domain("corp.example");
  world.cloud("china").tenant("other").domain("other.example");
  const contoso = world.cloud("public").tenant("contoso");
  const b2b = createB2BClient({
    transport: contoso.transport({ as: contoso.app("inviter") }),
    ...{ clock: world.clock, random: world.random },
    ...options,
  });
  const done = () =>
    contoso.log
      .map(({ operation }) => operation)
      .filter((operation) => /^(?:users|invitations)/.test(operation));
  return { world, contoso, b2b, done };
}

export type TwoClouds = ReturnType<typeof twoClouds>;

/** Knows where those of China are at home. */
export const resolver = staticHomes({ "corp.example": "china", "other.example": "china" });

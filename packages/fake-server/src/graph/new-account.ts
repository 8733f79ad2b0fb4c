import type { NewAccount } from "../directory/index.ts";
import { type Body, readBody, type Shape } from "./body.ts";
import { required } from "./written-properties.ts";

/** What an account cannot be made without. */
const REQUIRED = ["accountEnabled", "displayName", "mailNickname", "passwordProfile", "userPrincipalName"];
const PASSWORD: Shape = {
  password: "string",
  forceChangePasswordNextSignIn: "boolean?",
  forceChangePasswordNextSignInWithMfa: "boolean?",
};

/** Reads what an account is to be made of; the password stands apart, since it is not to be kept. */
export function readNewAccount(
  body: unknown,
  writable: Shape,
): { readonly account: NewAccount; readonly password: string } {
  const { passwordProfile, ...account } = readBody(body, "user", { ...writable, passwordProfile: "object" });
  const given: Body = { passwordProfile, ...account };
  for (const name of REQUIRED) {
    if (given[name] === undefined || given[name] === "") throw required(name, "User");
  }
  const { password } = readPassword(passwordProfile);
  if (typeof password !== "string" || password === "") throw required("password", "PasswordProfile");
  return { account: account as unknown as NewAccount, password };
}

/** Reads a new password, and when it has to be changed. */
export function readPassword(body: unknown): Body {
  return readBody(body, "passwordProfile", PASSWORD);
}

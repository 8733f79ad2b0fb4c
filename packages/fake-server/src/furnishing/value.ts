import * as z from "zod/mini";
import { readCertificate } from "../cryptography/index.ts";
import { shown } from "./check.ts";

/** A value that is taken where `accept` says so, and what it has to be; `type` is what it is in JSON. */
function such(accept: (value: unknown) => boolean, what: string, type?: "string" | "integer" | "number") {
  const schema = z.custom<unknown>(accept, {
    error: ({ input }) => `has to be ${what}, not ${shown(input)}`,
  });
  return type === undefined ? schema : schema.register(z.globalRegistry, { type, description: what });
}

export const name = such((value) => typeof value === "string" && value.trim() !== "", "a name", "string");

export const domain = such(
  (value) => typeof value === "string" && /^(?!-)[^\s@/.]+(?<!-)(?:\.(?!-)[^\s@/.]+(?<!-))+$/.test(value),
  "a domain, for example fabrikam.example",
  "string",
);

export const address = such(
  (value) => typeof value === "string" && /^[^\s@]+@[^\s@]+$/.test(value),
  "an address, for example ada@fabrikam.example",
  "string",
);

export const guid = such(
  (value) => typeof value === "string" && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
  "a GUID",
  "string",
);

export const count = such(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  "a whole number from 0",
  "integer",
);

export const milliseconds = such((value) => typeof value === "number", "a number of milliseconds", "number");

export const user = such(
  (value) => isOf(value, "user") && "userPrincipalName" in value,
  "a user, as tenant.user() gives it",
);

export const caller = such(
  (value) => isOf(value, "user") || isOf(value, "app"),
  "an application or a user, as tenant.app() and tenant.user() give them",
);

export const app = such((value) => isOf(value, "app"), "an application, as tenant.app() gives it");

export const tenant = such(
  (value) => typeof value === "object" && value !== null && "directory" in value && "faults" in value,
  "a tenant, as world.cloud().tenant() gives it",
);

/** What is refused is not shown: it may be a secret all the same. */
export const secret = z
  .custom<unknown>((value) => typeof value === "string" && value.length > 3, {
    error: "has to be a secret of four characters or more",
  })
  .register(z.globalRegistry, { type: "string", minLength: 4 });

/** What is refused is not shown: people mistake a private key for a certificate. */
export const certificate = z
  .custom<unknown>(
    (value) =>
      typeof value === "string" && !value.includes("PRIVATE KEY") && readCertificate(value) !== undefined,
    { error: "has to be a certificate with an RSA key, in PEM, without its private key" },
  )
  .register(z.globalRegistry, { type: "string", description: "a certificate in PEM" });

export const redirectUri = such(
  (value) => typeof value === "string" && URL.canParse(value) && !value.includes("#"),
  "an address without a fragment, for example https://app.example/signed-in",
  "string",
);

export const texts = z.array(z.string());

export const nullable = z.nullable(z.string());

function isOf(value: unknown, kind: string): value is object {
  return (
    typeof value === "object" && value !== null && "kind" in value && value.kind === kind && "id" in value
  );
}

import { addPassword, removePassword } from "../../directory/index.ts";
import { type Body, readBody, type Shape } from "../body.ts";
import type { Route } from "../router.ts";
import { required } from "../written-properties.ts";

const PASSWORD: Shape = {
  displayName: "string?",
  startDateTime: "string?",
  endDateTime: "string?",
  // Taken from whoever sends a whole credential, and made here all the same.
  ...{ customKeyIdentifier: "string?", hint: "string?", keyId: "string?", secretText: "string?" },
};

/** The secrets of applications. */
export const applicationPasswordRoutes: readonly Route[] = [
  {
    path: "/applications/{id}/addPassword",
    methods: {
      POST({ directory, access, request, keys }) {
        const { displayName, startDateTime, endDateTime } = readPasswordIn(request.body);
        const made = addPassword(directory, access, keys[0] ?? "", {
          displayName: textOf(displayName),
          startDateTime: textOf(startDateTime),
          endDateTime: textOf(endDateTime),
        });
        const context = `${request.origin}/${request.version}/$metadata#microsoft.graph.passwordCredential`;
        return { status: 200, body: { "@odata.context": context, ...made } };
      },
    },
  },
  {
    path: "/applications/{id}/removePassword",
    methods: {
      POST({ access, request, keys }) {
        const { keyId } = readBody(request.body, "application", { keyId: "string" });
        if (typeof keyId !== "string") throw required("keyId", "PasswordCredential");
        removePassword(access, keys[0] ?? "", keyId);
        return { status: 204 };
      },
    },
  },
];

/** Nothing has to be said of a secret. */
function readPasswordIn(body: unknown): Body {
  if (body === undefined) return {};
  const { passwordCredential } = readBody(body, "application", { passwordCredential: "object?" });
  return readBody(passwordCredential ?? {}, "passwordCredential", PASSWORD);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

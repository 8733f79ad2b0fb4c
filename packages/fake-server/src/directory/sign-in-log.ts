import type { View } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import type { SignInRecord } from "./sign-in-record.ts";
import type { Access } from "./users.ts";

/** The sign-in log as a view shows it, the newest line first. */
export function listSignIns(view: View<DirectoryObject>): readonly SignInRecord[] {
  return view
    .find("signInRecord")
    .filter((object) => object.kind === "signInRecord")
    .reverse();
}

export function getSignIn(access: Access, id: string): SignInRecord {
  const record = access.view.get(id.toLowerCase());
  if (record?.kind !== "signInRecord") throw new Refusal({ reason: "resource-not-found", id });
  return record;
}

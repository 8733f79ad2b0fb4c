import { callContext, type WireResponse } from "@vestibule/sdk/wire";
import { expect } from "vitest";
import { type Body, openRaw, valuesOf } from "./raw-calls.ts";

interface Round {
  readonly values: readonly Body[];
  /** The address to ask for what changes from now on. */
  readonly deltaLink: string;
  readonly pages: number;
}

/** A tenant whose changes are followed, with the words that make them. */
export function openDelta(realism: "instant" | "documented" = "instant", seed = 3) {
  const opened = openRaw("public", { realism, seed });
  const { send } = opened.contoso.transport({ as: opened.contoso.app("follower") });

  /** Asks for an address as it stands, or for a path. */
  const get = (address: string, prefer?: string): Promise<WireResponse> => {
    const url = new URL(address, "https://graph.microsoft.com/v1.0/");
    const [, , ...segments] = url.pathname.split("/");
    return send({
      operation: { id: "test", effect: "read" },
      method: "GET",
      version: "v1.0",
      target: { path: `/${segments.join("/")}`, query: Object.fromEntries(url.searchParams) },
      headers: prefer === undefined ? {} : { prefer },
      context: callContext(),
    });
  };

  /** Follows links to the end of a round. */
  const round = async (address: string, prefer?: string): Promise<Round> => {
    const values: Body[] = [];
    for (let [next, pages] = [address, 1]; ; pages++) {
      const answer = await get(next, prefer);
      expect(answer).toMatchObject({ status: 200 });
      values.push(...valuesOf(answer));
      const links = answer.body as Readonly<Record<string, string>>;
      const { "@odata.nextLink": nextLink, "@odata.deltaLink": deltaLink } = links;
      expect([nextLink, deltaLink].filter(Boolean)).toHaveLength(1);
      if (deltaLink !== undefined) return { values, deltaLink, pages };
      next = nextLink ?? "";
    }
  };

  const user = (name: string, more: Body = {}) =>
    opened.made("/users", {
      accountEnabled: true,
      displayName: name,
      mailNickname: name,
      passwordProfile: { password: "Kx7-quiet-harbour" },
      userPrincipalName: `${name}@contoso.onmicrosoft.com`,
      ...more,
    });
  const group = (mailNickname: string) =>
    opened.made("/groups", {
      displayName: mailNickname,
      mailEnabled: false,
      mailNickname,
      securityEnabled: true,
    });
  const change = async (...[method, path, more]: Parameters<typeof opened.ask>) =>
    expect((await opened.ask(method, path, more)).status).toBeLessThan(300);
  const add = (groupId: string, id: string, link = "members") =>
    change("POST", `/groups/${groupId}/${link}/$ref`, {
      body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
    });
  return { ...opened, get, round, user, group, change, add };
}

import { FILTER, GUESTS, PAGE, REDIRECT, SELECT, type Seen, type Surroundings } from "./surroundings.ts";

/** What an application does that has a library for its tokens alone, and speaks to Graph by fetch. */
export async function byHand({ graph }: Surroundings, token: () => Promise<string>): Promise<Seen> {
  const invited: string[] = [];
  for (const invitedUserEmailAddress of GUESTS) {
    const body = JSON.stringify({ invitedUserEmailAddress, inviteRedirectUrl: REDIRECT });
    const { invitedUser } = await sent(`${graph}/v1.0/invitations`, { method: "POST", body });
    invited.push(invitedUser.id);
  }
  const query = new URLSearchParams({ $filter: FILTER, $top: String(PAGE), $select: SELECT.join(",") });
  const pages: string[][] = [];
  for (let link: string | undefined = `${graph}/v1.0/users?${query}`; link !== undefined; ) {
    const page = (await sent(link)) as { value: { mail: string }[]; "@odata.nextLink"?: string };
    pages.push(page.value.map(({ mail }) => mail));
    link = page["@odata.nextLink"];
  }
  return { invited, pages };

  async function sent(url: string, init: RequestInit = {}) {
    for (;;) {
      const headers = { authorization: `Bearer ${await token()}`, "content-type": "application/json" };
      const response = await fetch(url, { ...init, headers });
      if (response.ok) return response.json();
      if (response.status !== 429) throw new Error(`${response.status} ${await response.text()}`);
      await new Promise((resolve) =>
        setTimeout(resolve, Number(response.headers.get("retry-after")) * 1_000),
      );
    }
  }
}

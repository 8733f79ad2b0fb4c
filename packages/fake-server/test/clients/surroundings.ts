/** What an application finds in its surroundings for one cloud; from the environment, as any other. */
export interface Surroundings {
  /** Where Graph is, without a version. */
  readonly graph: string;
  readonly login: string;
  /** What the token is for: the cloud's Graph by its own name, wherever it is. */
  readonly scope: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token, for where the login service cannot be reached as the client wants it. */
  readonly token: string;
  /** Whether the hosts are other than the clouds' own: clients have to be told to trust them. */
  readonly isElsewhere: boolean;
}

/** What an application has seen of it. */
export interface Seen {
  /** The object ids of the guests, in the order in which they were invited. */
  readonly invited: readonly string[];
  /** The guests' addresses, page by page. */
  readonly pages: readonly (readonly string[])[];
}

export const VARIABLE = "APPLICATION_SURROUNDINGS";
export const SELECT = ["id", "mail"];
export const FILTER = "userType eq 'Guest'";
export const PAGE = 2;

/** Whom every application invites. */
export const GUESTS = ["ada", "ben", "cleo", "dan", "eve"].map((name) => `${name}@fabrikam.example`);
export const REDIRECT = "https://app.contoso.example/";

/** Does the same in each cloud, all at once, and tells what was seen as one line of JSON. */
export async function inEveryCloud(application: (around: Surroundings) => Promise<Seen>): Promise<void> {
  const around = JSON.parse(process.env[VARIABLE] ?? "[]") as Surroundings[];
  process.stdout.write(JSON.stringify(await Promise.all(around.map(application))));
}

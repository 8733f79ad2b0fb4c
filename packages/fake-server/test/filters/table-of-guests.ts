/** Whether something works by default, as an advanced query alone, or never. */
export type Support = "default" | "advanced" | "never";

export interface FilterCase {
  readonly filter: string;
  readonly support: Support;
  /** What an error calls the property. */
  readonly property: string;
  /** What an error calls the operator. */
  readonly operator: string;
  readonly of: "users" | "deleted users";
}

/**
 * What Graph supports of each property of a user, as documented: `D` by default, `A` as an advanced query, `-` never.
 * In this order: eq, ne and not, in, startsWith, endsWith, ge and le, null.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries
 * @see https://learn.microsoft.com/graph/api/user-list
 */
const TABLE = `
  userType                                                    D A D - - - A
  externalUserState                                           D A D - - - -
  creationType                                                D A D - - - -
  mail                                                        D A D D A D A
  userPrincipalName                                           D A D D A D -
  otherMails[]                                                D A D D A - -
  proxyAddresses[]                                            D A D D A - -
  displayName givenName surname mailNickname                  D A D D - D A
  department jobTitle city country state usageLocation        D A D D - D A
  companyName employeeType mobilePhone officeLocation         A A A A - - A
  preferredLanguage streetAddress postalCode                  A A A A - - A
  accountEnabled                                              D A D - - - A
  createdDateTime                                             D A D - - D -
  externalUserStateChangeDateTime                             - - - - - - -
`;
/** Of users who have been deleted; the rest of this row is not documented. */
const DELETED: readonly (readonly [filter: string, operator: string])[] = [
  ["deletedDateTime eq 2026-02-01T00:00:00Z", "eq"],
  ["deletedDateTime ne 2026-02-01T00:00:00Z", "ne"],
  ["not(deletedDateTime eq 2026-02-01T00:00:00Z)", "not"],
  ["deletedDateTime ge 2026-02-01T00:00:00Z", "ge"],
  ["deletedDateTime le 2026-02-01T00:00:00Z", "le"],
];
/** What can be said of an identity, which takes both its parts. */
const IDENTITY = "identities/any(x:x/issuer eq 'google.com' and x/issuerAssignedId eq 'G-1')";
const IDENTITIES: readonly (readonly [filter: string, support: Support, operator: string])[] = [
  [IDENTITY, "default", "eq"],
  ["identities/any(i:i/issuerAssignedId eq 'NOBODY' and i/issuer eq 'mail')", "default", "eq"],
  [IDENTITY.replace("eq 'G", "ne 'G"), "never", "ne"],
  [`not(${IDENTITY})`, "never", "not"],
  ["identities/any(x:x/issuer in ('google.com') and x/issuerAssignedId eq 'G-1')", "never", "in"],
  ["identities/any(x:x/issuer eq 'google.com')", "never", "eq"],
  ["identities/any(x:startsWith(x/issuer,'google'))", "never", "startsWith"],
  ["identities/any(x:endsWith(x/issuer,'.com'))", "never", "endsWith"],
  ["identities/any(x:x/issuer ge 'a' and x/issuerAssignedId eq 'G-1')", "never", "ge"],
  ["identities/any(x:x/issuer eq null and x/issuerAssignedId eq null)", "never", "eq"],
];

/** Two values of each property as a filter writes them: one that somebody has, in another case, and a rarer one. */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  userType: ["'GUEST'", "'Member'"],
  externalUserState: ["'accepted'", "'PendingAcceptance'"],
  creationType: ["'INVITATION'", "'LocalAccount'"],
  mail: ["'ADA@fabrikam.example'", "'o''neil@fabrikam.example'"],
  userPrincipalName: ["'ada_fabrikam.example#ext#@contoso.onmicrosoft.com'", "'bo@contoso.onmicrosoft.com'"],
  otherMails: ["'Ada@Home.example'", "'o''neil@home.example'"],
  proxyAddresses: ["'smtp:ADA@fabrikam.example'", "'smtp:old@fabrikam.example'"],
  displayName: ["'ada'", "'Finn O''Neil'"],
  accountEnabled: ["true", "FALSE"],
  createdDateTime: ["2026-01-01T12:00:00Z", "2026-01-15T13:00:00+01:00"],
  externalUserStateChangeDateTime: ["2026-01-01T12:00:00Z", "2026-01-01"],
};
const TEXTS = ["'bern'", "'O''Neil'"] as const;

const SUPPORT: Readonly<Record<string, Support>> = { D: "default", A: "advanced", "-": "never" };
/** What a function asks for: a beginning, an end, and nothing, which is in every text. */
const PARTS = ["ada", "O''", ""];
const ENDS = ["fabrikam.EXAMPLE", "#EXT#@contoso.onmicrosoft.com", ""];

/** The conditions that go with each column, and how an error names the operator. */
const COLUMNS: readonly ((
  path: string,
  values: readonly string[],
) => readonly (readonly [string, string])[])[] = [
  (path, values) => values.map((value) => [`${path} eq ${value}`, "eq"]),
  (path, values) => values.map((value) => [`${path} ne ${value}`, "ne"]),
  (path, values) => [
    [`${path} in (${values.join(", ")})`, "in"],
    [`${path} IN(${values[0]})`, "in"],
  ],
  (path) => PARTS.map((part) => [`startsWith(${path},'${part}')`, "startsWith"]),
  (path) => ENDS.map((part) => [`endswith(${path}, '${part}')`, "endsWith"]),
  (path, values) =>
    values.flatMap((value) => ["ge", "le"].map((word) => [`${path} ${word} ${value}`, word] as const)),
  (path) => ["eq", "ne"].map((word) => [`${path} ${word} null`, word]),
];

function rowCases(row: string): readonly FilterCase[] {
  const marks = row.trim().split(/\s+/).slice(-COLUMNS.length);
  const names = row.trim().split(/\s+/).slice(0, -COLUMNS.length);
  return names.flatMap((name) => {
    const property = name.replace("[]", "");
    const values = VALUES[property] ?? TEXTS;
    const write = (condition: string) =>
      name.endsWith("[]") ? `${property}/any(x:${condition})` : condition;
    const path = name.endsWith("[]") ? "x" : property;
    const columns = COLUMNS.flatMap((column, at) =>
      column(path, values).map(([condition, operator]) => {
        const support = SUPPORT[marks[at] ?? ""] ?? "never";
        return { filter: write(condition), support, property, operator, of: "users" } as const;
      }),
    );
    const negation = marks[1] === "A" ? "advanced" : "never";
    const negated = {
      filter: `not(${write(`${path} eq ${values[0]}`)})`,
      support: negation,
      property,
    } as const;
    const never = [`contains(${path},'a')`, `${path} gt ${values[0]}`, `${path} lt ${values[0]}`].map(
      (condition) =>
        ({ filter: write(condition), support: "never", property, operator: "", of: "users" }) as const,
    );
    return [...columns, { ...negated, operator: "not", of: "users" as const }, ...never];
  });
}

const COUNTS: readonly FilterCase[] = ["otherMails", "proxyAddresses"].flatMap((property) =>
  ["eq", "ne"].map((operator) => ({
    filter: `${property}/$count ${operator} 0`,
    ...({ support: "advanced", property, operator, of: "users" } as const),
  })),
);

/** Every operator of every property, allowed or not. */
export const CASES_OF_GUESTS: readonly FilterCase[] = [
  ...TABLE.trim().split("\n").flatMap(rowCases),
  ...IDENTITIES.map(([filter, support, operator]) => ({
    ...{ filter, support, operator },
    ...({ property: "identities", of: "users" } as const),
  })),
  ...COUNTS,
  ...DELETED.map(([filter, operator]) => ({
    ...{ filter, operator },
    ...({ support: "advanced", property: "deletedDateTime", of: "deleted users" } as const),
  })),
];

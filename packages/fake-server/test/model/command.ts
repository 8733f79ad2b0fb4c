import fc from "fast-check";

/** Which of the objects that the run has made, in the order of their making; `nobody` is an id that nothing has. */
export interface Ref {
  readonly of: "user" | "group" | "nobody";
  readonly nth: number;
}

export interface UserChanges {
  readonly displayName?: string;
  readonly department?: string | null;
  readonly mail?: string;
  readonly accountEnabled?: boolean;
}

/** What a caller does. Reads are commands too: what they answer is held against the model. */
export type Command =
  | { readonly do: "invite"; readonly address: string }
  | { readonly do: "create-user"; readonly name: string }
  | { readonly do: "update-user"; readonly user: Ref; readonly changes: UserChanges }
  | { readonly do: "create-group"; readonly nickname: string; readonly isUnified: boolean }
  | { readonly do: "rename-group"; readonly group: Ref; readonly nickname: string }
  | { readonly do: "delete"; readonly object: Ref }
  | { readonly do: "restore" | "purge"; readonly object: Ref }
  | { readonly do: "add-member" | "remove-member"; readonly group: Ref; readonly object: Ref }
  | { readonly do: "add-owner" | "remove-owner"; readonly group: Ref; readonly object: Ref }
  | { readonly do: "add-sponsor" | "remove-sponsor"; readonly user: Ref; readonly object: Ref }
  | { readonly do: "set-manager"; readonly user: Ref; readonly object: Ref }
  | { readonly do: "remove-manager"; readonly user: Ref }
  | { readonly do: "read"; readonly object: Ref }
  | { readonly do: "filter"; readonly filter: Filter }
  | { readonly do: "links"; readonly object: Ref; readonly link: Link };

export const LINKS = {
  user: ["memberOf", "transitiveMemberOf", "manager", "directReports", "sponsors", "sponsorOf"],
  group: ["members", "transitiveMembers", "owners", "memberOf", "transitiveMemberOf"],
} as const;
export type Link = (typeof LINKS)["user" | "group"][number];

export interface Filter {
  readonly property: "mail" | "department" | "displayName";
  readonly operator: "eq" | "startsWith";
  readonly value: string;
}

const ADDRESSES = ["ada@partner.example", "bo@partner.example", "cy@else.example", "ADA@partner.example"];
const NAMES = ["dana", "Dana", "eli", "finn"];
const NICKNAMES = ["makers", "guests", "MAKERS"];
const WORDS = ["Ada", "ada lovelace", "O'Neil"];

const nth = fc.nat({ max: 7 });
const user = ref("user");
const group = ref("group");
const anything = fc.oneof({ weight: 6, arbitrary: user }, { weight: 3, arbitrary: group });
const address = fc.constantFrom(...ADDRESSES);
const nickname = fc.constantFrom(...NICKNAMES);
const word = fc.constantFrom(...WORDS);

const changes: fc.Arbitrary<UserChanges> = fc.oneof(
  fc.record({ displayName: word }),
  fc.record({ department: fc.option(word) }),
  fc.record({ mail: address }),
  fc.record({ accountEnabled: fc.boolean(), department: word }),
);

const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    property: fc.constant("mail" as const),
    operator: fc.constantFrom("eq" as const, "startsWith" as const),
    value: fc.oneof(address, fc.constant("ad")),
  }),
  fc.record({
    property: fc.constant("displayName" as const),
    operator: fc.constantFrom("eq" as const, "startsWith" as const),
    value: fc.oneof(word, fc.constant("a")),
  }),
  fc.record({
    property: fc.constant("department" as const),
    operator: fc.constant("eq" as const),
    value: word,
  }),
);

export const command: fc.Arbitrary<Command> = fc.oneof(
  weighed(5, { do: fc.constant("invite" as const), address }),
  weighed(3, { do: fc.constant("create-user" as const), name: fc.constantFrom(...NAMES) }),
  weighed(3, { do: fc.constant("create-group" as const), nickname, isUnified: fc.boolean() }),
  weighed(3, { do: fc.constant("update-user" as const), user, changes }),
  weighed(1, { do: fc.constant("rename-group" as const), group, nickname }),
  weighed(3, { do: fc.constant("delete" as const), object: anything }),
  weighed(3, {
    do: fc.constantFrom("restore" as const, "restore" as const, "purge" as const),
    object: anything,
  }),
  weighed(5, { do: many("add-member", "remove-member"), group, object: anything }),
  weighed(4, { do: many("add-owner", "remove-owner"), group, object: anything }),
  weighed(3, { do: many("add-sponsor", "remove-sponsor"), user, object: anything }),
  weighed(2, { do: fc.constant("set-manager" as const), user, object: anything }),
  weighed(1, { do: fc.constant("remove-manager" as const), user }),
  weighed(2, { do: fc.constant("read" as const), object: anything }),
  weighed(2, { do: fc.constant("filter" as const), filter }),
  weighed(2, { do: fc.constant("links" as const), object: user, link: fc.constantFrom(...LINKS.user) }),
  weighed(2, { do: fc.constant("links" as const), object: group, link: fc.constantFrom(...LINKS.group) }),
);

function ref(of: "user" | "group"): fc.Arbitrary<Ref> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.record({ of: fc.constant(of), nth }) },
    { weight: 1, arbitrary: fc.constant({ of: "nobody" as const, nth: 0 }) },
  );
}

/** Twice the first: what is added is more often looked at than what is taken away. */
function many<A extends string, B extends string>(add: A, remove: B): fc.Arbitrary<A | B> {
  return fc.constantFrom<A | B>(add, add, add, remove);
}

function weighed<T>(weight: number, model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return { weight, arbitrary: fc.record(model) as fc.Arbitrary<T> };
}

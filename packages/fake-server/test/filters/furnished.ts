import { createWorld } from "@vestibule/fake-server";
import { callContext } from "@vestibule/sdk/wire";

export type Entity = Readonly<Record<string, unknown>> & { readonly id: string };

/** Everything that a filter asks of a user. */
const SELECT =
  "id,userType,externalUserState,creationType,mail,userPrincipalName,otherMails,proxyAddresses,identities,displayName,givenName,surname,mailNickname,department,jobTitle,city,country,state,usageLocation,companyName,employeeType,mobilePhone,officeLocation,preferredLanguage,streetAddress,postalCode,accountEnabled,createdDateTime,externalUserStateChangeDateTime,employeeId,employeeHireDate,ageGroup,faxNumber,businessPhones,imAddresses,assignedLicenses,assignedPlans,onPremisesSyncEnabled,onPremisesExtensionAttributes,employeeOrgData,passwordPolicies,showInAddressList";

const guest = (mail: string) => ({ mail, ...({ userType: "Guest", creationType: "Invitation" } as const) });
const federated = (issuer: string, issuerAssignedId: string) => ({
  ...{ signInType: "federated", issuer, issuerAssignedId },
});

/** People of every kind: with nothing, with empty text, in every case, with apostrophes, and from all over the calendar. */
const PEOPLE: readonly (readonly [name: string, properties: object])[] = [
  [
    "ada_fabrikam.example#EXT#@contoso.onmicrosoft.com",
    {
      ...guest("Ada@Fabrikam.example"),
      ...{ displayName: "Ada", givenName: "Ada", surname: "Bern", externalUserState: "Accepted" },
      ...{ companyName: "Fabrikam", otherMails: ["ada@home.example", "ada@fabrikam.example"] },
      proxyAddresses: ["SMTP:Ada@Fabrikam.example", "smtp:old@fabrikam.example"],
      identities: [federated("ExternalAzureAD", "ada@fabrikam.example"), federated("google.com", "g-1")],
      createdDateTime: "2026-01-01T12:00:00Z",
      externalUserStateChangeDateTime: "2026-01-02T00:00:00Z",
    },
  ],
  [
    "finn_home.example#EXT#@contoso.onmicrosoft.com",
    {
      ...guest("O'Neil@fabrikam.example"),
      ...{ displayName: "Finn O'Neil", givenName: "FINN", surname: "O'Neil" },
      ...{ externalUserState: "PendingAcceptance", otherMails: ["O'Neil@home.example"] },
      identities: [federated("mail", "finn@home.example"), federated("google.com", "g-2")],
      ...{ createdDateTime: "2026-01-15T12:00:00Z", accountEnabled: false, mailNickname: "o'neil" },
    },
  ],
  // Invited, and privileged as a member.
  [
    "mo_fabrikam.example#EXT#@contoso.onmicrosoft.com",
    {
      ...guest("mo@fabrikam.example"),
      ...{ userType: "Member", displayName: "ADA", externalUserState: "Accepted", companyName: "" },
      ...{ createdDateTime: "2026-01-31T23:59:59Z", mobilePhone: "25478123", preferredLanguage: "de-CH" },
    },
  ],
  // A guest who signs in here, and was never invited.
  ["internal@contoso.onmicrosoft.com", { userType: "Guest", displayName: "", department: "O'Neil" }],
  [
    "bo@contoso.onmicrosoft.com",
    {
      ...{
        displayName: "Bo",
        givenName: "Bo",
        mail: "bo@contoso.example",
        department: "Sales",
        city: "Bern",
      },
      ...{ country: "Switzerland", state: "BE", usageLocation: "CH", jobTitle: "bern", employeeId: "E-7" },
      ...{ companyName: "Microsoft", employeeType: "Employee", officeLocation: "BERN", ageGroup: "Adult" },
      ...{ streetAddress: "O'Neil", postalCode: "Bern", faxNumber: "1", businessPhones: ["+41 31 1"] },
      ...{ proxyAddresses: ["SMTP:bo@contoso.example"], createdDateTime: "2024-02-29T00:00:00Z" },
      ...{ passwordPolicies: "None", showInAddressList: false, mailNickname: "bern" },
    },
  ],
  [
    "zoe@contoso.onmicrosoft.com",
    {
      ...{ displayName: "Zoë", surname: "zoë", department: "retail", city: "THUN", country: "o'neil" },
      ...{ state: "O'NEIL", usageLocation: "bern", jobTitle: "O'Neil", mobilePhone: "Bern" },
      ...{ companyName: "Bern", officeLocation: "o'neil", preferredLanguage: "Bern", employeeType: "O'Neil" },
      ...{ streetAddress: "bern", postalCode: "O'Neil", createdDateTime: "2025-12-31T23:59:59.999Z" },
    },
  ],
  [
    "pat@contoso.onmicrosoft.com",
    { displayName: "100% #1 & more", jobTitle: "", accountEnabled: false, department: "Sales", city: "Thun" },
  ],
  [
    "mary@contoso.onmicrosoft.com",
    { displayName: "mary", givenName: "Mary", surname: "MARY", companyName: null },
  ],
  ["nobody@contoso.onmicrosoft.com", { displayName: null, city: null, mail: null }],
];
const LEAVERS = ["gone", "went", "left"];

/** A tenant with all of them, some of whom have left, and how to ask it. */
export async function furnished() {
  const world = createWorld({ seed: 5 });
  const contoso = world.cloud("public").tenant("contoso");
  contoso.throttle("none");
  for (const [name, properties] of PEOPLE) contoso.user(name, properties);
  contoso.members(3);
  const leavers = LEAVERS.map((name) => contoso.user(name));
  const { send } = contoso.transport({ as: contoso.app("reader") });
  const ask = (method: "GET" | "DELETE", path: string, query: Record<string, string>, advanced: boolean) =>
    send({
      operation: { id: "test", effect: method === "GET" ? "read" : "idempotent" },
      ...{ method, version: "v1.0" as const, context: callContext() },
      target: { path, query: { ...query, ...(advanced && { $count: "true" }) } },
      headers: advanced ? { consistencylevel: "eventual" } : {},
    });
  const start = Date.parse("2026-01-31T00:00:00Z");
  for (const [day, { id }] of leavers.entries()) {
    await world.clock.sleep(start + day * 86_400_000 - world.clock.now());
    await ask("DELETE", `/users/${id}`, {}, false);
  }
  const PATHS = { users: "/users", "deleted users": "/directory/deletedItems/microsoft.graph.user" };
  const list = (of: keyof typeof PATHS, $filter: string | undefined, advanced: boolean) => {
    const $select = of === "users" ? SELECT : "id,deletedDateTime";
    return ask("GET", PATHS[of], { $select, ...($filter !== undefined && { $filter }) }, advanced);
  };
  return { world, contoso, list };
}

/** What a user is made of, in the properties that Graph answers by default. */
interface BareUser {
  readonly id: string;
  readonly businessPhones: readonly string[];
  readonly displayName: string;
  readonly givenName: null;
  readonly jobTitle: null;
  readonly mail: string;
  readonly mobilePhone: null;
  readonly officeLocation: null;
  readonly preferredLanguage: null;
  readonly surname: null;
  readonly userPrincipalName: string;
}

const HEADERS = { get: () => null };

export function fillMap(users: number): Map<string, BareUser> {
  const map = new Map<string, BareUser>();
  for (let n = 0; n < users; n++) addTo(map, n);
  return map;
}

function addTo(map: Map<string, BareUser>, n: number): string {
  const id = `${n.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
  const mail = `member${n}@contoso.example`;
  map.set(id, {
    id,
    businessPhones: [],
    displayName: `Member ${n}`,
    givenName: null,
    jobTitle: null,
    mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: null,
    userPrincipalName: mail,
  });
  return id;
}

/** The least that answers a GET: a look-up, and a body of the same properties as Graph's. */
export function bareValue(map: ReadonlyMap<string, BareUser>, id: string) {
  const user = map.get(id);
  if (user === undefined) throw new Error("there is no such user");
  return {
    status: 200,
    headers: HEADERS,
    body: {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
      businessPhones: user.businessPhones,
      displayName: user.displayName,
      givenName: user.givenName,
      id: user.id,
      jobTitle: user.jobTitle,
      mail: user.mail,
      mobilePhone: user.mobilePhone,
      officeLocation: user.officeLocation,
      preferredLanguage: user.preferredLanguage,
      surname: user.surname,
      userPrincipalName: user.userPrincipalName,
    },
  };
}

/** The same behind a promise, as a transport has to have it. */
export async function barePromise(map: ReadonlyMap<string, BareUser>, id: string) {
  return bareValue(map, id);
}

/** The least that makes a guest, answers so, and finds it again: two promises, as a transport has to have them. */
export async function bareCreate(map: Map<string, BareUser>, n: number) {
  const created = await bareInvitation(addTo(map, n));
  return barePromise(map, created.body.invitedUser.id);
}

async function bareInvitation(id: string) {
  const body = {
    id: `invitation-${id}`,
    status: "PendingAcceptance",
    inviteRedeemUrl: `https://redeem.example/${id}`,
    invitedUser: { id },
  };
  return { status: 201, headers: HEADERS, body };
}

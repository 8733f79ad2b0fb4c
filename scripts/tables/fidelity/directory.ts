import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference } from "./claim.ts";

const LIMITS = documented("entra/identity/users/directory-service-limits-restrictions");

export const directory: Area = {
  title: "The directory as a whole",
  claims: [
    claim(
      "Deleted objects are listed by type, restored unless their name is taken, and deleted for good.",
      reference("resources/directory"),
      { of: ["* /directory/deletedItems/*"] },
      fakeTest(
        "graph/deleted-items",
        "deleted items can be restored for 30 days, and count until then or until they are deleted for good",
      ),
      fakeTest("graph/deleted-items", "a deleted group cannot come back to a name that another has now"),
    ),
    claim(
      "Objects of any type are read, deleted and looked up by the thousand.",
      reference("directoryobject-getbyids"),
      { of: ["* /directoryObjects/{id}", "POST /directoryObjects/getByIds"] },
      fakeTest(
        "graph/directory-objects",
        "an object of any type says which it is of, where it is, and goes as its own route would have it",
      ),
      fakeTest(
        "graph/owners-and-look-ups",
        "a look-up of many ids shows those that are there, of the types that are wanted, and is silent about the others",
      ),
    ),
    claim(
      "Questions about memberships count groups within groups, for any kind of object.",
      reference("directoryobject-checkmembergroups"),
      {
        of: [
          "POST /directoryObjects/{id}/*",
          ...["/users/{key}", "/me", "/groups/{id}", "/servicePrincipals/{id}"].flatMap((path) => [
            `POST ${path}/checkMember*`,
            `POST ${path}/getMember*`,
          ]),
        ],
      },
      fakeTest(
        "graph/directory-objects",
        "a question about memberships counts groups within groups, for every kind of object that it can be about",
      ),
      fakeTest(
        "graph/directory-objects",
        "a question about memberships is asked about oneself as about another, and by nobody who is no user",
      ),
    ),
    claim(
      "The organization and its domains, with every property.",
      reference("organization-get"),
      { of: ["GET /organization*", "GET /domains*"] },
      fakeTest(
        "graph/tenant-facts",
        "the organization shows every property by default but what has to be selected, null where nobody has set it",
      ),
      fakeTest(
        "graph/tenant-facts",
        "the domains of a tenant are those that it has verified, the one that it was made with first, with every property",
      ),
    ),
    claim(
      "One organization that is read by id shows how full it is; elsewhere the beta alone says so.",
      reference("organization-get"),
      {},
      fakeTest(
        "graph/owners-and-look-ups",
        "the organisation says how full it is: in the beta where that is selected, in v1.0 with all of one that is read by id",
      ),
    ),
    claim(
      "Another tenant of the same cloud is told by id or domain.",
      reference("tenantrelationship-findtenantinformationbytenantid"),
      { of: ["GET /tenantRelationships/*"] },
      fakeTest("graph/tenant-facts", "another tenant is told by a domain of its own, and by its id"),
      fakeTest("graph/tenant-facts", "another tenant is not found in another cloud, nor where there is none"),
    ),
    claim(
      "The logs have what was done and who signed in, the newest first.",
      reference("directoryaudit-list"),
      { of: ["GET /auditLogs/*"] },
      fakeTest("graph/audit-logs", "the audit log has what was done, by whom and to whom, the newest first"),
      fakeTest(
        "graph/audit-logs",
        "the sign-in log has the guests who were let in, by their address at home",
      ),
    ),
    claim(
      "An invitation's line has the address that was invited, and none has the properties that were changed, with what they were.",
      assumed("the address is reported; the properties, which the service has, are left out"),
      {},
      fakeTest(
        "graph/audit-logs",
        "the audit log names who was invited by the address, and a policy as what was changed",
      ),
    ),
    claim(
      "Directories are full at 50,000 objects, or 300,000 with a verified domain; what can be restored counts.",
      LIMITS,
      { refusals: ["quota-exceeded"] },
      fakeTest("limits/enforced", "a limit that the service enforces $id: $value $unit, and not one more"),
      fakeTest("directory/limits", "the number of objects in a directory counts a deleted guest for 30 days"),
    ),
    claim(
      "One user belongs to 500 directories at the most.",
      LIMITS,
      { refusals: ["too-many-tenants"] },
      fakeTest(
        "directory/limits",
        "the number of directories that one user belongs to counts one's own directory, and each where one is a guest; not those of another cloud",
      ),
    ),
  ],
};

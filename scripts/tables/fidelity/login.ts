import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reported } from "./claim.ts";

const CODES = documented("entra/identity-platform/reference-error-codes", "2026-11-26");
const platform = (page: string) => documented(`entra/identity-platform/${page}`, "2026-11-26");

/** What happens before Graph: at the login hosts. */
export const login: Area = {
  title: "Signing in",
  claims: [
    claim(
      "An application gets a token by its secret, for all that it may do; asking with a scope by name is refused.",
      platform("v2-oauth2-client-creds-grant-flow"),
      {},
      fakeTest(
        "login/client-credentials",
        "an application with a secret gets a token that says who it is and what it may do, and opens Graph with it",
      ),
      fakeTest("login/client-credentials", "an application with a secret is refused with %s"),
    ),
    claim(
      "An assertion that is signed with a registered certificate stands for the secret.",
      platform("certificate-credentials"),
      {},
      fakeTest(
        "login/client-assertion",
        "an application with a certificate proves who it is by an assertion with %s",
      ),
      fakeTest("login/client-assertion", "an application with a certificate is refused with an assertion %s"),
    ),
    claim(
      "A user comes back to the application with a code, which is good once, for ten minutes, with its verifier.",
      platform("v2-oauth2-auth-code-flow"),
      {},
      fakeTest(
        "login/authorization-code",
        "a user who is named to the login service comes back with a code and the state, and the code with tokens that tell who it is",
      ),
      fakeTest("login/authorization-code", "an authorization code is good once"),
      fakeTest("login/authorization-code", "an authorization code is refused %s, and good afterwards"),
    ),
    claim(
      "A refresh token is good for ninety days, stays good when it is used, and ends with the user's sessions.",
      platform("refresh-tokens"),
      {},
      fakeTest("login/refresh", "a refresh token is good for ninety days from its last use"),
      fakeTest(
        "login/refresh",
        "a refresh token is worth nothing once the user's sessions are ended; a new sign-in is",
      ),
    ),
    claim(
      "The refresh tokens of a guest end with the sessions at home, and not with those in the inviting tenant.",
      platform("refresh-tokens"),
      {},
      fakeTest(
        "login/refresh",
        "a refresh token of a guest goes on when the sessions are ended here, and ends with those at home",
      ),
    ),
    claim(
      "A page in a browser keeps its refresh tokens for a day, and is the only one that redeems from another origin.",
      platform("v2-oauth2-auth-code-flow"),
      {},
      fakeTest(
        "login/refresh",
        "a refresh token of a page in a browser ends a day after the sign-in, however often it is used",
      ),
    ),
    claim(
      "A claims request is met by a sign-in, and refused with the claims to ask for where nobody is there to be asked.",
      platform("claims-challenge"),
      {},
      fakeTest(
        "login/refresh",
        "a claims challenge is met by a sign-in, whose token tells so, and not by a refresh of an earlier one",
      ),
    ),
    claim(
      "What is refused has the code of the documented list, in the documented envelope.",
      CODES,
      {},
      fakeTest("login/client-credentials", "an application with a secret is refused with %s"),
      fakeTest("login/sign-in-page", "the page is all that is shown for %s: nobody is sent anywhere"),
    ),
    claim(
      "Which error of OAuth's and which status goes with a code, and which refusals are shown to the person instead of the application.",
      assumed(
        "the list of codes does not say it; the pairs are those of the errors that people show, where they do",
      ),
      {},
      fakeTest("login/sign-in-page", "the page is not shown for %s: the application is told"),
    ),
    claim(
      "Tokens for Graph are of the first version, whichever endpoint they come from, and carry roles or scopes, the tenant, the application and how it proved itself.",
      platform("access-token-claims-reference"),
      {},
      fakeTest(
        "login/client-credentials",
        "an application with a secret gets a token that says who it is and what it may do, and opens Graph with it",
      ),
      fakeTest(
        "login/authorization-code",
        "a user who is named to the login service is a guest elsewhere, whose token tells so and who vouches",
      ),
    ),
    claim(
      "Graph refuses a token that is out of date, changed or for somebody else with 401, and says which.",
      reported(
        "people who show the answer: InvalidAuthenticationToken with a text for the lifetime, the audience or the signature, and with the time and the ids of the request (microsoftgraph/msgraph-training-dotnet#31, 2021-07-23)",
      ),
      {},
      fakeTest(
        "login/client-credentials",
        "a token that was signed is refused by Graph once its hour is over",
      ),
      fakeTest(
        "login/client-credentials",
        "a token that was signed is refused where anything in it was changed",
      ),
      fakeTest(
        "graph/bad-requests",
        "a token that is refused is answered with the time and the ids of the request, as every error is",
      ),
    ),
    claim(
      "A cloud publishes the keys that it signs with.",
      reported("whoever checks tokens: the key set is where the OpenID configuration says"),
      {},
      fakeTest(
        "login/documents",
        "a key set has the key by which a token is signed, under the name that the token gives",
      ),
    ),
    claim(
      "Instance discovery and the user realm tell the hosts of a cloud, and where a domain signs in.",
      reported("Microsoft's own clients, which read both"),
      {},
      fakeTest("login/documents", "instance discovery knows the host of the cloud %s, with its other names"),
      fakeTest("login/documents", "the user realm of the cloud %s knows its own domains alone"),
    ),
    claim(
      "Microsoft's clients for tokens work unchanged, in the public cloud, that of the United States' government and China.",
      reported("@azure/msal-node 7.2.3 and @azure/identity 4.13.1 themselves, which the tests run"),
      {},
      fakeTest(
        "login/real-clients",
        "in the cloud %s @azure/msal-node gets an application's token by its secret, and opens Graph with it",
      ),
      fakeTest(
        "login/real-clients",
        "in the cloud %s @azure/identity gets one by secret, by certificate and by an assertion",
      ),
    ),
  ],
};

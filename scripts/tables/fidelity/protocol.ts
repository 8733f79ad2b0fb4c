import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reported } from "./claim.ts";

const THROTTLING = documented("graph/throttling-limits");

export const protocol: Area = {
  title: "What goes for every request",
  claims: [
    claim(
      "Requests are counted in resource units, writes and invitations, against the documented numbers.",
      THROTTLING,
      {},
      fakeTest(
        "graph/throttle",
        "the invitation service refuses the 151st invitation within five seconds, and writes nothing",
      ),
      fakeTest("graph/throttle", "the directory of %i users takes %i units at once"),
      fakeTest(
        "graph/throttle-headers",
        "an answer of the directory to %s %s with %j says that it cost %i units, throttled or not",
      ),
    ),
    claim(
      "Limits give their room back evenly.",
      assumed("the documents name a token bucket, and not how it is filled"),
      {},
      fakeTest(
        "graph/throttle",
        "the invitation service gives back its room evenly: thirty invitations a second",
      ),
    ),
    claim(
      "A batch has twenty parts at the most, each answered and throttled by itself, in an order that `dependsOn` may give.",
      documented("graph/json-batching"),
      { of: ["POST /$batch"] },
      fakeTest(
        "graph/batch",
        "a batch is answered part by part, each with a status, headers and a body of its own",
      ),
      fakeTest(
        "graph/batch",
        "a batch does not carry out what depends on a part that failed, nor what depends on that",
      ),
    ),
    claim(
      "What is wrong is answered in one envelope, with code, message and the ids of the request.",
      documented("graph/errors"),
      {},
      fakeTest(
        "fuzz/fuzz",
        "whatever is sent to the fake is answered, in Graph's envelope where it is refused, and then changes nothing: sixty thousand made-up requests",
      ),
    ),
    claim(
      "An answer with data says so as OData does; without metadata where the client wants none. `odata.metadata=full` is answered as minimal.",
      documented("graph/auth-v2-service", "2026-11-27"),
      {},
      fakeTest(
        "doors/answer-headers",
        "an answer says of which kind its data is; a number, a refusal and nothing are none of OData's",
      ),
      fakeTest(
        "doors/answer-headers",
        "an answer comes without metadata where none is wanted, and keeps what leads on",
      ),
    ),
    claim(
      "What has been made is to be found where `Location` says.",
      assumed("the address of objects of the directory has been seen, those of others are OData's"),
      {},
      fakeTest("doors/answer-headers", "an answer says where to find what was made"),
    ),
    claim(
      "Whoever has no token that is good is told by `WWW-Authenticate` where to get one.",
      documented("entra/identity-platform/app-resilience-continuous-access-evaluation", "2026-11-27"),
      {},
      fakeTest(
        "doors/answer-headers",
        "a refused token is told where to get another, by the cloud that it was sent to: %s",
      ),
    ),
    claim(
      "What is no token is told from one that cannot be read.",
      reported("people who have sent one"),
      {},
      fakeTest("doors/answer-headers", "a refused token is told by what it lacks: %s"),
    ),
    claim(
      "Pages in browsers may ask from everywhere.",
      assumed("that it is so is well known; which headers say it is not written down"),
      {},
      fakeTest("doors/answer-headers", "a page in a browser is let ask, whatever it wants to send"),
      fakeTest(
        "doors/answer-headers",
        "a page in a browser may read what comes back, a refusal too; what asks from no page is told nothing of pages",
      ),
    ),
    claim(
      "A throttled request is told to wait whole seconds, one at the least. Fractions are a fault of their own.",
      documented("graph/throttling", "2026-11-27"),
      {},
      fakeTest(
        "graph/throttle",
        "the directory asks for a wait in whole seconds, and takes the request after it, not before",
      ),
    ),
    claim(
      "An application on its own may read older than it wrote; somebody who is signed in reads their own writes within one datacenter.",
      documented("graph/best-practices-concept"),
      {},
      fakeTest(
        "replication/sessions",
        "a user finds every write of the session where it reads, at once, also while that instance is held",
      ),
    ),
    claim(
      "Each cloud lacks the properties and operations that its own metadata lacks.",
      documented("graph/deployments"),
      {},
      fakeTest(
        "graph/group-lists",
        "what a cloud lacks is as unknown there as any other name: labels of groups in China",
      ),
      fakeTest("graph/tenant-facts", "the organization lacks in a national cloud what its metadata lacks"),
    ),
    claim(
      "Examples of the reference are answered with the status and the properties that their pages show.",
      documented("graph/api/overview"),
      {},
      fakeTest(
        "documented-examples/replay",
        "a documented example, asked %s, is answered as its page shows: %s (%s)",
      ),
      fakeTest(
        "documented-examples/replay",
        "a documented example, asked %s, is answered otherwise, and no worse than is known: %s (%s)",
      ),
    ),
    claim(
      "Each login host tells the cloud of a tenant in its OpenID configuration.",
      documented("entra/identity-platform/authentication-national-cloud"),
      {},
      fakeTest(
        "login/open-id-configuration",
        "the OpenID configuration of a tenant of the cloud %s tells its cloud, at its own host",
      ),
    ),
  ],
};

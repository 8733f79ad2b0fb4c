import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented } from "./claim.ts";

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

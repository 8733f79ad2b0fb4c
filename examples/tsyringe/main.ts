// An application that lives in a tsyringe container. Whether it talks to Microsoft Graph or to a fake directory is
// decided by what is registered, and by nothing else: `--graph` for the one, nothing for the other.
import "reflect-metadata";
import { B2B_CLIENT, registerB2B } from "@vestibule/sdk/tsyringe";
import { container } from "tsyringe";
import { registerFake } from "./on-fake.ts";
import { registerGraph } from "./on-graph.ts";
import { WelcomeDesk } from "./welcome-desk.ts";

const register = process.argv.includes("--graph") ? registerGraph : registerFake;
register(container);
await using _clients = registerB2B(container);

container.register(WelcomeDesk, { useFactory: (scope) => new WelcomeDesk(scope.resolve(B2B_CLIENT)) });
const desk = container.resolve(WelcomeDesk);
console.log(await desk.welcome("ada@fabrikam.example"));

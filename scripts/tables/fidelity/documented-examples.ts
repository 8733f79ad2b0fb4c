import { examples } from "../../../packages/fake-server/test/documented-examples/examples/index.ts";
import type { Section } from "../table.ts";

const departing = examples.flatMap((example) =>
  example.departs ? [{ ...example, ...example.departs }] : [],
);
const answered = examples.length - departing.length;
const silent = examples.filter(({ status }) => status === 204);
const readWithMore = examples.flatMap((example) => {
  const { effect } = example;
  return effect && "keeps" in effect && effect.beside ? [{ ...example, ...effect.beside }] : [];
});
const seen = silent.filter(({ effect }) => effect !== undefined);
const exactly = seen.length - readWithMore.length;
const unseen = silent.length - seen.length;

/** How many of the examples of Microsoft's reference the fake answers as they are shown, and why not the others. */
export const documentedExamples: Section = {
  title: "Documented examples",
  text: `Examples of Microsoft's reference, as they were noted, are asked of the fake in every run of the tests, in its process, over HTTP, over HTTPS, and of what \`vestibule-fake serve --scenario lived-in\` serves: **${answered} of ${examples.length}** are answered with the status that is shown, and with every property of the type that is shown. Of the ${silent.length} that are answered without a body, ${exactly} are read back just as they were sent, ${readWithMore.length} with more than was sent, and ${unseen} cannot be read back: a password. These are answered otherwise, or read back with more than was sent:`,
  columns: ["example", "page", "why"],
  rows: [...departing, ...readWithMore].map(({ says, ask, source, because }) => [
    `${says}: \`${ask}\``,
    `[graph/api/${source}](https://learn.microsoft.com/graph/api/${source})`,
    because,
  ]),
};

import { type Argument, type Expression, parseSync, Visitor } from "oxc-parser";

const BLOCKS = ["describe", "test", "it"];
/** What does not run shows nothing. */
const UNRUN = ["skip", "skipIf", "todo", "runIf"];

interface Block {
  readonly kind: string;
  readonly title: string;
  readonly runs: boolean;
}

/**
 * The tests of a file as sentences: what is described, and what is said of it. A title that is put together at run time
 * stands as it is written, with its `%s`, `$name` and `${name}`.
 */
export function testTitlesOf(path: string, text: string): readonly string[] {
  const titles: string[] = [];
  const around: Block[] = [];
  new Visitor({
    CallExpression(node) {
      const block = blockOf(node.callee, node.arguments[0], text);
      if (block === undefined) return;
      around.push(block);
      if (block.kind !== "describe" && around.every(({ runs }) => runs)) {
        titles.push(around.map(({ title }) => title).join(" "));
      }
    },
    "CallExpression:exit"(node) {
      if (blockOf(node.callee, node.arguments[0], text) !== undefined) around.pop();
    },
  }).visit(parseSync(path, text).program);
  return titles;
}

/** `test("title")`, `test.skip("title")`, `test.each(cases)("title")`. */
function blockOf(callee: Expression, first: Argument | undefined, text: string): Block | undefined {
  const title = titleOf(first, text);
  const modifiers: string[] = [];
  let at = callee;
  while (at.type === "CallExpression" || at.type === "MemberExpression") {
    if (at.type === "MemberExpression" && at.property.type === "Identifier") modifiers.push(at.property.name);
    at = at.type === "CallExpression" ? at.callee : at.object;
  }
  if (title === undefined || at.type !== "Identifier" || !BLOCKS.includes(at.name)) return undefined;
  return { kind: at.name, title, runs: !modifiers.some((modifier) => UNRUN.includes(modifier)) };
}

function titleOf(first: Argument | undefined, text: string): string | undefined {
  if (first?.type === "Literal" && typeof first.value === "string") return first.value;
  // Without the two quotes.
  return first?.type === "TemplateLiteral" ? text.slice(first.start + 1, first.end - 1) : undefined;
}

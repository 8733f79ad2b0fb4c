import type { Command } from "./command.ts";
import { linkRules } from "./link-rules.ts";
import type { Answer, Model, Resolved, Rule } from "./model.ts";
import { objectRules } from "./object-rules.ts";
import { readRules } from "./read-rules.ts";

const RULES = { ...objectRules, ...linkRules, ...readRules } as Readonly<
  Record<Command["do"], Rule<Command["do"]>>
>;

/** What the model answers to a command. */
export function answerOf(model: Model, command: Resolved): Answer {
  return RULES[command.do].answer(model, command);
}

/** Does to the model what a command did that was answered with success. */
export function apply(model: Model, command: Resolved, id: string): void {
  RULES[command.do].effect?.(model, command, id);
}

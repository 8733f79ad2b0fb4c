import type { Answer, Model, Pairs, Resolved, Rule } from "./model.ts";

type OfGroups = "add-member" | "remove-member" | "add-owner" | "remove-owner";
type OfUsers = "add-sponsor" | "remove-sponsor" | "set-manager" | "remove-manager";

/** Everything that ties objects together. A tie outlives the deletion of its ends, and counts again when they are restored. */
export const linkRules: { readonly [D in OfGroups | OfUsers]: Rule<D> } = {
  "add-member": {
    answer(model, { group: groupId, object }) {
      const [group, member] = [model.group(groupId), model.present(object)];
      if (!group || !member) return { status: 404 };
      if (group.isUnified && member.kind !== "user") return { status: 400 };
      if (member.kind === "group" && (member.isUnified || object === groupId)) return { status: 400 };
      return once(model.members, groupId, object);
    },
    effect: (model, { group, object }) => model.members.add(group, object),
  },
  "remove-member": removal((model) => model.members),
  "add-owner": {
    answer(model, { group, object }) {
      if (!model.group(group) || !model.user(object)) return { status: 404 };
      return once(model.owners, group, object);
    },
    effect: (model, { group, object }) => model.owners.add(group, object),
  },
  "remove-owner": {
    ...removal((model) => model.owners),
    answer(model, { group, object }) {
      if (!model.group(group) || !model.owners.has(group, object)) return { status: 404 };
      const isLast =
        model.user(object) && model.owners.from(group).filter((id) => model.user(id)).length === 1;
      return { status: isLast ? 400 : 204 };
    },
  },
  "add-sponsor": {
    answer: (model, { user, object }) => ({ status: model.user(user) && model.present(object) ? 204 : 404 }),
    effect: (model, { user, object }) => model.sponsors.add(user, object),
  },
  "remove-sponsor": {
    answer: (model, { user, object }) => ({
      status: model.user(user) && model.sponsors.has(user, object) ? 204 : 404,
    }),
    effect: (model, { user, object }) => model.sponsors.remove(user, object),
  },
  "set-manager": {
    answer(model, { user, object }) {
      if (!model.user(user) || !model.user(object)) return { status: 404 };
      return { status: user === object ? 400 : 204 };
    },
    effect(model, { user, object }) {
      unmanage(model, user);
      model.managers.add(user, object);
    },
  },
  "remove-manager": {
    answer: (model, { user }) => ({
      status: model.user(user) && model.managers.from(user).length > 0 ? 204 : 404,
    }),
    effect: (model, { user }) => unmanage(model, user),
  },
};

function removal(pairs: (model: Model) => Pairs) {
  return {
    answer: (model: Model, { group, object }: Removal) => ({
      status: model.group(group) && pairs(model).has(group, object) ? 204 : 404,
    }),
    effect: (model: Model, { group, object }: Removal) => pairs(model).remove(group, object),
  };
}

type Removal = Resolved<"remove-member" | "remove-owner">;

function once(pairs: Pairs, from: string, to: string): Answer {
  return { status: pairs.has(from, to) ? 400 : 204 };
}

function unmanage({ managers }: Model, user: string): void {
  for (const manager of managers.from(user)) managers.remove(user, manager);
}

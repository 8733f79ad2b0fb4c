import { type Model, type ModelUser, type Rule, same } from "./model.ts";

/** Everything that makes objects, changes them and lets them go. */
export const objectRules: {
  readonly [D in
    | "invite"
    | "create-user"
    | "update-user"
    | "create-group"
    | "rename-group"
    | "delete"
    | "restore"
    | "purge"]: Rule<D>;
} = {
  invite: {
    answer(model, { address }) {
      const holder = model.users.find((user) => hasAddress(user, address));
      return { status: !holder || (holder.isGuest && holder.accountEnabled) ? 201 : 400 };
    },
    effect(model, { address }, id) {
      if (model.objects.has(id)) return;
      const displayName = address.slice(0, address.indexOf("@"));
      model.objects.set(id, {
        ...BLANK,
        id,
        name: address,
        isGuest: true,
        displayName,
        mail: address,
        addresses: [address],
      });
    },
  },
  "create-user": {
    answer: (model, { name }) => ({ status: isNameTaken(model, name) ? 400 : 201 }),
    effect(model, { name }, id) {
      model.objects.set(id, { ...BLANK, id, name, displayName: name });
    },
  },
  "update-user": {
    answer(model, { user, changes: { mail } }) {
      if (!model.user(user)) return { status: 404 };
      const others = model.users.filter(({ id }) => id !== user);
      return { status: mail !== undefined && others.some((other) => hasAddress(other, mail)) ? 400 : 204 };
    },
    effect(model, { user, changes }) {
      const object = model.objects.get(user);
      if (object?.kind !== "user") return;
      const { mail } = changes;
      const isNew = mail !== undefined && !hasAddress(object, mail);
      model.change(user, { ...changes, ...(isNew && { addresses: [...object.addresses, mail] }) });
    },
  },
  "create-group": {
    answer: (model, { isUnified, nickname }) => ({
      status: isUnified && isNicknameTaken(model, nickname) ? 400 : 201,
    }),
    effect(model, { nickname, isUnified }, id) {
      model.objects.set(id, { kind: "group", id, nickname, isUnified, isDeleted: false });
    },
  },
  "rename-group": {
    answer(model, { group: id, nickname }) {
      const group = model.group(id);
      if (!group) return { status: 404 };
      return { status: group.isUnified && isNicknameTaken(model, nickname, id) ? 400 : 204 };
    },
    effect: (model, { group, nickname }) => model.change(group, { nickname }),
  },
  delete: {
    answer: (model, { object }) => ({ status: model.present(object) ? 204 : 404 }),
    effect: (model, { object }) => model.change(object, { isDeleted: true }),
  },
  restore: {
    answer(model, { object: id }) {
      const object = model.deleted(id);
      if (!object) return { status: 404 };
      const collides =
        object.kind === "user"
          ? isNameTaken(model, object.name) ||
            object.addresses.some((address) => isAddressTaken(model, address))
          : object.isUnified && isNicknameTaken(model, object.nickname);
      return { status: collides ? 400 : 200 };
    },
    effect: (model, { object }) => model.change(object, { isDeleted: false }),
  },
  purge: {
    answer: (model, { object }) => ({ status: model.deleted(object) ? 204 : 404 }),
    effect(model, { object }) {
      model.objects.delete(object);
    },
  },
};

const BLANK: Omit<ModelUser, "id" | "name" | "displayName"> = {
  kind: "user",
  isGuest: false,
  department: null,
  mail: null,
  addresses: [],
  accountEnabled: true,
  isDeleted: false,
};

function hasAddress({ addresses }: ModelUser, address: string): boolean {
  return addresses.some((each) => same(each, address));
}

function isAddressTaken(model: Model, address: string): boolean {
  return model.users.some((user) => hasAddress(user, address));
}

function isNameTaken(model: Model, name: string): boolean {
  return model.users.some((user) => same(user.name, name));
}

/** Microsoft 365 groups alone are told apart by it. */
function isNicknameTaken(model: Model, nickname: string, but = ""): boolean {
  return model.groups.some((group) => group.isUnified && group.id !== but && same(group.nickname, nickname));
}

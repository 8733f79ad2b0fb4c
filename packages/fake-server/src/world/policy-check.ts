import { type Directory, type PolicyInput, policyOf } from "../directory/index.ts";
import { profileOf } from "../schema/index.ts";

/**
 * Refuses a policy that would not be what it says: one with a condition or control that no sign-in here looks at, or that
 * the cloud does not have.
 */
export function checkPolicy(
  { cloud }: Directory,
  { displayName, conditions, grantControls }: PolicyInput,
): void {
  const refuse = (name: string, why: string) => {
    throw new TypeError(`the policy ${JSON.stringify(displayName)} cannot have ${name}: ${why}`);
  };
  const [unheard] = [
    ...namesBeside(WHOLE.conditions, conditions),
    ...namesBeside(WHOLE.grantControls ?? {}, grantControls ?? {}),
  ];
  if (unheard !== undefined) refuse(unheard, "no sign-in here looks at it");
  const profile = profileOf(cloud.id);
  const parts = {
    conditionalAccessConditionSet: conditions,
    conditionalAccessGrantControls: grantControls ?? {},
  };
  for (const [type, part] of Object.entries(parts)) {
    const lacking = namesSet(part).find((name) => !profile.has(type, name));
    if (lacking !== undefined) refuse(lacking, `policies in the cloud ${cloud.id} have nothing of the kind`);
  }
}

/** A policy with every property that there is. */
const WHOLE = policyOf(
  {
    displayName: "",
    conditions: { users: {}, applications: {}, locations: {}, platforms: {} },
    grantControls: {},
  },
  { id: "", createdDateTime: "" },
);

/** What is set of a part that its model does not have, the parts of that part included. */
function namesBeside(model: object, part: object): readonly string[] {
  return namesSet(part).flatMap((name) => {
    if (!Object.hasOwn(model, name)) return [name];
    const inner: unknown = Reflect.get(model, name);
    const value: unknown = Reflect.get(part, name);
    return isPart(inner) && isPart(value) ? namesBeside(inner, value) : [];
  });
}

/** Nothing is set by null, or by a list with nothing in it. */
function namesSet(part: object): readonly string[] {
  return Object.entries(part).flatMap(([name, value]) => {
    const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [name];
  });
}

function isPart(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { useContext, useState } from "preact/hooks";
import { LiveWorld } from "./live.ts";
import type { TenantState } from "./told.ts";
import { nameOf } from "./words.tsx";

/** What was chosen last stays chosen on the way from view to view. */
let lastChosen: string | undefined;

/** The tenants that there are, and the one that is looked at: the first, until another is chosen. */
export function useTenant(): {
  readonly tenants: readonly TenantState[];
  readonly tenant: TenantState | undefined;
  readonly choose: (name: string) => void;
} {
  const { state } = useContext(LiveWorld);
  const [chosen, setChosen] = useState(lastChosen);
  const tenants = state?.tenants ?? [];
  const tenant = tenants.find((one) => nameOf(one) === chosen) ?? tenants[0];
  const choose = (name: string) => {
    lastChosen = name;
    setChosen(name);
  };
  return { tenants, tenant, choose };
}

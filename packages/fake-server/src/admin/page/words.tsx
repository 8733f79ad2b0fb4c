import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { isoDateTime } from "../../simulation/index.ts";
import type { OfTenant, TenantState } from "./told.ts";

/** A moment of the world's time, to the second. */
export function Instant({ at }: { readonly at: number }) {
  const iso = isoDateTime(at);
  return <time dateTime={iso}>{`${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`}</time>;
}

/** A time of day to the millisecond, where the day is known. */
export function TimeOfDay({ at }: { readonly at: number }) {
  const iso = isoDateTime(at);
  const ms = String(Math.floor(at % 1_000)).padStart(3, "0");
  return <time dateTime={iso}>{`${iso.slice(11, 19)}.${ms}`}</time>;
}

/** What the fake says is wrong; read out at once. */
export function Problem({ text }: { readonly text: string | undefined }) {
  return (
    <div role="alert" class={text === undefined ? "" : "problem"}>
      {text}
    </div>
  );
}

/** What is said where there is nothing to show, and what to do about it. */
export function Nothing({ children }: { readonly children: ComponentChildren }) {
  return <p class="nothing">{children}</p>;
}

export function nameOf({ cloud, tenant }: OfTenant): string {
  return `${cloud}/${tenant}`;
}

/** `1 commit`, `2 commits`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}

/** Which tenant is looked at. */
export function TenantChoice(props: {
  readonly tenants: readonly TenantState[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>Tenant</label>
      <select
        id={id}
        value={props.chosen}
        onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}
      >
        {props.tenants.map((tenant) => (
          <option key={tenant.id} value={nameOf(tenant)}>
            {nameOf(tenant)}
          </option>
        ))}
      </select>
    </p>
  );
}

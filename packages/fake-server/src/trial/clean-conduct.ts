import { tenantsOf } from "./subject.ts";
import { counted, type Verdict } from "./verdict.ts";

/** Whether no client did anything badly. */
export function cleanConduct(subject: unknown, asked: string): Verdict {
  const { tenants, name } = tenantsOf(subject, asked);
  const lines = tenants.flatMap((tenant) =>
    tenant.conduct.remarks.map(
      ({ lint, caller, text, requests }) =>
        `  ${tenant.name}  ${lint}  ${caller}, request ${requests.join(", ")}: ${text}`,
    ),
  );
  return {
    pass: lines.length === 0,
    message: () =>
      lines.length === 0
        ? `expected the conduct of the clients of ${name} to give rise to a remark, and it gave rise to none`
        : [
            `expected the conduct of the clients of ${name} to be clean, but there ${lines.length === 1 ? "is" : "are"} ${counted(lines.length, "remark")}:`,
            ...lines,
            "Look at: tenant.conduct.remarks, and tenant.requests by the numbers that they name",
          ].join("\n"),
  };
}

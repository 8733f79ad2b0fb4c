import { remedies } from "../remedies/index.ts";
import { type EnforcedRow, NOTED_ON } from "./limit.ts";

const TOO_MUCH = { kind: "request", scope: "object", remedies: [remedies.splitRequest] } as const;

/** What one request may hold. */
export const requests = {
  "members-per-update": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/group-update",
    asOf: NOTED_ON,
    value: 20,
    unit: "members added to a group by one request",
    knownBy: "quoted",
    whenReached: "400, and nobody is added",
  },
  "users-per-page": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/user-list",
    asOf: NOTED_ON,
    value: 999,
    unit: "users on a page",
    knownBy: "quoted",
    whenReached: "400. With `signInActivity` the most is 500. `guests.list` does not send more.",
  },
  "requests-per-batch": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/json-batching",
    asOf: NOTED_ON,
    value: 20,
    unit: "requests in a batch",
    knownBy: "quoted",
    whenReached: "400, and none of them is carried out",
  },
  "ids-per-lookup": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/directoryobject-getbyids",
    asOf: NOTED_ON,
    value: 1_000,
    unit: "ids in one getByIds",
    knownBy: "assumed",
    whenReached: "400",
  },
  "groups-per-check": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups",
    asOf: NOTED_ON,
    value: 20,
    unit: "groups in one checkMemberGroups",
    knownBy: "assumed",
    whenReached: "400",
  },
  "filter-alternatives": {
    ...TOO_MUCH,
    source: "https://github.com/microsoftgraph/microsoft-graph-docs/issues/21098",
    asOf: NOTED_ON,
    value: 15,
    unit: "values of an `in`, or alternatives of an `or`, in a filter that is no advanced query",
    knownBy: "quoted",
    whenReached: "400",
  },
} as const satisfies Readonly<Record<string, EnforcedRow>>;

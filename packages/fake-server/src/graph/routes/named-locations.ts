import {
  createNamedLocation,
  deleteNamedLocation,
  getNamedLocation,
  type LocationInput,
  listNamedLocations,
  type NamedLocation,
  updateNamedLocation,
} from "../../directory/index.ts";
import { namedLocationEntity, namedLocationModel } from "../../odata/index.ts";
import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import { conditionalAccessEntity, conditionalAccessList, LISTED } from "../conditional-access-answer.ts";
import type { Route } from "../router.ts";

const ROOT = "/identity/conditionalAccess/namedLocations";
const SET = "namedLocations";
const LOCATION: Shape = {
  displayName: "string",
  isTrusted: "boolean",
  ipRanges: "objects",
  countriesAndRegions: "strings",
};

/** Places that conditional access can name. */
export const namedLocationRoutes: readonly Route[] = [
  {
    path: ROOT,
    takes: LISTED,
    methods: {
      GET: (context) =>
        conditionalAccessList(context, SET, {
          model: namedLocationModel,
          bodiesIn: (view) => listNamedLocations(view).map(locationBody),
          entityOf: namedLocationEntity,
        }),
      POST({ directory, access, request }) {
        const input = readLocation(request.body);
        if (!input.displayName) throw badRequest("1076: A named location needs a displayName.");
        const location = createNamedLocation(directory, access, input as LocationInput);
        return { status: 201, body: conditionalAccessEntity(request, SET, locationBody(location)) };
      },
    },
  },
  {
    path: `${ROOT}/{id}`,
    methods: {
      GET: ({ access, request, keys }) => ({
        status: 200,
        body: conditionalAccessEntity(
          request,
          SET,
          locationBody(getNamedLocation(access.view, keys[0] ?? "")),
        ),
      }),
      PATCH({ directory, access, request, keys }) {
        updateNamedLocation(directory, access, keys[0] ?? "", readLocation(request.body));
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        deleteNamedLocation(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

function readLocation(body: unknown): Partial<LocationInput> {
  const { ipRanges, displayName, isTrusted, countriesAndRegions } = readBody(body, "namedLocation", LOCATION);
  const ranges = (ipRanges as readonly Body[] | undefined)?.map(({ cidrAddress }) => String(cidrAddress));
  const given = { displayName, isTrusted, countriesAndRegions, ipRanges: ranges };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function locationBody({
  kind: _,
  ipRanges,
  isTrusted,
  countriesAndRegions,
  ...location
}: NamedLocation): Body {
  const type = "#microsoft.graph.";
  if (countriesAndRegions.length > 0) {
    return { "@odata.type": `${type}countryNamedLocation`, ...location, countriesAndRegions };
  }
  const ranges = ipRanges.map((cidrAddress) => ({ "@odata.type": `${type}iPv4CidrRange`, cidrAddress }));
  return { "@odata.type": `${type}ipNamedLocation`, ...location, isTrusted, ipRanges: ranges };
}

/** Who sends a request. */
export type Caller =
  | {
      readonly kind: "app";
      readonly tenantId: string;
      readonly appId: string;
      /** The object id of its service principal. */
      readonly principalId: string;
      readonly name: string;
      /** What its token lets it do. Absent: everything. */
      readonly permissions?: readonly string[];
    }
  | {
      readonly kind: "user";
      readonly tenantId: string;
      /** The application that the user works with. */
      readonly appId: string;
      readonly userId: string;
      readonly name: string;
      readonly permissions?: readonly string[];
    };

declare module "odata-parser" {
  const parser: { parse(query: string): object };
  export = parser;
}

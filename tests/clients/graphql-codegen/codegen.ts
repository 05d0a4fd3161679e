// What a team writes once: how it wants the scalars that GraphQL does not know itself.
import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "generated/schema.graphql",
  documents: ["main.ts"],
  generates: {
    "generated/gql/": {
      preset: "client",
      config: {
        documentMode: "string",
        strictScalars: true,
        useTypeImports: true,
        scalars: {
          BigInt: "string",
          Bytes: "string",
          Cursor: "string",
          Date: "string",
          Datetime: "string",
          Decimal: "string",
          GeoJSON: "unknown",
          JSON: "unknown",
          JSONPath: "string | readonly (string | number)[]",
          Time: "string",
          Timestamp: "string",
        },
      },
    },
  },
};

export default config;

// The pages of a tenant, in the order of the navigation.
import {
  IconApi, IconBinaryTree2, IconBrandGraphql, IconCode, IconGauge, IconSchema, IconTable,
} from "@tabler/icons-react";
import { lazy } from "react";

export const PAGES = [
  { id: "schema", label: "Schema", about: "Declare tables and see how they relate", icon: IconSchema, view: lazy(() => import("../schema/page")) },
  { id: "data", label: "Data", about: "Browse, edit, import and export rows", icon: IconTable, view: lazy(() => import("../data/page")) },
  { id: "graphql", label: "GraphQL", about: "Query with GraphiQL", icon: IconBrandGraphql, view: lazy(() => import("../graphql/page")) },
  { id: "rest", label: "REST", about: "The REST API's reference, with real requests", icon: IconApi, view: lazy(() => import("../rest/page")) },
  { id: "code", label: "Code", about: "The request at hand, to paste", icon: IconCode, view: lazy(() => import("../code/page")) },
  { id: "explain", label: "Explain", about: "How a request is answered", icon: IconBinaryTree2, view: lazy(() => import("../explain/page")) },
  { id: "tenant", label: "Tenant", about: "Keys, rows and limits", icon: IconGauge, view: lazy(() => import("../tenant/page")) },
] as const;

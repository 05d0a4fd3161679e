// What several pages ask the server.
import { QueryClient, useQuery } from "@tanstack/react-query";
import { json, Offline, Problem, send } from "./client";
import type { Declaration } from "./model";

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the server refuses it refuses again.
      retry: (count, error) => !(error instanceof Problem || error instanceof Offline) && count < 2,
    },
  },
});

export interface Declared {
  declaration: Declaration;
  text: string;
  version: number;
}

export const declarationKey = (tenant: string | undefined) => ["declaration", tenant];

export function useDeclaration(tenant: string | undefined) {
  return useQuery({
    enabled: tenant !== undefined,
    queryKey: declarationKey(tenant),
    queryFn: async ({ signal }): Promise<Declared> => {
      const response = await send(`/t/${tenant}/schema`, { headers: { accept: "application/json" }, signal });
      const text = await response.text();
      return {
        text,
        declaration: JSON.parse(text) as Declaration,
        version: Number(response.headers.get("workersql-schema-version") ?? 0),
      };
    },
  });
}

export interface TenantRecord {
  name: string;
  createdAt?: string;
}

export function useTenants(enabled: boolean) {
  return useQuery({
    queryKey: ["tenants"],
    enabled,
    queryFn: async ({ signal }) => (await json<{ tenants: TenantRecord[] }>("/admin/tenants", { signal })).tenants,
  });
}

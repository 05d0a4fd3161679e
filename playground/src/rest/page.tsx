import { ApiReferenceReact } from "@scalar/api-reference-react";
import "@scalar/api-reference-react/style.css";
import { useComputedColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { takeInHand } from "../api/at-hand";
import { json } from "../api/client";
import { useDeclaration } from "../api/queries";
import { currentToken, refuse } from "../api/session";
import { Failure, Loading } from "../shell/states";

interface Parameter {
  in: string;
  required?: boolean;
  schema?: Record<string, unknown>;
}

interface OpenApi {
  servers: { url: string }[];
  components: { parameters?: Record<string, Parameter> };
}

/** Texts of the tenant's own are Markdown there: no HTML in them counts as such. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).map(([name, member]) => {
    const isText = typeof member === "string" && (name === "description" || name === "summary" || name === "title");
    return [name, isText ? member.replaceAll("<", "&lt;").replaceAll("](", "]\\(") : plain(member)];
  });
  return Object.fromEntries(members);
}

/** The document for this page. The reference sends every parameter that has an example: what is optional has none here. */
function prepared(openapi: OpenApi): OpenApi {
  const optional = (parameter: Parameter): Parameter => {
    if (parameter.required || parameter.in === "path") return parameter;
    const { examples: _, default: __, ...schema } = parameter.schema ?? {};
    return { ...parameter, schema };
  };
  const parameters = Object.entries(openapi.components.parameters ?? {}).map(([name, parameter]) => [name, optional(parameter)]);
  return {
    ...openapi,
    servers: openapi.servers.map((server) => ({ url: new URL(server.url, location.origin).href })),
    components: { ...openapi.components, parameters: Object.fromEntries(parameters) },
  };
}

export default function RestPage({ tenant }: { tenant: string }) {
  const declared = useDeclaration(tenant);
  const version = declared.data?.version;
  const document = useQuery({
    queryKey: ["openapi", tenant, version],
    queryFn: ({ signal }) => json<OpenApi>(`/t/${tenant}/openapi.json`, { signal }),
    enabled: version !== undefined,
  });
  if (declared.isError) return <Failure error={declared.error} again={() => declared.refetch()} />;
  if (document.isError) return <Failure error={document.error} again={() => document.refetch()} />;
  if (!document.data) return <Loading what="Reading the OpenAPI document" />;
  return <Reference key={`${tenant} ${version}`} tenant={tenant} openapi={document.data} />;
}

/** The headers of a request that say something of it: the key is filled in wherever it is sent again. */
const KEPT = ["accept", "content-type", "if-match", "if-none-match", "prefer", "range"];

/** Sends a request of the reference, which is at hand from then on. */
async function sending(tenant: string, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  const base = `/t/${tenant}`;
  if (pathname.startsWith(`${base}/rest/`)) {
    const body = request.method === "GET" || request.method === "HEAD" ? undefined : await request.clone().text();
    const headers = Object.fromEntries([...request.headers].filter(([name, value]) => KEPT.includes(name) && value !== "*/*"));
    takeInHand(tenant, { protocol: "sent", method: request.method, path: pathname.slice(base.length) + search, headers, body: body || undefined });
  }
  const response = await fetch(request);
  if (response.status === 401 && request.headers.get("authorization") === `Bearer ${currentToken()}`) refuse();
  return response;
}

function Reference({ tenant, openapi }: { tenant: string; openapi: OpenApi }) {
  const dark = useComputedColorScheme("light") === "dark";
  const configuration = useMemo(
    () => ({
      content: plain(prepared(openapi)) as Record<string, unknown>,
      authentication: { preferredSecurityScheme: "bearer", securitySchemes: { bearer: { token: currentToken() } } },
      customFetch: (input: RequestInfo | URL, init?: RequestInit) => sending(tenant, input, init),
      theme: "default" as const,
      darkMode: dark,
      forceDarkModeState: dark ? ("dark" as const) : ("light" as const),
      hideDarkModeToggle: true,
      withDefaultFonts: false,
      telemetry: false,
      persistAuth: false,
      showDeveloperTools: "never" as const,
      hideClientButton: true,
      agent: { disabled: true },
      mcp: { disabled: true },
      documentDownloadType: "json" as const,
    }),
    [tenant, openapi, dark],
  );
  return (
    <div className="reference">
      <ApiReferenceReact key={String(dark)} configuration={configuration} />
    </div>
  );
}

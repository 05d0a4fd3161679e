import { ApiReferenceReact } from "@scalar/api-reference-react";
import "@scalar/api-reference-react/style.css";
import { useComputedColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { json } from "../api/client";
import { useDeclaration } from "../api/queries";
import { currentToken } from "../api/session";
import { Failure, Loading } from "../shell/states";

interface Document {
  servers: { url: string }[];
}

export default function RestPage({ tenant }: { tenant: string }) {
  const declared = useDeclaration(tenant);
  const version = declared.data?.version;
  const document = useQuery({
    queryKey: ["openapi", tenant, version],
    queryFn: ({ signal }) => json<Document>(`/t/${tenant}/openapi.json`, { signal }),
    enabled: version !== undefined,
  });
  if (declared.isError) return <Failure error={declared.error} again={() => declared.refetch()} />;
  if (document.isError) return <Failure error={document.error} again={() => document.refetch()} />;
  if (!document.data) return <Loading what="Reading the OpenAPI document" />;
  return <Reference key={`${tenant} ${version}`} document={document.data} />;
}

function Reference({ document }: { document: Document }) {
  const dark = useComputedColorScheme("light") === "dark";
  const configuration = useMemo(
    () => ({
      content: { ...document, servers: document.servers.map((server) => ({ url: new URL(server.url, location.origin).href })) },
      authentication: { preferredSecurityScheme: "bearer", securitySchemes: { bearer: { token: currentToken() } } },
      theme: "none" as const,
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
    [document, dark],
  );
  return (
    <div className="reference">
      <ApiReferenceReact configuration={configuration} />
    </div>
  );
}

import { Card, Container, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { json, send } from "../api/client";
import { restName, type Table as Declared } from "../api/model";
import { useDeclaration } from "../api/queries";
import { useSession } from "../api/session";
import { Failure, Loading } from "../shell/states";
import { ReadCard } from "./card";
import { Keys } from "./keys";
import { sizeOf, UsageCard, useUsage } from "./usage";

const Plot = lazy(() => import("./plots"));

export interface Counted {
  name: string;
  rows: number;
}

async function counted(tenant: string, table: Declared, signal: AbortSignal): Promise<Counted> {
  const column = table.columns[0]?.name ?? "id";
  const address = `/t/${tenant}/rest/${encodeURIComponent(table.name)}?select=${encodeURIComponent(restName(column))}&limit=1`;
  const answer = await send(address, { headers: { prefer: "count=planned" }, signal });
  await answer.text();
  return { name: table.name, rows: Number(/\/(\d+)$/.exec(answer.headers.get("content-range") ?? "")?.[1] ?? 0) };
}

export default function TenantPage({ tenant }: { tenant: string }) {
  const { credential } = useSession();
  const declared = useDeclaration(tenant);
  const usage = useUsage(tenant);
  const tables = declared.data?.declaration.tables ?? [];
  const counts = useQuery({
    queryKey: ["counts", tenant, declared.data?.version],
    enabled: declared.data !== undefined,
    queryFn: ({ signal }) => Promise.all(tables.map((table) => counted(tenant, table, signal))),
  });
  if (declared.isError) return <Failure error={declared.error} again={() => declared.refetch()} />;
  if (!declared.data) return <Loading what="Reading the tenant" />;
  const bytes = usage.data?.bytes;
  const total = counts.data?.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <Container size="lg" py="lg" w="100%">
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          <Figure label="Tables" value={tables.length.toLocaleString()} />
          <Figure label="Rows" value={total?.toLocaleString() ?? "…"} />
          <Figure label="Size" value={bytes === undefined ? "…" : sizeOf(bytes)} />
          <Figure label="Schema version" value={String(declared.data.version)} />
        </SimpleGrid>
        <UsageCard tenant={tenant} />
        {counts.isError && <Failure error={counts.error} again={() => counts.refetch()} />}
        {counts.data && counts.data.length > 0 && (
          <Card withBorder>
            <Title order={2} size="h5" mb="sm">
              Rows by table
            </Title>
            <Suspense fallback={<Loading what="Drawing" />}>
              <Plot counts={counts.data} />
            </Suspense>
          </Card>
        )}
        <Card withBorder>{credential?.tenant === undefined ? <Keys tenant={tenant} /> : <OfAdmin />}</Card>
        <Limits tenant={tenant} />
      </Stack>
    </Container>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <Card withBorder padding="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={650}>
        {value}
      </Text>
    </Card>
  );
}

function OfAdmin() {
  return (
    <>
      <Title order={2} size="h5" mb={4}>
        Keys
      </Title>
      <Text size="sm" c="dimmed">
        Keys are made and revoked with the admin token: sign in with it to see them.
      </Text>
    </>
  );
}

const LABELS: Record<string, string> = {
  maxRows: "Rows of one list, at most",
  defaultRows: "Rows of a list that does not say how many",
  insertedRows: "Rows of one insert",
  batchOperations: "Operations of one batch",
  complexity: "Rows that a request may touch",
  documentBytes: "Bytes of a GraphQL document",
  timeMs: "Milliseconds of a request",
};

function Limits({ tenant }: { tenant: string }) {
  const settings = useQuery({
    queryKey: ["settings", tenant],
    queryFn: ({ signal }) => json<{ limits: Record<string, number> }>(`/t/${tenant}/settings`, { signal }),
  });
  if (settings.isError) return <Failure error={settings.error} again={() => settings.refetch()} />;
  if (!settings.data) return <Loading what="Reading the limits" />;
  const { limits } = settings.data;
  return (
    <ReadCard title="Limits" again={() => settings.refetch()}>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {Object.entries(LABELS).map(([name, label]) => (
            <Table.Tr key={name}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right" ff="monospace">
                {limits[name]?.toLocaleString()}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ReadCard>
  );
}

import { MySQL, sql } from "@codemirror/lang-sql";
import { Badge, Button, Card, Code, Container, getTreeExpandedState, Group, SimpleGrid, Stack, Text, Title, Tree, useTree } from "@mantine/core";
import { IconBinaryTree2, IconChevronRight, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type AtHand, restPath, useRequests } from "../api/at-hand";
import { useDeclaration } from "../api/queries";
import { Editor } from "../editor/editor";
import { NothingAtHand } from "../shell/nothing-at-hand";
import { RequestChoice } from "../shell/request-choice";
import { Failure, Loading } from "../shell/states";
import { type Branch, branchesOf, type Explanation, explain, type Operation, type Statement, stepsOf } from "./explanation";

const SQL = sql({ dialect: MySQL });

export default function ExplainPage({ tenant }: { tenant: string }) {
  const requests = useRequests(tenant);
  const [request] = requests;
  if (!request) {
    return (
      <NothingAtHand
        tenant={tenant}
        icon={<IconBinaryTree2 size={36} stroke={1.4} aria-hidden />}
        advice="Look at a table, or run a query: how it is answered is here then."
      />
    );
  }
  return <Explained tenant={tenant} request={request} requests={requests} />;
}

function Explained({ tenant, request, requests }: { tenant: string; request: AtHand; requests: AtHand[] }) {
  const told = useQuery({
    queryKey: ["explain", tenant, request],
    queryFn: ({ signal }) => explain(tenant, request, signal),
    staleTime: 0,
    retry: false,
  });
  const declared = useDeclaration(tenant).data?.declaration;
  const tables = [...(declared?.tables ?? []), ...(declared?.views ?? [])].map(({ name }) => name);
  const text = request.protocol === "graphql" ? request.query.trim() : `${request.protocol === "sent" ? request.method : "GET"} ${restPath(request)}`;
  const body = request.protocol === "sent" && request.body ? `\n${request.body}` : "";
  return (
    <Container size="lg" py="md" w="100%">
      <Stack gap="md">
        <RequestChoice tenant={tenant} requests={requests} />
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Code block style={{ flex: 1, minWidth: 0, maxHeight: 160, overflow: "auto", overflowWrap: "anywhere", whiteSpace: "pre-wrap" }} tabIndex={0} role="region" aria-label="The request">
            {text + body}
          </Code>
          <Button size="xs" variant="default" leftSection={<IconRefresh size={14} aria-hidden />} loading={told.isFetching} onClick={() => told.refetch()}>
            Explain again
          </Button>
        </Group>
        {told.isPending && <Loading what="Asking how it is answered" />}
        {told.isError && <Failure error={told.error} again={() => told.refetch()} />}
        {told.data && <Report told={told.data} tables={tables} />}
      </Stack>
    </Container>
  );
}

function Report({ told, tables }: { told: Explanation; tables: string[] }) {
  const micros = (value: number | null) => (value === null ? "not measured" : `${(value / 1000).toLocaleString(undefined, { maximumFractionDigits: 2 })} ms`);
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
        <Figure label="Rows read" value={told.rowsRead.toLocaleString()} />
        <Figure label="Rows written" value={told.rowsWritten.toLocaleString()} />
        <Figure label="Planning" value={micros(told.timeMicros.plan)} />
        <Figure label="Database" value={micros(told.timeMicros.shard)} />
        <Figure label="Seen from here" value={`${told.millis.toFixed(1)} ms`} />
      </SimpleGrid>
      {told.timeMicros.plan === null && told.timeMicros.shard === null && (
        <Text size="xs" c="dimmed">
          The server's clock stands still while it computes, as the platform wants it: what takes less is not measured there.
        </Text>
      )}
      {told.operations.length === 0 && <Text size="sm">The answer needed no database.</Text>}
      {told.operations.map((operation, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: operations of one request stay in their order
        <OperationCard key={index} operation={operation} index={index} tables={tables} />
      ))}
    </>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <Card withBorder padding="sm">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={600}>{value}</Text>
    </Card>
  );
}

function OperationCard({ operation, index, tables }: { operation: Operation; index: number; tables: string[] }) {
  return (
    <Card withBorder>
      <Group gap="xs" mb="xs">
        <Title order={2} size="h5">
          {operation.name ?? `Operation ${index + 1}`}
        </Title>
        {operation.table && (
          <Badge variant="default" tt="none" fw={500}>
            {operation.table}
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          {operation.rowsRead} rows read, {operation.rowsWritten} written
        </Text>
      </Group>
      <Stack gap="sm">
        <Title order={3} size="h6">
          Plan
        </Title>
        <Branches data={branchesOf(operation.plan, tables)} label="Plan" depth={3} />
        {operation.statements.map((statement, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements stay in their order
          <StatementPart key={at} statement={statement} />
        ))}
      </Stack>
    </Card>
  );
}

/** SQL with a line for each of its larger parts. */
const broken = (text: string) => text.replace(/ (FROM|WHERE|ORDER BY|GROUP BY|LIMIT|LEFT JOIN|RETURNING|VALUES|SET) /g, "\n$1 ");

function StatementPart({ statement }: { statement: Statement }) {
  return (
    <>
      <Title order={3} size="h6">
        SQL
      </Title>
      <div className="sql">
        <Editor value={broken(statement.sql)} label="SQL" extensions={SQL} readOnly />
      </div>
      {statement.parameters.length > 0 && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          With{" "}
          {statement.parameters
            .map((parameter) => (parameter.kind === "secret" ? "a secret" : parameter.kind === "blob" ? `${parameter.bytes} bytes` : JSON.stringify(parameter.value ?? null)))
            .join(", ")}
        </Text>
      )}
      {statement.queryPlan.length > 0 && (
        <>
          <Title order={3} size="h6">
            SQLite's query plan
          </Title>
          <Branches data={stepsOf(statement.queryPlan)} label="SQLite's query plan" depth={9} />
        </>
      )}
    </>
  );
}

function opened(branches: Branch[], depth: number): string[] {
  if (depth === 0) return [];
  return branches.flatMap((branch) => (branch.children?.length ? [branch.value, ...opened(branch.children, depth - 1)] : []));
}

function Branches({ data, label, depth }: { data: Branch[]; label: string; depth: number }) {
  const tree = useTree({ initialExpandedState: getTreeExpandedState(data, opened(data, depth)) });
  return (
    <Tree
      data={data}
      tree={tree}
      levelOffset={20}
      aria-label={label}
      renderNode={({ node, expanded, hasChildren, elementProps }) => (
        <div {...elementProps} className={`${elementProps.className} branch`}>
          <IconChevronRight size={13} aria-hidden style={{ visibility: hasChildren ? "visible" : "hidden", transform: expanded ? "rotate(90deg)" : "none", flexShrink: 0 }} />
          <span>{node.label}</span>
        </div>
      )}
    />
  );
}

import "./workers";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { ActionIcon, Button, Group, Menu, Modal, Text, TextInput, useComputedColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBookmark, IconChevronDown, IconShare, IconTrash } from "@tabler/icons-react";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { type AtHand, takeInHand } from "../api/at-hand";
import { Offline } from "../api/client";
import type { Declaration } from "../api/model";
import { useDeclaration } from "../api/queries";
import { currentToken, refuse } from "../api/session";
import { camel } from "../code/names";
import { mending } from "../shell/mend";
import { Failure, Loading } from "../shell/states";
import { forget, keep, linkOf, savedOf } from "./saved";

const PLUGINS = [HISTORY_PLUGIN, explorerPlugin()];

/** Where GraphiQL keeps the editor of the query and the one of the response. */
const EDITORS = [".graphiql-query-editor", ".graphiql-response"];

/** Storage of GraphiQL's own, by tenant: tabs of one are nothing to another. */
function storageOf(tenant: string) {
  const prefix = `workersql.graphiql.${tenant}.`;
  const own = () => Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  return {
    getItem: (name: string) => localStorage.getItem(prefix + name),
    setItem: (name: string, value: string) => localStorage.setItem(prefix + name, value),
    removeItem: (name: string) => localStorage.removeItem(prefix + name),
    clear: () => {
      for (const name of own()) localStorage.removeItem(name);
    },
    get length() {
      return own().length;
    },
  };
}

function firstQuery(declaration: Declaration): string {
  const table = declaration.tables[0];
  if (!table) return "{\n  __typename\n}\n";
  const fields = table.columns.slice(0, 4).map((column) => `      ${camel(column.name)}`);
  return `# Ctrl Enter runs it; the panes on the left explain what there is.\n{\n  ${camel(table.name)}Collection(first: 10) {\n    nodes {\n${fields.join("\n")}\n    }\n  }\n}\n`;
}

/**
 * GraphiQL's tabs hold buttons, which the role of a tab does not allow: they are a list of buttons here. Its button to
 * execute does nothing before the editors are loaded: until then it says so.
 */
const mended = mending((container) => {
  for (const item of container.querySelectorAll('.graphiql-tab[role="tab"], ul[role="tablist"]')) {
    item.removeAttribute("role");
    item.removeAttribute("aria-selected");
  }
  const isLoaded = EDITORS.every((place) => container.querySelector(`${place} .monaco-editor`));
  container.querySelector(".graphiql-execute-button")?.toggleAttribute("disabled", !isLoaded);
});

interface Params {
  query?: string | null;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

async function fetched(tenant: string, params: Params, headers?: Record<string, string>) {
  let response: Response;
  try {
    response = await fetch(`/t/${tenant}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${currentToken()}`, ...lowered(headers), "content-type": "application/json" },
      body: JSON.stringify(params),
    });
  } catch {
    throw new Offline();
  }
  if (response.status === 401 && lowered(headers).authorization === `Bearer ${currentToken()}`) refuse();
  return response.json();
}

const lowered = (headers: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

export default function GraphqlPage({ tenant }: { tenant: string }) {
  const declared = useDeclaration(tenant);
  if (declared.isError) return <Failure error={declared.error} again={() => declared.refetch()} />;
  if (!declared.data) return <Loading what="Reading the schema" />;
  return <Ide key={`${tenant} ${declared.data.version}`} tenant={tenant} declaration={declared.data.declaration} />;
}

function Ide({ tenant, declaration }: { tenant: string; declaration: Declaration }) {
  const scheme = useComputedColorScheme("light");
  const [search, setSearch] = useSearchParams();
  const [saved, setSaved] = useState(() => savedOf(tenant));
  const [naming, setNaming] = useState(false);
  const [opened, setOpened] = useState(0);
  const now = useRef<Extract<AtHand, { protocol: "graphql" }>>({ protocol: "graphql", query: search.get("query") ?? firstQuery(declaration) });
  const storage = useMemo(() => storageOf(tenant), [tenant]);
  const edited = (change: { query?: string; variables?: string }) => {
    now.current = { ...now.current, ...change };
    takeInHand(tenant, now.current);
  };

  function open(query: string, variables?: string) {
    setSearch(new URLSearchParams(variables ? { query, variables } : { query }));
    setOpened((count) => count + 1);
  }
  async function share() {
    const link = linkOf(tenant, now.current.query, now.current.variables);
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      notifications.show({ message: "The link is copied. It holds the query, and no key." });
    } catch {
      notifications.show({ message: "The link is in the address bar. It holds the query, and no key." });
    }
  }

  return (
    <>
      <Group px="sm" py={8} gap="xs" className="bar" role="toolbar" aria-label="Queries">
        <Menu position="bottom-start" width={260}>
          <Menu.Target>
            <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
              Saved queries
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {saved.length === 0 && (
              <Text size="sm" c="dimmed" p="xs">
                None yet. Save the query that you see under a name.
              </Text>
            )}
            {saved.map((one) => (
              <Group key={one.name} gap={4} wrap="nowrap">
                <Menu.Item onClick={() => open(one.query, one.variables)}>{one.name}</Menu.Item>
                <ActionIcon variant="subtle" color="gray" aria-label={`Forget ${one.name}`} onClick={() => setSaved(forget(tenant, one.name))}>
                  <IconTrash size={14} />
                </ActionIcon>
              </Group>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" size="xs" leftSection={<IconBookmark size={14} aria-hidden />} onClick={() => setNaming(true)}>
          Save
        </Button>
        <Button variant="default" size="xs" leftSection={<IconShare size={14} aria-hidden />} onClick={share}>
          Share
        </Button>
      </Group>
      <div className="ide" ref={mended}>
        <GraphiQL
          key={opened}
          fetcher={(params, options) => {
            if (params.query && params.operationName !== "IntrospectionQuery") {
              edited({ query: params.query, variables: params.variables ? JSON.stringify(params.variables, null, 2) : undefined });
            }
            return fetched(tenant, params, options?.headers);
          }}
          storage={storage}
          plugins={PLUGINS}
          forcedTheme={scheme}
          defaultQuery={firstQuery(declaration)}
          initialQuery={search.get("query") ?? undefined}
          initialVariables={search.get("variables") ?? undefined}
          defaultHeaders={JSON.stringify({ Authorization: `Bearer ${currentToken()}` }, null, 2)}
          initialHeaders={JSON.stringify({ Authorization: `Bearer ${currentToken()}` }, null, 2)}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
          onEditQuery={(query) => edited({ query })}
          onEditVariables={(variables) => edited({ variables })}
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
        </GraphiQL>
      </div>
      {naming && (
        <Name
          close={() => setNaming(false)}
          take={(name) => {
            setSaved(keep(tenant, { name, query: now.current.query, variables: now.current.variables }));
            setNaming(false);
          }}
        />
      )}
    </>
  );
}

function Name({ take, close }: { take: (name: string) => void; close: () => void }) {
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") take(name.trim());
  };
  return (
    <Modal opened onClose={close} title="Save the query" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <Group justify="flex-end" mt="md">
          <Button type="submit" disabled={name.trim() === ""}>
            Save it
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

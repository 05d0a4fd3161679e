import "./workers";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { Button, Group, Menu, Modal, TextInput, useComputedColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBookmark, IconChevronDown, IconShare, IconTrash } from "@tabler/icons-react";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { useGraphiQL } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { type FormEvent, type RefObject, useMemo, useRef, useState } from "react";
import { useAddress } from "../api/address";
import { type AtHand, takeInHand } from "../api/at-hand";
import { Offline } from "../api/client";
import { useDeclaration } from "../api/queries";
import { currentToken, refuse } from "../api/session";
import { type Names, useNames } from "../code/names";
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

function firstQuery({ tables }: Names): string {
  const [table] = tables.values();
  if (!table) return "{\n  __typename\n}\n";
  const fields = [...table.columns.values()].slice(0, 4).map(({ field }) => `      ${field}`);
  return `# Ctrl Enter runs it; the panes on the left explain what there is.\n{\n  ${table.collection}(first: 10) {\n    nodes {\n${fields.join("\n")}\n    }\n  }\n}\n`;
}

/**
 * GraphiQL's tabs hold buttons, which the role of a tab does not allow: they are a list of buttons here. Its button to
 * execute does nothing before the editors are loaded: until then it says so. The fields of its explorer have no names:
 * that of the argument that they stand behind is theirs.
 */
const mended = mending((container) => {
  for (const item of container.querySelectorAll('.graphiql-tab[role="tab"], ul[role="tablist"]')) {
    item.removeAttribute("role");
    item.removeAttribute("aria-selected");
  }
  const isLoaded = EDITORS.every((place) => container.querySelector(`${place} .monaco-editor`));
  for (const field of container.querySelectorAll(".graphiql-explorer-root :is(input, select):not([aria-label])")) {
    field.setAttribute("aria-label", field.closest("[data-arg-name]")?.getAttribute("data-arg-name") ?? field.getAttribute("placeholder") ?? "Value");
  }
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
  const names = useNames(tenant, declared.data);
  const failed = [declared, names].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} again={() => failed.refetch()} />;
  if (!declared.data || !names.data) return <Loading what="Reading the schema" />;
  return <Ide key={`${tenant} ${declared.data.version}`} tenant={tenant} names={names.data} />;
}

type Shown = Pick<Extract<AtHand, { protocol: "graphql" }>, "query" | "variables" | "operationName">;

/** Tells, whenever it is asked, what the editors show: a tab that was restored is told by no change. */
function Reader({ read }: { read: RefObject<() => Shown | undefined> }) {
  const store = useGraphiQL(({ queryEditor, variableEditor, operationName }) => ({ queryEditor, variableEditor, operationName }));
  read.current = () => {
    const query = store.queryEditor?.getValue();
    if (query === undefined) return undefined;
    return { query, variables: store.variableEditor?.getValue() || undefined, operationName: store.operationName };
  };
  return <span />;
}

function Ide({ tenant, names }: { tenant: string; names: Names }) {
  const scheme = useComputedColorScheme("light");
  const [search, setSearch] = useAddress();
  const [saved, setSaved] = useState(() => savedOf(tenant));
  const [naming, setNaming] = useState(false);
  const [opened, setOpened] = useState(0);
  const sample = firstQuery(names);
  const read = useRef<() => Shown | undefined>(() => undefined);
  const shown = (): Shown => read.current() ?? { query: search.get("query") ?? sample };
  const storage = useMemo(() => storageOf(tenant), [tenant]);
  const edited = (change: Partial<Shown>) => takeInHand(tenant, { protocol: "graphql", ...shown(), ...change });

  function open(query: string, variables?: string) {
    setSearch(new URLSearchParams(variables ? { query, variables } : { query }));
    setOpened((count) => count + 1);
  }
  async function share() {
    const { query, variables } = shown();
    const link = linkOf(tenant, query, variables);
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
              <Menu.Item disabled style={{ opacity: 1 }} c="dimmed">
                None yet. Save the query that you see under a name.
              </Menu.Item>
            )}
            {saved.map((one) => (
              <Group key={one.name} gap={4} wrap="nowrap" role="presentation">
                <Menu.Item onClick={() => open(one.query, one.variables)}>{one.name}</Menu.Item>
                <Menu.Item w="auto" closeMenuOnClick={false} aria-label={`Forget ${one.name}`} onClick={() => setSaved(forget(tenant, one.name))}>
                  <IconTrash size={14} aria-hidden />
                </Menu.Item>
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
              const variables = params.variables ? JSON.stringify(params.variables, null, 2) : undefined;
              edited({ query: params.query, variables, operationName: params.operationName ?? undefined });
            }
            return fetched(tenant, params, options?.headers);
          }}
          storage={storage}
          plugins={PLUGINS}
          forcedTheme={scheme}
          defaultQuery={sample}
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
            <Reader read={read} />
          </GraphiQL.Logo>
        </GraphiQL>
      </div>
      {naming && (
        <Name
          close={() => setNaming(false)}
          take={(name) => {
            const { query, variables } = shown();
            setSaved(keep(tenant, { name, query, variables }));
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

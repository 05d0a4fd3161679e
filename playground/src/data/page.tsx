import { ActionIcon, Button, FileButton, Group, Menu, Select, Text, Tooltip } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconDownload, IconFileImport, IconPlus, IconRefresh, IconTable, IconTrash } from "@tabler/icons-react";
import type { GridApi } from "ag-grid-community";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { takeInHand } from "../api/at-hand";
import { messageOf } from "../api/client";
import type { Column, Table } from "../api/model";
import { useDeclaration } from "../api/queries";
import { Empty, Failure, Loading } from "../shell/states";
import { exportRows, type Format } from "./export";
import { Filters } from "./filters";
import { ImportFile } from "./import";
import { NewRow } from "./row-form";
import { change, type Filter, insert, paramsOf, type Row, remove, type Sort, searchOf, type View, writable } from "./rows";

const Grid = lazy(() => import("./grid"));

export default function DataPage({ tenant }: { tenant: string }) {
  const declared = useDeclaration(tenant);
  const [search] = useSearchParams();
  if (declared.isError) return <Failure error={declared.error} again={() => declared.refetch()} />;
  if (!declared.data) return <Loading what="Reading the tables" />;
  const { tables } = declared.data.declaration;
  const first = tables[0];
  if (first === undefined) {
    return (
      <Empty title="No table yet" icon={<IconTable size={36} stroke={1.4} aria-hidden />}>
        <Text c="dimmed">Rows live in tables. Declare the first: there are starting points to pick from.</Text>
        <Button component={Link} href={`/t/${tenant}/playground/schema`}>
          Declare a table
        </Button>
      </Empty>
    );
  }
  const table = tables.find((candidate) => candidate.name === search.get("table")) ?? first;
  return <Rows key={table.name} tenant={tenant} tables={tables} table={table} />;
}

function useView(table: Table) {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const view = useMemo((): View => {
    const params = new URLSearchParams(text);
    const filters = params.getAll("f").flatMap((filter): Filter[] => {
      try {
        const [column, operator, value] = JSON.parse(filter) as string[];
        return column && operator ? [{ column, operator, value: value ?? "" }] : [];
      } catch {
        return [];
      }
    });
    const sort = params.getAll("s").map((term): Sort => ({ column: term.replace(/^-/, ""), descending: term.startsWith("-") }));
    const has = (name: string) => table.columns.some((column) => column.name === name);
    return { table: table.name, filters: filters.filter(({ column }) => has(column)), sort: sort.filter(({ column }) => has(column)) };
  }, [text, table]);
  const show = useCallback(
    (next: Partial<View>) => {
      setSearch(searchOf({ ...view, ...next }));
    },
    [view, setSearch],
  );
  return { view, show };
}

interface Done {
  label: string;
  undo: () => Promise<unknown>;
}

function Rows({ tenant, tables, table }: { tenant: string; tables: Table[]; table: Table }) {
  const { view, show } = useView(table);
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<Row[]>([]);
  const [done, setDone] = useState<Done[]>([]);
  const [total, setTotal] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const [adding, setAdding] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const grid = useRef<GridApi<Row>>(null);
  const base = `/t/${tenant}/playground/data`;

  useEffect(() => {
    takeInHand(tenant, { protocol: "rest", method: "GET", table: table.name, params: [...paramsOf(view), ["limit", "20"]] });
  }, [tenant, table, view]);

  const did = useCallback((label: string, undo: () => Promise<unknown>) => setDone((was) => [...was, { label, undo }]), []);
  const refresh = useCallback(() => grid.current?.purgeInfiniteCache(), []);
  const told = useCallback((count: number | undefined, error?: unknown) => {
    if (count !== undefined) setTotal(count);
    setFailure(error);
  }, []);

  const edit = useCallback(
    async (row: Row, column: Column, value: unknown) => {
      const now = await change(tenant, table, row, { [column.name]: value });
      did(`${column.name} changed`, () => change(tenant, table, now, { [column.name]: row[column.name] }));
      return now;
    },
    [tenant, table, did],
  );
  async function add(row: Row) {
    const rows = await insert(tenant, table, [row]);
    if (hasKey) did("row added", () => remove(tenant, table, rows));
    notifications.show({ message: "The row was added", color: "teal" });
    refresh();
  }
  async function removeChosen() {
    const rows = chosen;
    try {
      await remove(tenant, table, rows);
      did(`${rows.length} deleted`, () => insert(tenant, table, rows.map((row) => writable(table, row))));
      grid.current?.deselectAll();
      refresh();
    } catch (error) {
      notifications.show({ color: "red", title: "Nothing was deleted", message: messageOf(error), autoClose: 8000 });
    }
  }
  async function undo() {
    const last = done.at(-1);
    if (!last) return;
    try {
      await last.undo();
      setDone((was) => was.filter((other) => other !== last));
      notifications.show({ message: `Undone: ${last.label}` });
      refresh();
    } catch (error) {
      notifications.show({ color: "red", title: "This cannot be undone any more", message: messageOf(error) });
    }
  }
  async function download(format: Format) {
    try {
      await exportRows(tenant, table, view, format);
    } catch (error) {
      notifications.show({ color: "red", title: "The export stopped", message: messageOf(error) });
    }
  }
  const hasKey = (table.primaryKey ?? []).length > 0;
  useHotkeys([["mod+Z", () => void undo()]]);

  return (
    <>
      <Group px="sm" py={8} gap="xs" className="bar" role="toolbar" aria-label="Rows">
        <Select
          size="xs"
          w={170}
          aria-label="Table"
          data={tables.map((candidate) => candidate.name)}
          value={table.name}
          onChange={(name) => name && navigate(`${base}?table=${encodeURIComponent(name)}`)}
          allowDeselect={false}
          searchable
          leftSection={<IconTable size={14} aria-hidden />}
        />
        <Filters table={table} filters={view.filters} onChange={(filters) => show({ filters })} />
        <Text size="xs" c="dimmed" role="status">
          {total === undefined ? "" : `${total.toLocaleString()} ${total === 1 ? "row" : "rows"}`}
        </Text>
        {!hasKey && (
          <Text size="xs" c="dimmed">
            Without a primary key, rows can be added but not changed
          </Text>
        )}
        <Group gap={6} ml="auto">
          {chosen.length > 0 && (
            <Button size="xs" color="red" variant="light" leftSection={<IconTrash size={14} aria-hidden />} onClick={removeChosen}>
              Delete {chosen.length}
            </Button>
          )}
          <Tooltip label={done.length ? `Undo: ${done.at(-1)?.label} (Ctrl Z)` : "Nothing to undo"}>
            <ActionIcon size={30} variant="default" aria-label="Undo" onClick={undo} data-disabled={done.length === 0 || undefined} aria-disabled={done.length === 0}>
              <IconArrowBackUp size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Read again">
            <ActionIcon size={30} variant="default" aria-label="Read again" onClick={refresh}>
              <IconRefresh size={16} />
            </ActionIcon>
          </Tooltip>
          <FileButton onChange={setFile} accept=".csv,.tsv,text/csv">
            {(props) => (
              <Button {...props} size="xs" variant="default" leftSection={<IconFileImport size={14} aria-hidden />}>
                Import
              </Button>
            )}
          </FileButton>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
                Export
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => download("csv")}>CSV</Menu.Item>
              <Menu.Item onClick={() => download("ndjson")}>JSON lines</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            Add a row
          </Button>
        </Group>
      </Group>
      {failure !== undefined && <Failure error={failure} again={refresh} />}
      <div className="rows">
        <Suspense fallback={<Loading what="Opening the grid" />}>
          <Grid
            tenant={tenant}
            table={table}
            view={view}
            base={base}
            onSort={(sort) => show({ sort })}
            onSelect={setChosen}
            onEdit={edit}
            onReady={(api) => {
              grid.current = api;
            }}
            onTotal={told}
          />
        </Suspense>
        {total === 0 && failure === undefined && <NoRows filtered={view.filters.length > 0} clear={() => show({ filters: [] })} add={() => setAdding(true)} />}
      </div>
      {adding && <NewRow table={table} save={add} close={() => setAdding(false)} />}
      {file && (
        <ImportFile
          tenant={tenant}
          table={table}
          file={file}
          close={() => setFile(null)}
          added={(rows, keys) => {
            if (keys.length > 0) did(`${rows} rows imported`, () => remove(tenant, table, keys));
            notifications.show({ message: `${rows} rows were added`, color: "teal" });
            refresh();
          }}
        />
      )}
      <Dropzone.FullScreen withinPortal={false} onDrop={(files) => setFile(files[0] ?? null)} multiple={false} inputProps={{ "aria-label": "A CSV file" }}>
        <Group justify="center" mih={220} gap="sm" style={{ pointerEvents: "none" }}>
          <IconFileImport size={32} aria-hidden />
          <Text>Drop the CSV file: you see its rows before any is added</Text>
        </Group>
      </Dropzone.FullScreen>
    </>
  );
}

function NoRows({ filtered, clear, add }: { filtered: boolean; clear: () => void; add: () => void }) {
  return (
    <div className="no-rows">
      {filtered ? (
        <Empty title="No row fits">
          <Text c="dimmed">All filters have to hold. Take one away, or all.</Text>
          <Button variant="default" onClick={clear}>
            Clear the filters
          </Button>
        </Empty>
      ) : (
        <Empty title="No rows yet">
          <Text c="dimmed">Add one by hand, or drop a CSV file on this page.</Text>
          <Button onClick={add}>Add a row</Button>
        </Empty>
      )}
    </div>
  );
}

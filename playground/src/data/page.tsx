import { ActionIcon, Button, FileButton, Group, Menu, Select, Text, Tooltip } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useHotkeys } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconDownload, IconFileImport, IconPlus, IconRefresh, IconTable, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { GridApi } from "ag-grid-community";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { useAddress } from "../api/address";
import { takeInHand } from "../api/at-hand";
import { messageOf } from "../api/client";
import type { Column, Table } from "../api/model";
import { declarationKey, useDeclaration } from "../api/queries";
import { mending } from "../shell/mend";
import { Empty, Failure, Loading } from "../shell/states";
import { exportRows, type Format } from "./export";
import { Filters } from "./filters";
import { ImportFile } from "./import";
import { NewRow } from "./row-form";
import { besides, carryOut, foreseen, type Removal, takeBack } from "./removal";
import { RemovalDialog } from "./removal-dialog";
import { change, insert, type Row, remove } from "./rows";
import { useUndo } from "./undo";
import { searchOf, type View, viewOf } from "../api/view";

/** The grid names neither the boxes that its editors open in nor its own editor of choices. */
const mended = mending((container) => {
  for (const part of container.querySelectorAll('.ag-popup [role="dialog"]:not([aria-label]), .ag-picker-field-wrapper:not([aria-label]), .ag-popup-editor:not([aria-label])')) {
    part.setAttribute("aria-label", "New value");
  }
});

const Grid = lazy(() => import("./grid"));

export default function DataPage({ tenant }: { tenant: string }) {
  const declared = useDeclaration(tenant);
  const [search] = useAddress();
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
  const asked = search.get("table") ?? first.name;
  const table = tables.find((candidate) => candidate.name === asked);
  if (table === undefined) {
    return (
      <Empty title={`No table ${asked}`} icon={<IconTable size={36} stroke={1.4} aria-hidden />}>
        <Text c="dimmed">There is none of that name. Rows of a view are read by GraphQL and REST.</Text>
        <Button component={Link} href={`/t/${tenant}/playground/data`}>
          Show {first.name}
        </Button>
      </Empty>
    );
  }
  return <Rows key={table.name} tenant={tenant} tables={tables} table={table} />;
}

function useView(table: Table) {
  const [search, go] = useAddress();
  const view = useMemo(() => viewOf(table, search), [table, search]);
  const show = useCallback((next: Partial<View>) => go(searchOf({ ...view, ...next })), [view, go]);
  return { view, show };
}

function Rows({ tenant, tables, table }: { tenant: string; tables: Table[]; table: Table }) {
  const { view, show } = useView(table);
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<Row[]>([]);
  const [removal, setRemoval] = useState<Removal>();
  const [total, setTotal] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const [adding, setAdding] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const grid = useRef<GridApi<Row>>(null);
  const base = `/t/${tenant}/playground/data`;

  useEffect(() => {
    takeInHand(tenant, { protocol: "rest", view, limit: 20 });
  }, [tenant, view]);

  const queries = useQueryClient();
  const refresh = useCallback(() => grid.current?.purgeInfiniteCache(), []);
  const readAgain = () => {
    // Columns may have come and gone as well.
    void queries.invalidateQueries({ queryKey: declarationKey(tenant) });
    refresh();
  };
  const { last, did, undo } = useUndo(`${tenant}/${table.name}`, refresh);
  const told = useCallback((count: number | undefined, error?: unknown) => {
    // What was counted before says nothing of a view that fails.
    if (count !== undefined || error !== undefined) setTotal(count);
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
    const rows = await insert(tenant, table, row);
    if (hasKey) did("row added", () => remove(tenant, table, rows));
    notifications.show({ message: "The row was added", color: "teal" });
    refresh();
  }
  const refused = (error: unknown) =>
    notifications.show({ color: "red", title: "Nothing was deleted", message: messageOf(error), autoClose: 8000 });
  async function removeChosen() {
    try {
      const next = await foreseen(tenant, tables, table, chosen);
      // What was not chosen goes only once it was seen.
      if (besides(next).length > 0 || next.final) setRemoval(next);
      else await removeAll(next);
    } catch (error) {
      refused(error);
    }
  }
  async function removeAll(next: Removal) {
    setRemoval(undefined);
    try {
      await carryOut(tenant, next);
      if (!next.final) did(`${next.chosen.rows.length} deleted`, () => takeBack(tenant, next));
      grid.current?.deselectAll();
      refresh();
    } catch (error) {
      refused(error);
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
          <Tooltip label={last ? `Undo: ${last} (Ctrl Z)` : "Nothing to undo"}>
            <ActionIcon size={30} variant="default" aria-label="Undo" onClick={undo} data-disabled={last === undefined || undefined} aria-disabled={last === undefined}>
              <IconArrowBackUp size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Read again">
            <ActionIcon size={30} variant="default" aria-label="Read again" onClick={readAgain}>
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
      <div className="rows" ref={mended}>
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
      {removal && <RemovalDialog removal={removal} close={() => setRemoval(undefined)} carryOut={() => void removeAll(removal)} />}
      {adding && <NewRow table={table} save={add} close={() => setAdding(false)} />}
      {file && (
        <ImportFile
          tenant={tenant}
          table={table}
          file={file}
          close={() => setFile(null)}
          added={(rows, keys) => {
            const what = rows === 1 ? "1 row" : `${rows} rows`;
            if (keys.length > 0) did(`${what} imported`, () => remove(tenant, table, keys));
            notifications.show({ message: `${what} ${rows === 1 ? "was" : "were"} added`, color: "teal" });
            refresh();
          }}
        />
      )}
      <Dropzone.FullScreen activateOnKeyboard={false} withinPortal={false} onDrop={(files) => setFile(files[0] ?? null)} multiple={false} inputProps={{ "aria-label": "A CSV file" }}>
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

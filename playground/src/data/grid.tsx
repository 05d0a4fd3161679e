// The rows of a view: AG Grid over keyset pages.
import { useComputedColorScheme } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  CellStyleModule, type CellEditRequestEvent, type ColDef, colorSchemeDark, colorSchemeLight, ColumnApiModule, CustomEditorModule, DateEditorModule, EventApiModule, HighlightChangesModule, type GridApi, type ICellRendererParams, type IDatasource, InfiniteRowModelModule, ModuleRegistry, RenderApiModule, RowApiModule, RowSelectionModule, ScrollApiModule, SelectEditorModule, type SuppressKeyboardEventParams, TextEditorModule, themeQuartz, TooltipModule,
} from "ag-grid-community";
import { AgGridReact } from "ag-grid-react";
import { useMemo } from "react";
import { Link } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { messageOf, Offline } from "../api/client";
import { type Column, type ForeignKey, kindOf, membersOf, type Table, typeName } from "../api/model";
import { BlobEditor, DatetimeEditor, LongEditor, NULL, NullableEditor, SetEditor } from "./editors";
import { keyText, PAGE, Pages, referenceOf, referred, type Row } from "./rows";
import { type Sort, searchOf, type View } from "../api/view";
import { editable, shown, typed } from "./values";

ModuleRegistry.registerModules([
  InfiniteRowModelModule, RowSelectionModule, TextEditorModule, SelectEditorModule, DateEditorModule, CustomEditorModule, CellStyleModule, RenderApiModule, RowApiModule, ScrollApiModule, HighlightChangesModule, ColumnApiModule, EventApiModule, TooltipModule,
]);

export interface GridProps {
  tenant: string;
  table: Table;
  view: View;
  /** The place of the page, to link to another table's rows. */
  base: string;
  onSort: (sort: Sort[]) => void;
  onSelect: (rows: Row[]) => void;
  onEdit: (row: Row, column: Column, value: unknown) => Promise<Row>;
  onReady: (api: GridApi<Row>) => void;
  onTotal: (total: number | undefined, error?: unknown) => void;
}

/** A cell's text; React writes it as text, whatever it holds. */
function Value(params: ICellRendererParams<Row> & { declared: Column; href?: (row: Row) => string | undefined }) {
  const { value, declared, href, data } = params;
  if (data === undefined) return <span className="cell-null">…</span>;
  if (value === null || value === undefined) return <span className="cell-null">null</span>;
  const text = shown(declared, value);
  const place = href?.(data);
  if (place === undefined) return <>{text}</>;
  return (
    <>
      {text}{" "}
      <Link href={place} className="cell-link" aria-label={`Follow ${declared.name} ${text}`} title="Show the row that this refers to (Ctrl Enter)">
        ↗
      </Link>
    </>
  );
}

function editorOf(column: Column): Partial<ColDef<Row>> {
  const custom = (cellEditor: unknown, popup = true): Partial<ColDef<Row>> => ({
    cellEditor,
    cellEditorPopup: popup,
    cellEditorParams: { column_: column },
    suppressKeyboardEvent: ({ event, editing }) => editing && popup && event.key === "Enter",
  });
  switch (kindOf(column.type)) {
    case "boolean":
      return choice(["true", "false"], column);
    case "enum":
      return choice(membersOf(column.type), column);
    case "date":
      return { cellEditor: "agDateStringCellEditor" };
    case "datetime":
      return custom(DatetimeEditor, false);
    case "json":
    case "geometry":
    case "long":
      return custom(LongEditor);
    case "set":
      return custom(SetEditor);
    case "blob":
      return custom(BlobEditor);
    default:
      return column.nullable ? custom(NullableEditor, false) : { cellEditor: "agTextCellEditor" };
  }
}

const choice = (values: string[], column: Column): Partial<ColDef<Row>> => ({
  cellEditor: "agSelectCellEditor",
  cellEditorParams: { values: column.nullable ? [NULL, ...values] : values },
});

/** Where the row is shown that a row refers to. */
function placeOf(base: string, reference: ForeignKey, row: Row): string | undefined {
  const filters = referred(reference, row);
  if (filters === undefined) return undefined;
  return `${base}?${searchOf({ table: reference.references, filters, sort: [] })}`;
}

/** Ctrl Enter follows what a cell refers to, as a click on its arrow does. */
function follows({ event, editing, data }: SuppressKeyboardEventParams<Row>, href?: (row: Row) => string | undefined): boolean {
  const place = !editing && event.key === "Enter" && (event.ctrlKey || event.metaKey) && data ? href?.(data) : undefined;
  if (place !== undefined) navigate(place);
  return place !== undefined;
}

function definitions({ table, base, view }: GridProps): ColDef<Row>[] {
  const hasKey = (table.primaryKey ?? []).length > 0;
  return table.columns.map((column) => {
    const reference = referenceOf(table, column.name);
    const kind = kindOf(column.type);
    const sorted = view.sort.findIndex((sort) => sort.column === column.name);
    const href = reference && ((row: Row) => placeOf(base, reference, row));
    const own = editorOf(column);
    return {
      colId: column.name,
      headerName: column.name,
      headerTooltip: `${typeName(column.type)}${column.nullable ? "" : " NOT NULL"}${column.comment ? ` · ${column.comment}` : ""}`,
      // A name may hold dots, which the grid would take for a path.
      valueGetter: ({ data }) => data?.[column.name],
      comparator: () => 0,
      sortable: !["json", "blob", "geometry"].includes(kind),
      sort: sorted < 0 ? null : view.sort[sorted]?.descending ? "desc" : "asc",
      sortIndex: sorted < 0 ? null : sorted,
      editable: ({ data }) => hasKey && data !== undefined && !column.generated,
      resizable: true,
      minWidth: 90,
      width: kind === "long" || kind === "json" ? 260 : kind === "integer" || kind === "boolean" ? 120 : kind === "text" ? 220 : 170,
      type: kind === "integer" || kind === "number" ? "rightAligned" : undefined,
      cellRenderer: Value,
      cellRendererParams: { declared: column, href },
      useValueFormatterForExport: false,
      ...own,
      suppressKeyboardEvent: (params) => follows(params, href) || (own.suppressKeyboardEvent?.(params) ?? false),
    };
  });
}

/** What an editor left, as a value of the column. */
function taken(column: Column, given: unknown): unknown {
  if (given === NULL || given === undefined || given === null) return column.nullable ? null : typed(column, "");
  return typed(column, String(given));
}

/** Shows what a row became. A cell in which one types by now stays as it is: drawn anew, it would lose letters. */
function show({ node, api }: CellEditRequestEvent<Row>, row: Row) {
  const editing = new Set(api.getEditingCells().filter(({ rowIndex }) => rowIndex === node.rowIndex).map(({ column }) => column?.getColId()));
  if (node.data === undefined || editing.size === 0) {
    node.setData(row);
    return;
  }
  Object.assign(node.data, row);
  const others = (api.getColumns() ?? []).filter((column) => !editing.has(column.getColId()));
  api.refreshCells({ rowNodes: [node], columns: others, force: true });
}

export default function Grid(props: GridProps) {
  const { tenant, table, view, onSort, onSelect, onEdit, onReady, onTotal } = props;
  const dark = useComputedColorScheme("light") === "dark";
  const theme = useMemo(
    () =>
      themeQuartz.withPart(dark ? colorSchemeDark : colorSchemeLight).withParams({
        accentColor: dark ? "#8e9bea" : "#3d4fc0",
        fontFamily: "inherit",
        fontSize: 13,
        rowHeight: 34,
        headerHeight: 38,
        wrapperBorder: false,
        wrapperBorderRadius: 0,
        backgroundColor: dark ? "#242424" : "#ffffff",
        foregroundColor: dark ? "#e4e4e4" : "#1f2328",
        headerTextColor: dark ? "#e4e4e4" : "#1f2328",
      }),
    [dark],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are made anew when another table or order is shown
  const columns = useMemo(() => definitions(props), [table, view]);
  const source = useMemo((): IDatasource => {
    const pages = new Pages(tenant, table, view);
    return {
      getRows({ startRow, successCallback, failCallback }) {
        pages.read(startRow).then(
          ({ rows, total }) => {
            onTotal(total);
            successCallback(rows, total);
          },
          (error) => {
            onTotal(undefined, error);
            failCallback();
          },
        );
      },
    };
  }, [tenant, table, view, onTotal]);
  const hasKey = (table.primaryKey ?? []).length > 0;

  async function edited(event: CellEditRequestEvent<Row>) {
    const column = table.columns.find((candidate) => candidate.name === event.column.getColId());
    if (!column) return;
    try {
      const value = taken(column, event.newValue);
      if (editable(column, value) === editable(column, event.oldValue) && (value === null) === (event.oldValue === null)) return;
      const row = await onEdit(event.data, column, value);
      show(event, row);
      event.api.flashCells({ rowNodes: [event.node], columns: [event.column] });
    } catch (error) {
      const kept = error instanceof Offline ? `: what you typed is ${shown(column, event.newValue)}` : "";
      notifications.show({ color: "red", title: `${column.name} was not changed`, message: messageOf(error) + kept, autoClose: kept ? false : 8000 });
    }
  }

  return (
    <AgGridReact<Row>
      theme={theme}
      columnDefs={columns}
      rowModelType="infinite"
      datasource={source}
      cacheBlockSize={PAGE}
      maxConcurrentDatasourceRequests={2}
      blockLoadDebounceMillis={60}
      infiniteInitialRowCount={1}
      getRowId={hasKey ? ({ data }) => keyText(table, data) : undefined}
      // A row that is not there yet cannot be chosen: the choice would go when it comes.
      rowSelection={hasKey ? { mode: "multiRow", headerCheckbox: false, checkboxes: true, enableClickSelection: false, isRowSelectable: ({ data }) => data !== undefined } : undefined}
      selectionColumnDef={{ pinned: "left", width: 46, headerName: "Chosen" }}
      readOnlyEdit
      stopEditingWhenCellsLoseFocus
      suppressFieldDotNotation
      suppressMultiSort={false}
      multiSortKey="ctrl"
      tooltipShowDelay={600}
      onCellEditRequest={edited}
      suppressNoRowsOverlay
      onSortChanged={({ api, source }) => {
        // An order that the address brought is no new one.
        if (source !== "uiColumnSorted") return;
        const sorted = api.getColumnState().filter((state) => state.sort);
        sorted.sort((one, other) => (one.sortIndex ?? 0) - (other.sortIndex ?? 0));
        onSort(sorted.map((state) => ({ column: state.colId, descending: state.sort === "desc" })));
      }}
      onSelectionChanged={({ api }) => onSelect(api.getSelectedRows())}
      onGridReady={({ api }) => onReady(api)}
    />
  );
}

// Rows of a CSV file: looked at, tried, then added, all or none.
import { Alert, Button, Group, Modal, ScrollArea, Select, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Papa from "papaparse";
import { useState } from "react";
import { messageOf } from "../api/client";
import type { Column, Table as Declared } from "../api/model";
import { insertMany, PART, type Row } from "./rows";
import { typed } from "./values";

const PREVIEW = 8;
const LEFT_OUT = "";

interface Parsed {
  names: string[];
  records: string[][];
}

async function parsed(file: File): Promise<Parsed> {
  const text = await file.text();
  if (text.trim() === "") throw new Error("The file is empty");
  if (text.includes("\0")) throw new Error("The file holds bytes that are no text");
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy" });
  const [names, ...records] = data;
  const fault = errors.find(({ type }) => type === "Quotes");
  if (fault) throw new Error(`${fault.row === undefined ? "A line" : `Line ${fault.row + 1}`}: ${fault.message.toLowerCase()}`);
  if (!names || records.length === 0) throw new Error("The file holds names and no rows");
  const at = records.findIndex((record) => record.length > names.length);
  if (at >= 0) throw new Error(`Row ${at + 1} has ${records[at]?.length} cells, and there are ${names.length} names`);
  return { names, records };
}

/** Columns that take a value: the server computes the others. */
const takers = (table: Declared): Column[] => table.columns.filter((column) => !column.generated);

/** Each column once, where a name is its own or the one that an export gives it. */
function guessed(table: Declared, names: string[]): string[] {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const taken = new Set<string>();
  return names.map((name) => {
    const free = takers(table).filter((column) => !taken.has(column.name));
    const found = free.find((column) => column.name === name) ?? free.find((column) => plain(column.name) === plain(name));
    if (found) taken.add(found.name);
    return found?.name ?? LEFT_OUT;
  });
}

/** The rows; an empty cell is left to the column's default. */
function rowsOf(table: Declared, { names, records }: Parsed, columns: string[]): Row[] {
  const twice = columns.find((name, at) => name !== LEFT_OUT && columns.indexOf(name) < at);
  if (twice !== undefined) {
    const both = names.filter((_, at) => columns[at] === twice).map((name) => `"${name}"`);
    throw new Error(`${both.join(" and ")} both go to ${twice}: leave one of them out`);
  }
  return records.map((record, index) => {
    const row: Row = {};
    for (const [at, name] of columns.entries()) {
      const column = table.columns.find((candidate) => candidate.name === name);
      const cell = record[at] ?? "";
      if (!column || cell === "") continue;
      try {
        row[name] = typed(column, cell);
      } catch (error) {
        throw new Error(`row ${index + 1}: ${messageOf(error)}`);
      }
    }
    return row;
  });
}

/** A refusal in the words of the file: the server counts from 0, in operations that hold five thousand rows each. */
function told(error: unknown): string {
  const text = messageOf(error);
  const operation = Number(/^operation (\d+): /.exec(text)?.[1] ?? 0);
  return text
    .replace(/^operation \d+: /, "")
    .replace(/\(row (\d+), counted from 0\)/, (_, row: string) => `(row ${operation * PART + Number(row) + 1} of the file)`);
}

const counted = (rows: number) => `${rows.toLocaleString()} ${rows === 1 ? "row" : "rows"}`;

interface ImportProps {
  tenant: string;
  table: Declared;
  file: File;
  close: () => void;
  /** After the rows were added: how many, and their keys where the table has one. */
  added: (rows: number, keys: Row[]) => void;
}

export function ImportFile({ tenant, table, file, close, added }: ImportProps) {
  const read = useQuery({ queryKey: ["file", file.name, file.size, file.lastModified], queryFn: () => parsed(file), retry: false, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Modal opened onClose={close} size="xl" title={`Import ${file.name} into ${table.name}`} closeButtonProps={{ "aria-label": "Close" }}>
      {read.isError && (
        <Alert color="red" variant="light" title="The file cannot be read as CSV">
          {messageOf(read.error)}. The first line has to name the columns; each other line is a row.
        </Alert>
      )}
      {read.data && <Matched tenant={tenant} table={table} parsed={read.data} close={close} added={added} />}
    </Modal>
  );
}

function Matched({ tenant, table, parsed: file, close, added }: Omit<ImportProps, "file"> & { parsed: Parsed }) {
  const [columns, setColumns] = useState(() => guessed(table, file.names));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  // The server tries it and takes all back: what would fail is known before anything is changed.
  const trial = useQuery({
    queryKey: ["trial", tenant, table.name, file, columns],
    queryFn: async () => {
      await insertMany(tenant, table, rowsOf(table, file, columns), true);
      return true;
    },
    retry: false,
    gcTime: 0,
  });
  const taken = columns.filter((name) => name !== LEFT_OUT).length;

  async function add() {
    setBusy(true);
    try {
      const keys = await insertMany(tenant, table, rowsOf(table, file, columns));
      added(file.records.length, keys);
      close();
    } catch (problem) {
      setError(told(problem));
    } finally {
      setBusy(false);
    }
  }

  // A file may have a name twice.
  const heads = file.names.map((name, at) => ({ id: `${at} ${name}`, name, at }));
  const problem = error ?? (trial.isError ? told(trial.error) : undefined);
  return (
    <Stack>
      <Text size="sm">
        {counted(file.records.length)}, {taken} of {file.names.length} columns taken. Empty cells are left to the column's default.
      </Text>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, "aria-label": "Preview", role: "region" }}>
        <Table withTableBorder withColumnBorders verticalSpacing={4} fz="xs" style={{ whiteSpace: "nowrap" }}>
          <Table.Thead>
            <Table.Tr>
              {heads.map(({ id, name, at }) => (
                <Table.Th key={id} miw={150}>
                  <Select
                    size="xs"
                    label={name}
                    data={[{ value: LEFT_OUT, label: "(left out)" }, ...takers(table).map((column) => column.name)]}
                    value={columns[at] ?? LEFT_OUT}
                    onChange={(chosen) => setColumns((was) => was.map((old, other) => (other === at ? (chosen ?? LEFT_OUT) : old)))}
                    allowDeselect={false}
                  />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {file.records.slice(0, PREVIEW).map((record, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file have nothing else
              <Table.Tr key={index}>
                {heads.map(({ id, at }) => (
                  <Table.Td key={id} maw={240} style={{ overflow: "hidden", textOverflow: "ellipsis" }}>
                    {record[at]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {problem && (
        <Alert color="red" variant="light" title="These rows would be refused" role="alert">
          {problem}
        </Alert>
      )}
      {trial.isSuccess && !problem && (
        <Text size="sm" c="dimmed" role="status">
          The server tried it: {file.records.length === 1 ? "the row fits" : `all ${file.records.length} rows fit`}.
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={add} loading={busy || trial.isFetching} disabled={problem !== undefined || taken === 0}>
          Add {file.records.length} {file.records.length === 1 ? "row" : "rows"}
        </Button>
      </Group>
    </Stack>
  );
}

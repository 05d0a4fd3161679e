// Rows of a CSV file: looked at, tried, then added, all or none.
import { Alert, Button, Group, Modal, ScrollArea, Select, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Papa from "papaparse";
import { useState } from "react";
import { messageOf } from "../api/client";
import type { Table as Declared } from "../api/model";
import { insertMany, type Row } from "./rows";
import { typed } from "./values";

const PREVIEW = 8;
const LEFT_OUT = "";

interface Parsed {
  names: string[];
  records: string[][];
}

async function parsed(file: File): Promise<Parsed> {
  const { data, errors } = Papa.parse<string[]>(await file.text(), { skipEmptyLines: "greedy" });
  const [names, ...records] = data;
  if (!names || names.length === 0) throw new Error(errors[0]?.message ?? "the file holds no line of names");
  return { names, records };
}

function guessed(table: Declared, names: string[]): string[] {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return names.map((name) => table.columns.find((column) => plain(column.name) === plain(name))?.name ?? LEFT_OUT);
}

/** The rows; an empty cell is left to the column's default. */
function rowsOf(table: Declared, { records }: Parsed, columns: string[]): Row[] {
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
          {messageOf(read.error)}. The first line has to name the columns.
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
      setError(messageOf(problem));
    } finally {
      setBusy(false);
    }
  }

  const problem = error ?? (trial.isError ? messageOf(trial.error) : undefined);
  return (
    <Stack>
      <Text size="sm">
        {file.records.length.toLocaleString()} rows, {taken} of {file.names.length} columns taken. Empty cells are left to the column's default.
      </Text>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, "aria-label": "Preview", role: "region" }}>
        <Table withTableBorder withColumnBorders verticalSpacing={4} fz="xs" style={{ whiteSpace: "nowrap" }}>
          <Table.Thead>
            <Table.Tr>
              {file.names.map((name, at) => (
                <Table.Th key={name} miw={150}>
                  <Select
                    size="xs"
                    label={name}
                    data={[{ value: LEFT_OUT, label: "(left out)" }, ...table.columns.map((column) => column.name)]}
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
                {file.names.map((name, at) => (
                  <Table.Td key={name} maw={240} style={{ overflow: "hidden", textOverflow: "ellipsis" }}>
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
          The server tried it: all {file.records.length} rows fit.
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={add} loading={busy || trial.isFetching} disabled={problem !== undefined || taken === 0}>
          Add {file.records.length} rows
        </Button>
      </Group>
    </Stack>
  );
}

// Removing rows, and bringing them back: foreign keys take other tables' rows along, or clear references in them.
import { note } from "../api/at-hand";
import type { ForeignKey, Table } from "../api/model";
import { adding, among, batch, changing, keyParams, type Operation, pathOf, removing, type Row, selected } from "./rows";

/** Rows of a table that are touched together. */
export interface Touched {
  table: Table;
  rows: Row[];
}

export interface Removal {
  chosen: Touched;
  /** All rows that go, by table: those chosen among them. */
  lost: Touched[];
  /** Rows that stay, and lose what they refer to. */
  cleared: (Touched & { columns: string[] })[];
  /** Why it cannot be undone, where it cannot. */
  final?: string;
}

/** How many rows are looked at, and brought back. */
const MOST = 5000;

/** Operations of one batch. */
const OPERATIONS = 100;

const has = (key: ForeignKey, effect: string) => (key.onDelete ?? "").toLowerCase() === effect;

/** Rows that refer to others through a foreign key. */
async function referring(tenant: string, table: Table, key: ForeignKey, rows: Row[]): Promise<Row[]> {
  const values = rows.map((row) => key.referencedColumns.map((name) => row[name])).filter((row) => row.every((value) => value !== null));
  if (values.length === 0) return [];
  const limit: [string, string] = ["limit", String(MOST)];
  const reads = among(key.columns, values).map((params): Operation => ({ method: "GET", path: pathOf(table, [selected(table), ...params, limit]) }));
  const answers = await batch(tenant, reads);
  return answers.flatMap(({ body }) => body as Row[]);
}

/** What names a row among those of its table. */
const nameOf = ({ primaryKey }: Table, row: Row) => JSON.stringify(primaryKey?.length ? primaryKey.map((name) => row[name]) : row);

/** What goes, or is cleared, when rows are removed. */
export async function foreseen(tenant: string, tables: Table[], table: Table, rows: Row[]): Promise<Removal> {
  const lost = new Map<Table, Row[]>([[table, [...rows]]]);
  const known = new Set(rows.map((row) => `${table.name} ${nameOf(table, row)}`));
  const cleared: Removal["cleared"] = [];
  const chosen = { table, rows };
  const queue: Touched[] = [chosen];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { name } = next.table;
    for (const child of tables) {
      for (const key of child.foreignKeys ?? []) {
        if (key.references.toLowerCase() !== name.toLowerCase() || !(has(key, "cascade") || has(key, "setnull"))) continue;
        const found = await referring(tenant, child, key, next.rows);
        if (has(key, "setnull")) add(cleared, { table: child, columns: key.columns, rows: found });
        if (!has(key, "cascade")) continue;
        const fresh = found.filter((row) => !known.has(`${child.name} ${nameOf(child, row)}`));
        for (const row of fresh) known.add(`${child.name} ${nameOf(child, row)}`);
        if (fresh.length === 0) continue;
        lost.set(child, [...(lost.get(child) ?? []), ...fresh]);
        if (known.size > MOST) return { chosen, lost: touched(lost), cleared, final: `more than ${MOST.toLocaleString()} rows go` };
        queue.push({ table: child, rows: fresh });
      }
    }
  }
  const stays = cleared
    .map((one) => ({ ...one, rows: one.rows.filter((row) => !known.has(`${one.table.name} ${nameOf(one.table, row)}`)) }))
    .filter((one) => one.rows.length > 0);
  return judged({ chosen, lost: touched(lost), cleared: stays });
}

/** Rows that the same key refers with are told of together. */
function add(cleared: Removal["cleared"], found: Removal["cleared"][number]) {
  const known = cleared.find(({ table, columns }) => table === found.table && columns === found.columns);
  if (known) known.rows.push(...found.rows);
  else cleared.push(found);
}

const touched = (lost: Map<Table, Row[]>): Touched[] => [...lost].map(([table, rows]) => ({ table, rows }));

function judged(removal: Removal): Removal {
  const keyless = removal.cleared.find(({ table }) => !table.primaryKey?.length);
  if (keyless) return { ...removal, final: `rows of ${keyless.table.name} have no key by which to find them again` };
  const whole = removal.cleared.find(({ rows }) => rows.length >= MOST);
  if (whole) return { ...removal, final: `more than ${MOST.toLocaleString()} rows of ${whole.table.name} refer to what goes` };
  if (restoring(removal).length > OPERATIONS) return { ...removal, final: "too many references would have to be set again" };
  return removal;
}

/** Tables before those that refer to them. */
function ordered(lost: Touched[]): Touched[] {
  const done = new Set<Touched>();
  const place = (one: Touched, above: Touched[]) => {
    if (done.has(one) || above.includes(one)) return;
    for (const key of one.table.foreignKeys ?? []) {
      const parent = lost.find(({ table }) => table.name.toLowerCase() === key.references.toLowerCase());
      if (parent) place(parent, [...above, one]);
    }
    done.add(one);
  };
  for (const one of lost) place(one, []);
  return [...done];
}

/** What can be written again of a row: all but what the server computes. */
const writable = (table: Table, row: Row): Row =>
  Object.fromEntries(table.columns.filter((column) => !column.generated).map((column) => [column.name, row[column.name]]));

/** What brings everything back. */
function restoring({ lost, cleared }: Removal): Operation[] {
  const rows = ordered(lost).flatMap(({ table, rows }) => adding(table, rows.map((row) => writable(table, row))));
  return [...rows, ...cleared.flatMap(referringAgain)];
}

/** Sets references again, those to the same row together. */
function referringAgain({ table, rows, columns }: Removal["cleared"][number]): Operation[] {
  const byTarget = new Map<string, Row[]>();
  for (const row of rows) {
    const target = JSON.stringify(columns.map((name) => row[name]));
    byTarget.set(target, [...(byTarget.get(target) ?? []), row]);
  }
  const key = table.primaryKey ?? [];
  return [...byTarget.values()].flatMap((group) => {
    const values = Object.fromEntries(columns.map((name) => [name, group[0]?.[name]]));
    const found = group.length === 1 && group[0] ? [keyParams(table, group[0])] : among(key, group.map((row) => key.map((name) => row[name])));
    return found.map((params) => changing(table, params, values));
  });
}

/** Removes what was foreseen, all or none. */
export async function carryOut(tenant: string, { chosen }: Removal): Promise<void> {
  const operations = removing(chosen.table, chosen.rows);
  const [first] = operations;
  if (first) note(tenant, { protocol: "sent", method: first.method, path: `/rest${first.path}`, headers: {} });
  await batch(tenant, operations);
}

/** Brings back what was removed, all or none. */
export const takeBack = (tenant: string, removal: Removal) => batch(tenant, restoring(removal));

const counted = (rows: number) => `${rows.toLocaleString()} ${rows === 1 ? "row" : "rows"}`;

/** What goes beside the rows chosen, in words. */
export function besides({ chosen, lost, cleared }: Removal): string[] {
  const others = lost.map(({ table, rows }) => ({ table, count: rows.length - (table === chosen.table ? chosen.rows.length : 0) }));
  return [
    ...others.filter(({ count }) => count > 0).map(({ table, count }) => `${counted(count)} of ${table.name} deleted`),
    ...cleared.map(({ table, rows, columns }) => `${columns.join(", ")} emptied in ${counted(rows.length)} of ${table.name}`),
  ];
}

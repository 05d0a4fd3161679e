// Selections over three of the 200 tables of `tests::hard::large`, with the types that their rows must have.

import { createClient, type Table3 } from "./large.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only where the value has just that type. */
function expectType<Expected>() {
  return <Actual>(_value: Actual, ..._same: Same<Expected, Actual> extends true ? [] : ["another type"]): void => {};
}

export async function run(): Promise<void> {
  const db = createClient({ url: "http://localhost/t/wide", key: "key" });
  const [row] = await db.table3.findMany({
    filter: { column1: { eq: "x" }, before: { column0: { gte: 1 } } },
    orderBy: [{ column3: "desc" }],
    select: { id: true, column2: true, before: { select: { half: { select: { column6: true } } } } },
  });
  expectType<
    | {
        id: string;
        column2: string | null;
        before: { half: { column6: "new" | "paid" | "sent" | null } | null } | null;
      }
    | undefined
  >()(row);
  const rows: Table3[] = await db.table3.findMany({ first: 3 });
  const count = await db.table100.count({ filter: { parent: { column16: { startsWith: "a" } } } });
  const page = await db.table199.findPage({ first: 2, select: { parent: { select: { id: true } } } });
  // @ts-expect-error: no column has this name.
  await db.table199.findMany({ select: { column1000: true } });
  void [rows, count, page.nodes[0]?.parent?.id];
}

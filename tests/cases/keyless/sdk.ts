// The client of a tenant's API, made by WorkerSQL from its declaration: make it again rather than change it.
/* eslint-disable */

/** Table `reading`. */
export interface Reading {
  /** Column `sensor`. */
  sensor: string;
  /** Column `taken`. */
  taken: string;
  /** Column `celsius`. */
  celsius: string | null;
}

export interface ReadingFilter {
  sensor?: StringFilter;
  taken?: DatetimeFilter;
  celsius?: DecimalFilter;
  /** All hold; true if there is none. */
  and?: readonly ReadingFilter[];
  /** One holds; false if there is none. */
  or?: readonly ReadingFilter[];
  /** Does not hold. */
  not?: ReadingFilter;
}

export interface ReadingOrderBy {
  sensor?: Direction;
  taken?: Direction;
  celsius?: Direction;
}

export interface ReadingInsertInput {
  /** Column `sensor`. */
  sensor: string;
  /** Column `taken`. */
  taken: string;
  /** Column `celsius`. */
  celsius?: string | number | null | undefined;
}

export interface ReadingUpdateInput {
  /** Column `sensor`. */
  sensor?: string | undefined;
  /** Column `taken`. */
  taken?: string | undefined;
  /** Column `celsius`. */
  celsius?: string | number | null | undefined;
}

interface Reading$Kinds {
  sensor: "plain";
  taken: "moment";
  celsius: "exact";
}

/** The types of `reading`. */
export interface Reading$ {
  row: Reading;
  computed: {
    etag: string;
  };
  one: {
  };
  many: {
  };
  key: never;
  filter: ReadingFilter;
  orderBy: ReadingOrderBy;
  insert: ReadingInsertInput;
  update: ReadingUpdateInput;
  column: keyof Reading;
  kinds: Reading$Kinds;
  lists: {
    distinctOn?: readonly (keyof Reading)[];
  };
}

export type FilterIs =
  | "NULL"
  | "NOT_NULL"
;

export interface DecimalFilter {
  eq?: string | number;
  neq?: string | number;
  gt?: string | number;
  gte?: string | number;
  lt?: string | number;
  lte?: string | number;
  in?: readonly (string | number)[];
  /** None of these; false for NULL. */
  nin?: readonly (string | number)[];
  is?: FilterIs;
}

export interface StringFilter {
  eq?: string;
  neq?: string;
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  in?: readonly string[];
  /** None of these; false for NULL. */
  nin?: readonly string[];
  is?: FilterIs;
  /** Matches a pattern: `%` stands for any text, `_` for any character, `\` for the next one itself. */
  like?: string;
  /** The same without regard to the case of ASCII letters. */
  ilike?: string;
  /** Starts with this, to the letter. */
  startsWith?: string;
  /** Ends with this, to the letter. */
  endsWith?: string;
  /** Holds this somewhere, to the letter. */
  contains?: string;
  /** Starts with this text, whatever the case of ASCII letters. */
  iStartsWith?: string;
  /** Ends with this text, whatever the case of ASCII letters. */
  iEndsWith?: string;
  /** Holds this text somewhere, whatever the case of ASCII letters. */
  iContains?: string;
  /** A regular expression is found in it: `^` and `$` are the text's ends, `.` is any character. Without references, looking around and boundaries of words. */
  regex?: string;
  /** The same whatever the case of ASCII letters. */
  iregex?: string;
}

export interface DatetimeFilter {
  eq?: string;
  neq?: string;
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  in?: readonly string[];
  /** None of these; false for NULL. */
  nin?: readonly string[];
  is?: FilterIs;
}

/** A client of the tenant's API. */
export interface Database extends ClientMethods {
  /** Table `reading`. */
  readonly reading: TableApi<Reading$>;
}

const tables = {
  reading: {
    type: "Reading",
    key: {
    },
    columns: [
      "sensor",
      "taken",
      "celsius",
    ],
    computed: [
      "etag",
    ],
    one: {
    },
    many: {
    },
    lists: {
      distinctOn: "[ReadingColumn!]",
    },
  },
};

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A GeoJSON geometry (RFC 7946 section 3.1). */
export interface GeoJsonGeometry {
  type: string;
  coordinates?: unknown;
  geometries?: GeoJsonGeometry[];
}

/** A direction, and where NULL stands in it. NULL comes last in `asc` and first in `desc`. */
export type Direction = "asc" | "desc" | "ascNullsFirst" | "ascNullsLast" | "descNullsFirst" | "descNullsLast";

/** Where a page stands among all rows. */
export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** What belongs to a table; each table's are generated. */
export interface TableTypes {
  row: object;
  computed: object;
  one: object;
  many: object;
  key: unknown;
  filter: object;
  orderBy: object;
  insert: object;
  update: object;
  column: unknown;
  kinds: object;
  lists: object;
}

type TargetOf<R> = R extends readonly [infer T extends TableTypes, unknown] ? T : R extends TableTypes ? R : never;
type NoneOf<R> = R extends readonly [TableTypes, infer N] ? N : never;
type Plain<T> = { [K in keyof T]: T[K] } & {};

/** What to answer of a row: columns by `true`, related rows by `true` (all their columns) or with a selection of their own. */
export type Select<T extends TableTypes> = { [K in keyof T["row"] | keyof T["computed"]]?: true } & {
  [K in keyof T["one"]]?: true | { select: Select<TargetOf<T["one"][K]>> };
} & { [K in keyof T["many"]]?: true | NestedList<TargetOf<T["many"][K]>> };

/** All columns. */
export type Columns<T extends TableTypes> = { [K in keyof T["row"]]: true };

/** Which rows a list answers, and in what order. */
export type Listing<T extends TableTypes> = T["lists"] & {
  /** Which rows; all if left out. */
  filter?: T["filter"];
  /** Their order; the key completes it. */
  orderBy?: T["orderBy"] | readonly T["orderBy"][];
  /** The first so many rows. Without it the server answers its default, which is 1,000 unless set. */
  first?: number;
  /** The last so many rows. */
  last?: number;
  /** Only rows after this place. */
  after?: string | null;
  /** Only rows before this place. */
  before?: string | null;
  /** So many rows are passed over first. */
  offset?: number;
};

/** A list of related rows. With `page` it is answered as a page: `nodes`, `pageInfo` and what else is asked for. */
export type NestedList<T extends TableTypes> = Listing<T> & {
  select?: Select<T>;
  page?: true;
  totalCount?: true;
  aggregate?: AggregateSelect<T>;
};

type Only<S, Allowed> = { [K in keyof S]: K extends keyof Allowed ? S[K] : never };

/** Refuses members that a selection does not have, at any depth. */
export type Exact<T extends TableTypes, S> = {
  [K in keyof S]: K extends keyof T["one"]
    ? S[K] extends { select: infer N }
      ? { select: Exact<TargetOf<T["one"][K]>, N> } & Only<S[K], { select: unknown }>
      : S[K]
    : K extends keyof T["many"]
      ? S[K] extends { select: infer N }
        ? { select: Exact<TargetOf<T["many"][K]>, N> } & Only<S[K], NestedList<TargetOf<T["many"][K]>>>
        : Only<S[K], NestedList<TargetOf<T["many"][K]>>>
      : K extends keyof T["row"] | keyof T["computed"]
        ? S[K]
        : never;
};

type RowPart<T extends TableTypes, A> = A extends { select: infer N } ? Selected<T, N> : Plain<T["row"]>;

/** The row that a selection answers. */
export type Selected<T extends TableTypes, S> = Plain<{
  -readonly [K in keyof S]-?: K extends keyof T["one"]
    ? RowPart<TargetOf<T["one"][K]>, S[K]> | NoneOf<T["one"][K]>
    : K extends keyof T["many"]
      ? S[K] extends { page: true }
        ? Paged<TargetOf<T["many"][K]>, RowPart<TargetOf<T["many"][K]>, S[K]>, S[K]>
        : RowPart<TargetOf<T["many"][K]>, S[K]>[]
      : K extends keyof T["row"]
        ? T["row"][K]
        : K extends keyof T["computed"]
          ? T["computed"][K]
          : never;
}>;

/** A page of rows, with what was asked for beside them. */
export type Paged<T extends TableTypes, Row, A> = { nodes: Row[]; pageInfo: PageInfo } & (A extends { totalCount: true }
  ? { totalCount: number }
  : unknown) &
  (A extends { aggregate: infer G } ? { aggregate: Aggregated<T, G> } : unknown);

type OrderedIn<T> = { [K in keyof T]: T[K] extends "opaque" ? never : K }[keyof T];
type Ordered<T extends TableTypes> = OrderedIn<T["kinds"]>;
type Numeric<T extends TableTypes> = {
  [K in keyof T["kinds"]]: T["kinds"][K] extends "exact" | "float" ? K : never;
}[keyof T["kinds"]];
type Dated<T extends TableTypes, D> = {
  [K in keyof T["kinds"]]: T["kinds"][K] extends D ? K : never;
}[keyof T["kinds"]] &
  string;
type ColumnOf<T extends TableTypes, K> = K extends keyof T["row"] ? T["row"][K] : never;
type Null<X> = null extends X ? null : never;
type SumOf<T extends TableTypes, K> = K extends keyof T["kinds"] ? (T["kinds"][K] extends "float" ? number : string) : never;

/** Which aggregates to answer. Sums and averages of exact numbers are exact, and therefore strings. */
export type AggregateSelect<T extends TableTypes> = {
  /** How many rows there are. */
  count?: true;
  /** How many different values there are, null not among them. */
  countDistinct?: { [K in Ordered<T>]?: true };
  /** The sum of the values; null where there are none. */
  sum?: { [K in Numeric<T>]?: true };
  /** The average of the values; null where there are none. */
  avg?: { [K in Numeric<T>]?: true };
  /** The least of the values; null where there are none. */
  min?: { [K in Ordered<T>]?: true };
  /** The greatest of the values; null where there are none. */
  max?: { [K in Ordered<T>]?: true };
};

type ExactAggregate<T extends TableTypes, G> = {
  [F in keyof G]: F extends keyof AggregateSelect<T> ? Only<G[F], NonNullable<AggregateSelect<T>[F]>> : never;
};

/** What a selection of aggregates answers. */
export type Aggregated<T extends TableTypes, G> = Plain<{
  [F in keyof G]: F extends "count"
    ? number
    : {
        [K in keyof G[F]]: F extends "countDistinct"
          ? number
          : F extends "sum" | "avg"
            ? SumOf<T, K> | null
            : ColumnOf<T, K> | null;
      };
}>;

type DateNumber = "year" | "quarter" | "month" | "week" | "day" | "dayOfWeek";
type DateText = "yearStart" | "quarterStart" | "monthStart" | "weekStart";

/** What rows can be grouped by: columns, and parts of dates such as `createdAt_month`. */
export type GroupKeys<T extends TableTypes> = { [K in Ordered<T>]: ColumnOf<T, K> } & {
  [K in Dated<T, "date" | "moment"> as `${K}_${DateNumber}`]: number | Null<ColumnOf<T, K>>;
} & { [K in Dated<T, "date" | "moment"> as `${K}_${DateText}`]: string | Null<ColumnOf<T, K>> } & {
  [K in Dated<T, "moment"> as `${K}_hour`]: number | Null<ColumnOf<T, K>>;
} & { [K in Dated<T, "moment"> as `${K}_${"date" | "hourStart"}`]: string | Null<ColumnOf<T, K>> };

/** A group of rows. */
export type RowGroup<T extends TableTypes, B, G> = {
  keys: { [K in keyof GroupKeys<T> as K extends B ? K : never]: GroupKeys<T>[K] };
} & Aggregated<T, G>;

interface Comparison<V> {
  eq?: V;
  neq?: V;
  gt?: V;
  gte?: V;
  lt?: V;
  lte?: V;
  in?: readonly V[];
  is?: "NULL" | "NOT_NULL";
}

/** Which groups to answer. */
export type Having<T extends TableTypes> = {
  count?: Comparison<number>;
  countDistinct?: { [K in Ordered<T>]?: Comparison<number> };
  sum?: { [K in Numeric<T>]?: Comparison<SumOf<T, K> | number> };
  avg?: { [K in Numeric<T>]?: Comparison<SumOf<T, K> | number> };
  min?: { [K in Ordered<T>]?: K extends keyof T["filter"] ? T["filter"][K] : never };
  max?: { [K in Ordered<T>]?: K extends keyof T["filter"] ? T["filter"][K] : never };
  /** All hold; true if there is none. */
  and?: readonly Having<T>[];
  /** One holds; false if there is none. */
  or?: readonly Having<T>[];
  /** Does not hold. */
  not?: Having<T>;
};

/** An order by aggregates of rows, and of the rows that each of them leads to. */
export type AggregateOrder<T extends TableTypes> = ByAggregates<T> & {
  [K in Exclude<keyof T["one"], keyof ByAggregates<T>>]?: AggregateOrder<TargetOf<T["one"][K]>>;
};

/** An order by aggregates. */
type ByAggregates<T extends TableTypes> = {
  count?: Direction;
  countDistinct?: { [K in Ordered<T>]?: Direction };
  sum?: { [K in Numeric<T>]?: Direction };
  avg?: { [K in Numeric<T>]?: Direction };
  min?: { [K in Ordered<T>]?: Direction };
  max?: { [K in Ordered<T>]?: Direction };
};

/** An order of groups. */
export type GroupOrder<T extends TableTypes> = ByAggregates<T> & { keys?: { [K in keyof GroupKeys<T>]?: Direction } };

/** What happened to the rows of a write. */
export interface Affected {
  affectedCount: number;
}

/** The rows of a write. */
export interface Written<R> extends Affected {
  records: R[];
}

/** Which rows a write is about. */
export interface Which<T extends TableTypes> {
  /** Which rows; all if left out. */
  filter?: T["filter"];
  /** The most rows that may be written: more is an error that changes nothing. 1 unless said. */
  atMost?: number;
  /** The `etag` of the one row that the filter finds: if it is another by now, nothing is changed. */
  ifMatch?: string;
}

/** How an upsert finds the row that is there, and what of it changes. */
export interface Conflict<T extends TableTypes> {
  /** The columns of the unique key. The primary key unless said. */
  target?: readonly T["column"][];
  /** The columns that take the new row's values. All that are given unless said. */
  update?: readonly [T["column"], ...T["column"][]];
}

/** Terms of one call. */
export interface CallOptions {
  /** An `AbortSignal`. */
  signal?: unknown;
  /** Headers beside the client's own. */
  headers?: { [name: string]: string };
  /** Answers what a write would do, and changes nothing. */
  dryRun?: boolean;
  /** Makes a write safe to send again: for 24 hours the same call with this key gets the first answer. */
  idempotencyKey?: string;
}

/** Reads and writes of one table. Nothing is sent before a call is awaited, so that `$batch` can send several as one. */
export interface TableApi<T extends TableTypes> {
  /** The rows that a filter finds. */
  findMany<S extends Select<T> = Columns<T>>(
    args?: Listing<T> & { select?: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Selected<T, S>[], "query">;
  /** The first row that a filter finds, or null. */
  findFirst<S extends Select<T> = Columns<T>>(
    args?: Listing<T> & { select?: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Selected<T, S> | null, "query">;
  /** A page of rows, with where it stands and, where asked for, aggregates of all rows that the filter finds. */
  findPage<S extends Select<T> = Columns<T>, C extends boolean = false, G extends AggregateSelect<T> = never>(
    args?: Listing<T> & { select?: S & Exact<T, S>; totalCount?: C; aggregate?: G & ExactAggregate<T, G> },
    options?: CallOptions,
  ): ApiCall<
    Paged<T, Selected<T, S>, { totalCount: C } & ([G] extends [never] ? unknown : { aggregate: G })>,
    "query"
  >;
  /** All rows, page by page, as they are asked for: `for await (const rows of db.book.pages({ first: 100 }))`. */
  pages<S extends Select<T> = Columns<T>>(
    args?: Listing<T> & { select?: S & Exact<T, S> },
    options?: CallOptions,
  ): AsyncGenerator<Selected<T, S>[], void, undefined>;
  /** All rows one by one; `first` says how many are fetched at once: `for await (const row of db.book.rows())`. */
  rows<S extends Select<T> = Columns<T>>(
    args?: Listing<T> & { select?: S & Exact<T, S> },
    options?: CallOptions,
  ): AsyncGenerator<Selected<T, S>, void, undefined>;
  /** How many rows a filter finds. */
  count(args?: T["lists"] & { filter?: T["filter"] }, options?: CallOptions): ApiCall<number, "query">;
  /** Aggregates of the rows that a filter finds. */
  aggregate<G extends AggregateSelect<T>>(
    args: T["lists"] & { filter?: T["filter"]; select: G & ExactAggregate<T, G> },
    options?: CallOptions,
  ): ApiCall<Aggregated<T, G>, "query">;
  /** Groups of the rows that a filter finds, with aggregates of each. */
  groupBy<B extends keyof GroupKeys<T>, G extends AggregateSelect<T> = { count: true }>(
    args: T["lists"] & {
      /** What the rows of a group have in common. */
      by: readonly B[];
      filter?: T["filter"];
      having?: Having<T>;
      orderBy?: GroupOrder<T> | readonly GroupOrder<T>[];
      first?: number;
      offset?: number;
      select?: G & ExactAggregate<T, G>;
    },
    options?: CallOptions,
  ): ApiCall<RowGroup<T, B, G>[], "query">;
  /** Adds a row, and answers it. */
  insert<S extends Select<T> = Columns<T>>(
    row: T["insert"],
    args?: { select?: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Selected<T, S>, "mutation">;
  /** Adds rows: all of them or none. Answers them where there is a `select`. */
  insertMany(
    rows: readonly T["insert"][],
    args?: { skipDuplicates?: boolean },
    options?: CallOptions,
  ): ApiCall<Affected, "mutation">;
  insertMany<S extends Select<T>>(
    rows: readonly T["insert"][],
    args: { select: S & Exact<T, S>; skipDuplicates?: boolean },
    options?: CallOptions,
  ): ApiCall<Written<Selected<T, S>>, "mutation">;
  /** Adds a row, or changes the one that has its key. */
  upsert<S extends Select<T> = Columns<T>>(
    row: T["insert"],
    args?: Conflict<T> & { select?: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Selected<T, S>, "mutation">;
  /** The same for several rows: all of them or none. */
  upsertMany(rows: readonly T["insert"][], args?: Conflict<T>, options?: CallOptions): ApiCall<Affected, "mutation">;
  upsertMany<S extends Select<T>>(
    rows: readonly T["insert"][],
    args: Conflict<T> & { select: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Written<Selected<T, S>>, "mutation">;
  /** Changes the rows that a filter finds, one at most unless `atMost` says more. */
  update(args: Which<T> & { set: T["update"] }, options?: CallOptions): ApiCall<Affected, "mutation">;
  update<S extends Select<T>>(
    args: Which<T> & { set: T["update"]; select: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Written<Selected<T, S>>, "mutation">;
  /** Removes the rows that a filter finds, one at most unless `atMost` says more. */
  delete(args: Which<T>, options?: CallOptions): ApiCall<Affected, "mutation">;
  delete<S extends Select<T>>(
    args: Which<T> & { select: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Written<Selected<T, S>>, "mutation">;
}

/** A table with a primary key. */
export interface KeyedTable<T extends TableTypes> extends TableApi<T> {
  /** The row with this key, or null. */
  findByKey<S extends Select<T> = Columns<T>>(
    key: T["key"],
    args?: { select?: S & Exact<T, S> },
    options?: CallOptions,
  ): ApiCall<Selected<T, S> | null, "query">;
  /** Changes the row with this key. Answers it, or null where there is none. */
  updateByKey<S extends Select<T> = Columns<T>>(
    key: T["key"],
    set: T["update"],
    args?: { select?: S & Exact<T, S>; ifMatch?: string },
    options?: CallOptions,
  ): ApiCall<Selected<T, S> | null, "mutation">;
  /** Removes the row with this key. Answers what it was, or null where there is none. */
  deleteByKey<S extends Select<T> = Columns<T>>(
    key: T["key"],
    args?: { select?: S & Exact<T, S>; ifMatch?: string },
    options?: CallOptions,
  ): ApiCall<Selected<T, S> | null, "mutation">;
}

type Results<C> = { -readonly [K in keyof C]: C[K] extends ApiCall<infer R, "query" | "mutation"> ? R : never };

/** What a client does beside its tables. */
export interface ClientMethods {
  /** Sends several reads, or several writes, as one request. Writes happen all or not at all. */
  $batch<const C extends readonly ApiCall<unknown, "query">[]>(calls: C, options?: CallOptions): Promise<Results<C>>;
  $batch<const C extends readonly ApiCall<unknown, "mutation">[]>(calls: C, options?: CallOptions): Promise<Results<C>>;
  /** Sends a GraphQL document of your own, and answers its `data`. */
  $graphql<D = unknown>(document: string, variables?: { [name: string]: unknown }, options?: CallOptions): Promise<D>;
}

/** What a client needs to know. */
export interface ClientOptions {
  /** The tenant's address: `https://api.example.com/t/shop`. */
  url: string;
  /** A key of the tenant, or what answers one. */
  key?: string | (() => string | Promise<string>);
  /** Headers of every call. */
  headers?: { [name: string]: string };
  /** In place of the global `fetch`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  fetch?: (url: string, init: any) => Promise<{ status: number; text(): Promise<string> }>;
}

const statuses = {
  bad_request: 400,
  graphql_parse_failed: 400,
  graphql_validation_failed: 400,
  PERSISTED_QUERY_NOT_FOUND: 400,
  PERSISTED_QUERY_NOT_SUPPORTED: 400,
  document_not_found: 404,
  document_not_registered: 403,
  invalid_value: 400,
  invalid_expression: 422,
  contradiction: 422,
  unknown_name: 400,
  ambiguous_relation: 400,
  not_supported: 422,
  invalid_cursor: 422,
  filter_required: 422,
  too_many_rows: 422,
  limit_exceeded: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  unique_violation: 409,
  foreign_key_violation: 409,
  already_exists: 409,
  conflict: 409,
  migration_refused: 409,
  precondition_failed: 412,
  precondition_required: 428,
  too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  not_null_violation: 422,
  check_violation: 422,
  invalid_schema: 422,
  invalid_import: 422,
  idempotency_key_reused: 422,
  out_of_range: 422,
  internal: 500,
  admin_disabled: 403,
  unavailable: 503,
} as const;

/** The stable codes of errors. A newer server may answer others. */
export type ErrorCode = keyof typeof statuses | (string & {});

/** What the server refused, and why. */
export class WorkerSqlError extends Error {
  override readonly name = "WorkerSqlError";
  /** What kind of error it is: stable. */
  readonly code: ErrorCode;
  /** The HTTP status that belongs to it. */
  readonly status: number;
  /** The field that it is about, where there is one. */
  readonly field: string | undefined;
  /** The columns that it is about. */
  readonly fields: readonly string[];
  /** The table that it is about. */
  readonly table: string | undefined;
  /** The constraint that would not hold. */
  readonly constraint: string | undefined;
  /** Which call of a batch it belongs to. */
  readonly call: number | undefined;
  /** All that the server said. */
  readonly details: { readonly [name: string]: unknown };

  constructor(message: string, status: number, details: { [name: string]: unknown }, call?: number) {
    super(message);
    const text = (name: string) => (typeof details[name] === "string" ? (details[name] as string) : undefined);
    this.code = text("code") ?? (status >= 500 ? "unavailable" : "bad_request");
    this.status = status >= 400 ? status : ((statuses as { [code: string]: number })[this.code] ?? 400);
    this.fields = Array.isArray(details["fields"]) ? (details["fields"] as string[]) : [];
    this.field = text("field") ?? this.fields[0];
    this.table = text("table");
    this.constraint = text("constraint");
    this.call = call;
    this.details = details;
  }
}

type Bag = { [name: string]: unknown };

interface TableMeta {
  type: string;
  key: { [field: string]: string };
  columns: readonly string[];
  computed: readonly string[];
  one: { [field: string]: string };
  many: { [field: string]: string };
  lists: { [argument: string]: string };
}

/** Writes a document whose values are variables, so that calls of one shape have one text, which the server keeps. */
class Writer {
  readonly values: Bag = {};
  private readonly declared: string[] = [];

  bind(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.values[name] = value;
    return `$${name}`;
  }

  /** Arguments, those that are not given left out. */
  pass(...given: readonly (readonly [name: string, type: string, value: unknown])[]): string {
    const there = given.filter(([, , value]) => value !== undefined);
    return there.length === 0
      ? ""
      : `(${there.map(([name, type, value]) => `${name}: ${this.bind(type, value)}`).join(", ")})`;
  }

  document(kind: string, fields: readonly string[]): string {
    const head = this.declared.length === 0 ? "" : ` (${this.declared.join(", ")})`;
    return `${kind}${head} { ${fields.join(" ")} }`;
  }
}

/** A member that is undefined would be left out, and a filter without it finds more rows than was meant. */
function whole<V>(value: V, path: string): V {
  if (value === undefined) throw new TypeError(`${path} is undefined: leave it out, or give it a value`);
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    for (const [name, member] of Object.entries(value)) whole(member, `${path}.${name}`);
  }
  return value;
}

function filtered(args: Bag): unknown {
  return "filter" in args ? whole(args["filter"], "filter") : undefined;
}

/** Directions under the names that the server has for them. */
function directed(order: unknown): unknown {
  if (typeof order === "string") {
    const full = order === "asc" ? "ascNullsLast" : order === "desc" ? "descNullsFirst" : order;
    return full.charAt(0).toUpperCase() + full.slice(1);
  }
  if (Array.isArray(order)) return order.map(directed);
  if (typeof order !== "object" || order === null) return order;
  return Object.fromEntries(Object.entries(order).map(([name, member]) => [name, directed(member)]));
}

/** A column, or a part of one, as a member of an enum, which GraphQL's words for values cannot begin. */
function member(name: string): string {
  return /^(true|false|null)/.test(name) ? `_${name}` : name;
}

/** An order of groups, its keys under the names that the server has for them. */
function ordered(order: unknown): unknown {
  if (Array.isArray(order)) return order.map(ordered);
  const { keys, ...others } = order as Bag;
  if (keys === undefined) return others;
  return { ...others, keys: Object.fromEntries(Object.entries(keys as Bag).map(([key, way]) => [member(key), way])) };
}

function meta(name: string): TableMeta {
  return (tables as { [name: string]: TableMeta })[name] as TableMeta;
}

function has(object: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}

/** The arguments of a list. */
function listed(writer: Writer, table: TableMeta, args: Bag): string {
  return writer.pass(
    ["filter", `${table.type}Filter`, filtered(args)],
    ["orderBy", `[${table.type}OrderBy!]`, directed(args["orderBy"])],
    ["first", "Int", args["first"]],
    ["last", "Int", args["last"]],
    ["after", "Cursor", args["after"]],
    ["before", "Cursor", args["before"]],
    ["offset", "Int", args["offset"]],
    ...searched(table, args),
  );
}

function searched(table: TableMeta, args: Bag): [string, string, unknown][] {
  return Object.entries(table.lists).map(([name, type]) => {
    const given = args[name];
    const columns = type === `[${table.type}Column!]` && Array.isArray(given);
    return [name, type, columns ? (given as string[]).map(member) : given];
  });
}

function fields(writer: Writer, table: TableMeta, select: unknown): string {
  if (select === undefined || select === true) return table.columns.join(" ") || "__typename";
  const parts = Object.entries(select as Bag)
    .filter(([, chosen]) => chosen !== undefined)
    .map(([name, chosen]) => {
      const own = (chosen === true ? {} : chosen) as Bag;
      if (has(table.one, name)) {
        return `${name} { ${fields(writer, meta(table.one[name] as string), own["select"])} }`;
      }
      if (has(table.many, name)) {
        const target = meta(table.many[name] as string);
        return `${name}${listed(writer, target, own)} { ${paged(writer, target, own)} }`;
      }
      if (chosen === true && (table.columns.includes(name) || table.computed.includes(name))) return name;
      throw new TypeError(`${table.type} has no field '${name}' to select so`);
    });
  return parts.join(" ") || "__typename";
}

function paged(writer: Writer, table: TableMeta, args: Bag): string {
  const parts = [`nodes { ${fields(writer, table, args["select"])} }`];
  if (args["page"]) parts.push("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }");
  if (args["totalCount"]) parts.push("totalCount");
  if (args["aggregate"] !== undefined) parts.push(`aggregate { ${aggregates(args["aggregate"] as Bag)} }`);
  return parts.join(" ");
}

function name(text: string): string {
  if (!/^\w+$/.test(text)) throw new TypeError(`there is no column or aggregate '${text}'`);
  return text;
}

function aggregates(select: Bag): string {
  const parts = Object.entries(select).map(([key, chosen]) =>
    chosen === true ? name(key) : `${name(key)} { ${Object.keys(chosen as Bag).map(name).join(" ") || "__typename"} }`,
  );
  return parts.join(" ") || "__typename";
}

/** Lists of related rows stand for themselves, unless they were asked for as pages. */
function unwrapped(table: TableMeta, select: unknown, row: unknown): unknown {
  if (typeof select !== "object" || select === null || typeof row !== "object" || row === null) return row;
  const members = row as Bag;
  for (const [name, chosen] of Object.entries(select)) {
    const own = (chosen === true ? {} : chosen) as Bag;
    if (has(table.one, name)) {
      unwrapped(meta(table.one[name] as string), own["select"], members[name]);
    } else if (has(table.many, name)) {
      const list = members[name] as { nodes: unknown[] };
      for (const node of list.nodes) unwrapped(meta(table.many[name] as string), own["select"], node);
      if (!own["page"]) members[name] = list.nodes;
    }
  }
  return row;
}

/** How a call is written and read. */
interface CallPlan<R> {
  root: string;
  rest: (writer: Writer) => string;
  read: (answer: unknown) => R;
}

/** A call that is sent once it is awaited. */
export class ApiCall<R, K extends "query" | "mutation"> implements PromiseLike<R> {
  /** Whether it reads or writes. */
  readonly kind: K;
  /** @internal */
  readonly plan: CallPlan<R>;
  private readonly send: () => Promise<R>;
  private sent: Promise<R> | undefined;

  /** @internal */
  constructor(kind: K, plan: CallPlan<R>, send: (call: ApiCall<R, K>) => Promise<R>) {
    this.kind = kind;
    this.plan = plan;
    this.send = () => send(this);
  }

  then<A = R, B = never>(
    done?: ((result: R) => A | PromiseLike<A>) | null,
    failed?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return (this.sent ??= this.send()).then(done, failed);
  }

  catch<B = never>(failed?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<R | B> {
    return this.then(undefined, failed);
  }

  finally(settled?: (() => void) | null): Promise<R> {
    return this.then().finally(settled);
  }
}

type AnyCall = ApiCall<unknown, "query" | "mutation">;

function parsed(text: string): Bag {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Bag) : {};
  } catch {
    return {};
  }
}

async function post(client: ClientOptions, document: string, variables: Bag, options: CallOptions): Promise<Bag> {
  const key = typeof client.key === "function" ? await client.key() : client.key;
  const headers: { [name: string]: string } = {
    "content-type": "application/json",
    accept: "application/graphql-response+json",
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    ...(options.dryRun ? { prefer: "tx=rollback" } : {}),
    ...(options.idempotencyKey === undefined ? {} : { "idempotency-key": options.idempotencyKey }),
    ...client.headers,
    ...options.headers,
  };
  const send = client.fetch ?? (globalThis as unknown as { fetch: NonNullable<ClientOptions["fetch"]> }).fetch;
  const body = JSON.stringify({ query: document, variables }, (_name, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  const response = await send(`${client.url.replace(/\/+$/, "")}/graphql`, { method: "POST", headers, body, ...signal });
  const text = await response.text();
  const answer = parsed(text);
  const first = Array.isArray(answer["errors"]) ? (answer["errors"][0] as Bag | undefined) : undefined;
  if (first !== undefined) {
    const root = Array.isArray(first["path"]) ? String(first["path"][0]) : "";
    const call = /^c\d+$/.test(root) ? Number(root.slice(1)) : undefined;
    throw new WorkerSqlError(String(first["message"]), response.status, (first["extensions"] ?? {}) as Bag, call);
  }
  const data = answer["data"];
  if (typeof data !== "object" || data === null) {
    const said = answer["detail"] ?? answer["message"] ?? `the server answered ${response.status}: ${text.slice(0, 200)}`;
    throw new WorkerSqlError(String(said), response.status === 200 ? 502 : response.status, answer);
  }
  return data as Bag;
}

async function sent(client: ClientOptions, calls: readonly AnyCall[], options: CallOptions): Promise<unknown[]> {
  const kind = calls[0]?.kind;
  if (kind === undefined) return [];
  if (calls.some((call) => call.kind !== kind)) {
    throw new TypeError("a batch holds reads or writes, not both: send them as two");
  }
  const writer = new Writer();
  const parts = calls.map(({ plan }, at) => `c${at}: ${plan.root}${plan.rest(writer)}`);
  const data = await post(client, writer.document(kind, parts), writer.values, options);
  return calls.map(({ plan }, at) => plan.read(data[`c${at}`]));
}

class TableClient {
  private readonly client: ClientOptions;
  private readonly table: TableMeta;

  constructor(client: ClientOptions, table: TableMeta) {
    this.client = client;
    this.table = table;
  }

  private call<R, K extends "query" | "mutation">(kind: K, plan: CallPlan<R>, options: CallOptions = {}): ApiCall<R, K> {
    return new ApiCall(kind, plan, async (call) => (await sent(this.client, [call as AnyCall], options))[0] as R);
  }

  private get collection(): string {
    const { type } = this.table;
    return `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  }

  private list<R>(args: Bag, read: (page: Bag) => R, options?: CallOptions): ApiCall<R, "query"> {
    const { table } = this;
    return this.call(
      "query",
      {
        root: `${this.collection}Collection`,
        rest: (writer) => `${listed(writer, table, args)} { ${paged(writer, table, args)} }`,
        read: (answer) => {
          const page = answer as Bag;
          for (const node of (page["nodes"] ?? []) as unknown[]) unwrapped(table, args["select"], node);
          return read(page);
        },
      },
      options,
    );
  }

  /** Of all rows that a filter finds, none of which is answered. */
  private all<R>(args: Bag, rest: (writer: Writer) => string, read: (page: Bag) => R, options?: CallOptions): ApiCall<R, "query"> {
    const { table } = this;
    return this.call(
      "query",
      {
        root: `${this.collection}Collection`,
        rest: (writer) =>
          `${writer.pass(["filter", `${table.type}Filter`, filtered(args)], ...searched(table, args))} { ${rest(writer)} }`,
        read: (answer) => read(answer as Bag),
      },
      options,
    );
  }

  private write<R>(
    root: string,
    given: (writer: Writer) => string,
    select: unknown,
    read: (written: Bag) => R,
    options?: CallOptions,
  ): ApiCall<R, "mutation"> {
    const { table } = this;
    return this.call(
      "mutation",
      {
        root,
        rest: (writer) => {
          const records = select === undefined ? "" : ` records { ${fields(writer, table, select)} }`;
          return `${given(writer)} { affectedCount${records} }`;
        },
        read: (answer) => {
          const written = answer as Bag;
          for (const row of (written["records"] ?? []) as unknown[]) unwrapped(table, select, row);
          return read(written);
        },
      },
      options,
    );
  }

  private add<R>(
    rows: readonly unknown[],
    conflict: unknown,
    select: unknown,
    read: (written: Bag) => R,
    options?: CallOptions,
  ): ApiCall<R, "mutation"> {
    const { type } = this.table;
    return this.write(
      `insertInto${type}Collection`,
      (writer) =>
        writer.pass(["objects", `[${type}InsertInput!]!`, rows], ["onConflict", `${type}OnConflict`, conflict]),
      select,
      read,
      options,
    );
  }

  private byKey(key: Bag): Bag {
    return Object.fromEntries(
      Object.keys(this.table.key).map((field) => [field, { eq: whole(key[field], `key.${field}`) }]),
    );
  }

  findMany(args: Bag = {}, options?: CallOptions) {
    return this.list(args, (page) => page["nodes"], options);
  }

  findFirst(args: Bag = {}, options?: CallOptions) {
    const one = "last" in args ? {} : { first: 1 };
    return this.list({ ...args, ...one }, (page) => (page["nodes"] as unknown[])[0] ?? null, options);
  }

  findPage(args: Bag = {}, options?: CallOptions) {
    return this.list({ ...args, page: true }, (page) => page, options);
  }

  findByKey(key: Bag, args: Bag = {}, options?: CallOptions) {
    const { table } = this;
    const keys = Object.entries(table.key);
    return this.call(
      "query",
      {
        root: `${this.collection}ByPk`,
        rest: (writer) => {
          const given = writer.pass(...keys.map(([field, type]) => [field, type, whole(key[field], `key.${field}`)] as const));
          return `${given} { ${fields(writer, table, args["select"])} }`;
        },
        read: (answer) => unwrapped(table, args["select"], answer),
      },
      options,
    );
  }

  async *pages(args: Bag = {}, options?: CallOptions): AsyncGenerator<unknown[], void, undefined> {
    let after = args["after"];
    let passed = args["offset"];
    for (;;) {
      const place = { ...(after === undefined ? {} : { after }), offset: passed };
      const page = await this.findPage({ ...args, ...place }, options);
      yield page["nodes"] as unknown[];
      const { hasNextPage, endCursor } = page["pageInfo"] as PageInfo;
      if (!hasNextPage || endCursor === null) return;
      after = endCursor;
      passed = undefined;
    }
  }

  async *rows(args: Bag = {}, options?: CallOptions): AsyncGenerator<unknown, void, undefined> {
    for await (const rows of this.pages(args, options)) yield* rows;
  }

  count(args: Bag = {}, options?: CallOptions) {
    return this.all(args, () => "totalCount", (page) => page["totalCount"], options);
  }

  aggregate(args: Bag, options?: CallOptions) {
    const select = args["select"] as Bag;
    return this.all(args, () => `aggregate { ${aggregates(select)} }`, (page) => page["aggregate"], options);
  }

  groupBy(args: Bag, options?: CallOptions) {
    const { type } = this.table;
    const select = (args["select"] ?? { count: true }) as Bag;
    const keys = args["by"] as readonly string[];
    return this.all(
      args,
      (writer) => {
        const given = writer.pass(
          ["keys", `[${type}GroupKey!]!`, keys.map(member)],
          ["having", `${type}Having`, "having" in args ? whole(args["having"], "having") : undefined],
          ["orderBy", `[${type}GroupOrderBy!]`, args["orderBy"] === undefined ? undefined : ordered(directed(args["orderBy"]))],
          ["first", "Int", args["first"]],
          ["offset", "Int", args["offset"]],
        );
        const own = keys.map((key) => (member(key) === key ? name(key) : `${name(key)}: ${member(key)}`));
        return `groupBy${given} { keys { ${own.join(" ") || "__typename"} } ${aggregates(select)} }`;
      },
      (page) => page["groupBy"],
      options,
    );
  }

  insert(row: unknown, args: Bag = {}, options?: CallOptions) {
    return this.add([row], undefined, args["select"] ?? true, first, options);
  }

  insertMany(rows: readonly unknown[], args: Bag = {}, options?: CallOptions) {
    return this.add(rows, args["skipDuplicates"] ? { update: [] } : undefined, args["select"], (it) => it, options);
  }

  upsert(row: unknown, args: Bag = {}, options?: CallOptions) {
    return this.add([row], conflict(args), args["select"] ?? true, first, options);
  }

  upsertMany(rows: readonly unknown[], args: Bag = {}, options?: CallOptions) {
    return this.add(rows, conflict(args), args["select"], (it) => it, options);
  }

  update(args: Bag, options?: CallOptions) {
    return this.change(args, args["select"], (it) => it, options);
  }

  updateByKey(key: Bag, set: unknown, args: Bag = {}, options?: CallOptions) {
    const which = { set, filter: this.byKey(key), ifMatch: args["ifMatch"] };
    return this.change(which, args["select"] ?? true, first, options);
  }

  delete(args: Bag, options?: CallOptions) {
    return this.remove(args, args["select"], (it) => it, options);
  }

  deleteByKey(key: Bag, args: Bag = {}, options?: CallOptions) {
    const which = { filter: this.byKey(key), ifMatch: args["ifMatch"] };
    return this.remove(which, args["select"] ?? true, first, options);
  }

  private which(args: Bag): [string, string, unknown][] {
    return [
      ["filter", `${this.table.type}Filter`, filtered(args)],
      ["atMost", "Int!", args["atMost"]],
      ["ifMatch", "String", args["ifMatch"]],
    ];
  }

  private change<R>(args: Bag, select: unknown, read: (written: Bag) => R, options?: CallOptions) {
    const { type } = this.table;
    return this.write(
      `update${type}Collection`,
      (writer) => writer.pass(["set", `${type}UpdateInput!`, args["set"]], ...this.which(args)),
      select,
      read,
      options,
    );
  }

  private remove<R>(args: Bag, select: unknown, read: (written: Bag) => R, options?: CallOptions) {
    return this.write(
      `deleteFrom${this.table.type}Collection`,
      (writer) => writer.pass(...this.which(args)),
      select,
      read,
      options,
    );
  }
}

function first(written: Bag): unknown {
  return (written["records"] as unknown[])[0] ?? null;
}

function conflict(args: Bag): Bag {
  const columns = (part: string) =>
    args[part] === undefined ? {} : { [part]: (args[part] as readonly string[]).map(member) };
  return { ...columns("target"), ...columns("update") };
}

/** A client of the tenant's API. It needs nothing but `fetch`: browsers, Workers, Node 20 and newer have it. */
export function createClient(options: ClientOptions): Database {
  const methods: ClientMethods = {
    $batch: async (calls: readonly AnyCall[], terms: CallOptions = {}) => (await sent(options, calls, terms)) as never,
    $graphql: async <D>(document: string, variables: Bag = {}, terms: CallOptions = {}) =>
      (await post(options, document, variables, terms)) as D,
  };
  const clients = Object.entries(tables).map(([name, table]) => [name, new TableClient(options, table as TableMeta)]);
  return { ...Object.fromEntries(clients), ...methods } as unknown as Database;
}

//! The client of a tenant's API, made by WorkerSQL from its declaration: make it again rather than change it.
//!
//! It needs the crates `serde` (with `derive`) and `serde_json`, and a transport of yours: see [`runtime_::Transport`].
//!
//! ```text
//! let client = Client::new("https://api.example.com/t/shop", key, transport);
//! let books = client.run(&find().filter(book::YEAR.gte(2000)).order(book::YEAR.desc()).embed(book::AUTHOR.embed()).rows())?;
//! ```

#![allow(dead_code, unreachable_pub, clippy::all, clippy::pedantic)]

/// Table `note`.
#[derive(Debug, Clone, PartialEq, ::serde::Deserialize)]
pub struct Note {
    /// Column `id`.
    pub id: i32,
    /// Column `title`.
    pub title: ::core::option::Option<::std::string::String>,
    /// Column `code`.
    pub code: ::core::option::Option<::std::string::String>,
    /// Column `hash`.
    pub hash: ::core::option::Option<::std::string::String>,
    /// Column `raw`.
    pub raw: ::core::option::Option<::std::string::String>,
    /// Column `size`.
    pub size: ::core::option::Option<::std::string::String>,
    /// Column `price`.
    pub price: ::core::option::Option<::std::string::String>,
    /// Column `big`.
    pub big: ::core::option::Option<::std::string::String>,
}

impl runtime_::Table for Note {
    type Insert = note::Insert;
    type Key = note::Key;
    const META: runtime_::Meta = runtime_::Meta {
        type_name: "Note",
        columns: &[
            "id",
            "title",
            "code",
            "hash",
            "raw",
            "size",
            "price",
            "big",
        ],
        key: &[
            ("id", "Int!"),
        ],
    };
}

/// The columns and inputs of `note`.
pub mod note {
    /// Column `id`.
    pub const ID: super::runtime_::Column<super::Note, super::runtime_::Whole> = super::runtime_::Column::new("id");
    /// Column `title`.
    pub const TITLE: super::runtime_::Column<super::Note, super::runtime_::Text> = super::runtime_::Column::new("title");
    /// Column `code`.
    pub const CODE: super::runtime_::Column<super::Note, super::runtime_::Text> = super::runtime_::Column::new("code");
    /// Column `hash`.
    pub const HASH: super::runtime_::Column<super::Note, super::runtime_::Plain> = super::runtime_::Column::new("hash");
    /// Column `raw`.
    pub const RAW: super::runtime_::Column<super::Note, super::runtime_::Plain> = super::runtime_::Column::new("raw");
    /// Column `size`.
    pub const SIZE: super::runtime_::Column<super::Note, super::runtime_::Plain> = super::runtime_::Column::new("size");
    /// Column `price`.
    pub const PRICE: super::runtime_::Column<super::Note, super::runtime_::Exact> = super::runtime_::Column::new("price");
    /// Column `big`.
    pub const BIG: super::runtime_::Column<super::Note, super::runtime_::Exact> = super::runtime_::Column::new("big");

    /// The primary key.
    #[derive(Debug, Clone, PartialEq, ::serde::Serialize)]
    pub struct Key {
        /// Column `id`.
        pub id: i32,
    }

    /// A row to insert. What is left out takes its default.
    #[derive(Debug, Clone, Default, PartialEq, ::serde::Serialize)]
    pub struct Insert {
        /// Column `id`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub id: ::core::option::Option<i32>,
        /// Column `title`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub title: ::core::option::Option<::std::string::String>,
        /// Column `code`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub code: ::core::option::Option<::std::string::String>,
        /// Column `hash`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub hash: ::core::option::Option<::std::string::String>,
        /// Column `raw`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub raw: ::core::option::Option<::std::string::String>,
        /// Column `size`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub size: ::core::option::Option<::std::string::String>,
        /// Column `price`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub price: ::core::option::Option<::std::string::String>,
        /// Column `big`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub big: ::core::option::Option<::std::string::String>,
    }
}

/// What is the same for all tables: calls, how they are written, sent and read.
pub mod runtime_ {
    use std::any::Any;
    use std::fmt;
    use std::marker::PhantomData;
    use std::ops::{Deref, Not};

    use serde::de::DeserializeOwned;
    use serde::{Deserialize, Deserializer, Serialize};
    use serde_json::{Map, Value, json};

    /// A table's rows.
    pub trait Table: DeserializeOwned {
        /// A row to insert.
        type Insert: Serialize;
        /// The primary key; `NoKey` where there is none.
        type Key: Serialize;
        /// What a client knows of it while it runs.
        const META: Meta;
    }

    /// What a client knows of a table.
    #[derive(Debug, Clone, Copy)]
    pub struct Meta {
        /// The name of its type.
        pub type_name: &'static str,
        /// The fields of its columns.
        pub columns: &'static [&'static str],
        /// The fields of its key, with their types.
        pub key: &'static [(&'static str, &'static str)],
    }

    /// The key of a table without one: there is no value of it.
    #[derive(Debug, Clone, Copy, Serialize)]
    pub enum NoKey {}

    /// What a column is compared with.
    pub trait Kind {
        /// A value.
        type Operand: Serialize;
    }

    macro_rules! kinds {
        ($($(#[$doc:meta])* $name:ident = $operand:ty;)*) => {
            $($(#[$doc])* #[derive(Debug, Clone, Copy)] pub enum $name {}
            impl Kind for $name { type Operand = $operand; })*
        };
    }

    kinds! {
        /// True or false.
        Flag = bool;
        /// Whole numbers of at most 32 bits.
        Whole = i64;
        /// 64-bit and decimal numbers, as texts of digits.
        Exact = Digits;
        /// Floating-point numbers.
        Real = f64;
        /// Texts.
        Text = String;
        /// Dates, times, bytes, members of an enum: texts without patterns.
        Plain = String;
        /// Members of a set.
        Members = Vec<String>;
        /// JSON and GeoJSON.
        Document = Value;
    }

    /// The digits of a number that no client may round.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    #[serde(transparent)]
    pub struct Digits(pub String);

    macro_rules! digits {
        ($($number:ty),*) => { $(impl From<$number> for Digits {
            fn from(number: $number) -> Self { Self(number.to_string()) }
        })* };
    }

    digits!(i32, u32, i64, u64, i128, u128, &str);

    impl From<String> for Digits {
        fn from(digits: String) -> Self {
            Self(digits)
        }
    }

    /// A column of a table.
    pub struct Column<T, K> {
        field: &'static str,
        of: PhantomData<fn() -> (T, K)>,
    }

    impl<T, K: Kind> Column<T, K> {
        /// The column of that field.
        pub const fn new(field: &'static str) -> Self {
            Self { field, of: PhantomData }
        }

        fn compared(&self, operator: &str, operand: Value) -> Filter<T> {
            Filter::of(self.field, json!({ operator: operand }))
        }

        fn with(&self, operator: &str, operand: impl Into<K::Operand>) -> Filter<T> {
            self.compared(operator, value(&operand.into()))
        }

        /// The same value.
        pub fn eq(&self, operand: impl Into<K::Operand>) -> Filter<T> {
            self.with("eq", operand)
        }

        /// Another value.
        pub fn neq(&self, operand: impl Into<K::Operand>) -> Filter<T> {
            self.with("neq", operand)
        }

        /// A greater value.
        pub fn gt(&self, operand: impl Into<K::Operand>) -> Filter<T> {
            self.with("gt", operand)
        }

        /// A greater value, or the same.
        pub fn gte(&self, operand: impl Into<K::Operand>) -> Filter<T> {
            self.with("gte", operand)
        }

        /// A lesser value.
        pub fn lt(&self, operand: impl Into<K::Operand>) -> Filter<T> {
            self.with("lt", operand)
        }

        /// A lesser value, or the same.
        pub fn lte(&self, operand: impl Into<K::Operand>) -> Filter<T> {
            self.with("lte", operand)
        }

        /// One of these values.
        pub fn is_in<O: Into<K::Operand>>(&self, operands: impl IntoIterator<Item = O>) -> Filter<T> {
            let operands = operands.into_iter().map(|operand| value(&operand.into()));
            self.compared("in", operands.collect())
        }

        /// NULL.
        pub fn is_null(&self) -> Filter<T> {
            self.compared("is", "NULL".into())
        }

        /// Any value.
        pub fn is_not_null(&self) -> Filter<T> {
            self.compared("is", "NOT_NULL".into())
        }

        /// The new value of a write.
        pub fn to(&self, operand: impl Into<K::Operand>) -> Change<T> {
            Change { field: self.field, value: value(&operand.into()), of: PhantomData }
        }

        /// NULL as the new value of a write.
        pub fn to_null(&self) -> Change<T> {
            Change { field: self.field, value: Value::Null, of: PhantomData }
        }

        /// Ascending, NULL last.
        pub fn asc(&self) -> Order<T> {
            Order::of(self.field, "AscNullsLast".into())
        }

        /// Descending, NULL first.
        pub fn desc(&self) -> Order<T> {
            Order::of(self.field, "DescNullsFirst".into())
        }

        /// Ascending, NULL first.
        pub fn asc_nulls_first(&self) -> Order<T> {
            Order::of(self.field, "AscNullsFirst".into())
        }

        /// Descending, NULL last.
        pub fn desc_nulls_last(&self) -> Order<T> {
            Order::of(self.field, "DescNullsLast".into())
        }
    }

    impl<T> Column<T, Text> {
        /// Matches a pattern: `%` stands for any text, `_` for any character, `\` for the next one itself.
        pub fn like(&self, pattern: &str) -> Filter<T> {
            self.with("like", pattern)
        }

        /// The same without regard to the case of ASCII letters.
        pub fn ilike(&self, pattern: &str) -> Filter<T> {
            self.with("ilike", pattern)
        }

        /// Starts with this text, to the letter.
        pub fn starts_with(&self, text: &str) -> Filter<T> {
            self.with("startsWith", text)
        }

        /// Any other operator of the API, such as `contains` or `regex`.
        pub fn operator(&self, name: &str, text: &str) -> Filter<T> {
            self.with(name, text)
        }
    }

    /// Which rows.
    pub struct Filter<T> {
        value: Value,
        of: PhantomData<fn() -> T>,
    }

    impl<T> Filter<T> {
        fn of(field: &str, value: Value) -> Self {
            Self { value: json!({ field: value }), of: PhantomData }
        }

        /// Both hold.
        #[must_use]
        pub fn and(self, other: Self) -> Self {
            Self::of("and", json!([self.value, other.value]))
        }

        /// One holds.
        #[must_use]
        pub fn or(self, other: Self) -> Self {
            Self::of("or", json!([self.value, other.value]))
        }
    }

    impl<T> Not for Filter<T> {
        type Output = Self;

        fn not(self) -> Self {
            Self::of("not", self.value)
        }
    }

    /// An order of rows.
    pub struct Order<T> {
        value: Value,
        of: PhantomData<fn() -> T>,
    }

    impl<T> Order<T> {
        fn of(field: &str, value: Value) -> Self {
            Self { value: json!({ field: value }), of: PhantomData }
        }
    }

    /// A column's new value.
    pub struct Change<T> {
        field: &'static str,
        value: Value,
        of: PhantomData<fn() -> T>,
    }

    /// A relation to one row at most.
    pub struct One<T, R> {
        field: &'static str,
        of: PhantomData<fn() -> (T, R)>,
    }

    impl<T, R: Table> One<T, R> {
        /// The relation of that field.
        pub const fn new(field: &'static str) -> Self {
            Self { field, of: PhantomData }
        }

        /// There is such a row, and this holds for it.
        pub fn is(&self, filter: Filter<R>) -> Filter<T> {
            Filter::of(self.field, filter.value)
        }

        /// The order of the related rows.
        pub fn order(&self, order: Order<R>) -> Order<T> {
            Order::of(self.field, order.value)
        }

        /// Answers the related row with each row.
        pub fn embed(&self) -> Embed<T> {
            self.embed_with([])
        }

        /// The same with rows that are related to it.
        pub fn embed_with(&self, embeds: impl IntoIterator<Item = Embed<R>>) -> Embed<T> {
            let find = embeds.into_iter().fold(find::<R>(), Find::embed);
            Embed { field: self.field, meta: R::META, list: find.list, many: false, of: PhantomData }
        }
    }

    /// A relation to any number of rows.
    pub struct Many<T, R> {
        field: &'static str,
        of: PhantomData<fn() -> (T, R)>,
    }

    impl<T, R: Table> Many<T, R> {
        /// The relation of that field.
        pub const fn new(field: &'static str) -> Self {
            Self { field, of: PhantomData }
        }

        /// There is a row for which this holds.
        pub fn some(&self, filter: Filter<R>) -> Filter<T> {
            Filter::of(self.field, json!({ "some": filter.value }))
        }

        /// There is no row for which this holds.
        pub fn none(&self, filter: Filter<R>) -> Filter<T> {
            Filter::of(self.field, json!({ "none": filter.value }))
        }

        /// This holds for every row.
        pub fn every(&self, filter: Filter<R>) -> Filter<T> {
            Filter::of(self.field, json!({ "every": filter.value }))
        }

        /// The rows with most related rows first.
        pub fn most_first(&self) -> Order<T> {
            Order::of(self.field, json!({ "count": "DescNullsLast" }))
        }

        /// Answers the related rows that are found so with each row.
        pub fn embed(&self, find: Find<R>) -> Embed<T> {
            Embed { field: self.field, meta: R::META, list: find.list, many: true, of: PhantomData }
        }
    }

    /// Related rows to answer.
    pub struct Embed<T> {
        field: &'static str,
        meta: Meta,
        list: List,
        many: bool,
        of: PhantomData<fn() -> T>,
    }

    /// What a list is asked for.
    #[derive(Default)]
    struct List {
        arguments: Vec<(&'static str, Value)>,
        orders: Vec<Value>,
        distinct: Vec<Value>,
        embeds: Vec<(&'static str, Meta, List, bool)>,
    }

    impl List {
        fn given(&self, writer: &mut Writer, meta: Meta) -> String {
            let name = meta.type_name;
            let mut arguments: Vec<(&str, String, Value)> = Vec::new();
            for (argument, value) in &self.arguments {
                let ty = match *argument {
                    "filter" => format!("{name}Filter"),
                    "after" | "before" => "Cursor".to_owned(),
                    _ => "Int".to_owned(),
                };
                arguments.push((argument, ty, value.clone()));
            }
            if !self.orders.is_empty() {
                arguments.push(("orderBy", format!("[{name}OrderBy!]"), self.orders.clone().into()));
            }
            if !self.distinct.is_empty() {
                arguments.push(("distinctOn", format!("[{name}Column!]"), self.distinct.clone().into()));
            }
            writer.given(arguments)
        }

        fn fields(&self, writer: &mut Writer, meta: Meta) -> String {
            let mut fields: Vec<String> = meta.columns.iter().map(|column| (*column).to_owned()).collect();
            for (field, meta, list, many) in &self.embeds {
                let inner = list.fields(writer, *meta);
                fields.push(if *many {
                    format!("{field}{} {{ nodes {{ {inner} }} }}", list.given(writer, *meta))
                } else {
                    format!("{field} {{ {inner} }}")
                });
            }
            fields.join(" ")
        }
    }

    /// A list of rows: which, in what order, and with which related rows.
    pub struct Find<T> {
        list: List,
        of: PhantomData<fn() -> T>,
    }

    /// All rows of a table; the server's default of them unless `first` says how many.
    pub fn find<T: Table>() -> Find<T> {
        Find { list: List::default(), of: PhantomData }
    }

    impl<T: Table> Find<T> {
        fn with(mut self, argument: &'static str, value: Value) -> Self {
            self.list.arguments.retain(|(name, _)| *name != argument);
            self.list.arguments.push((argument, value));
            self
        }

        /// Only these rows.
        #[must_use]
        pub fn filter(self, filter: Filter<T>) -> Self {
            self.with("filter", filter.value)
        }

        /// In this order; called again, where the order before says nothing.
        #[must_use]
        pub fn order(mut self, order: Order<T>) -> Self {
            self.list.orders.push(order.value);
            self
        }

        /// Only the first row of those with the same value here, in an order that begins with this column; called again, of those
        /// with the same values in all of these columns.
        #[must_use]
        pub fn distinct_on<K: Kind>(mut self, column: &Column<T, K>) -> Self {
            self.list.distinct.push(column.field.into());
            self
        }

        /// The first so many rows.
        #[must_use]
        pub fn first(self, rows: u32) -> Self {
            self.with("first", rows.into())
        }

        /// The last so many rows.
        #[must_use]
        pub fn last(self, rows: u32) -> Self {
            self.with("last", rows.into())
        }

        /// Only rows after this place.
        #[must_use]
        pub fn after(self, cursor: &str) -> Self {
            self.with("after", cursor.into())
        }

        /// Only rows before this place.
        #[must_use]
        pub fn before(self, cursor: &str) -> Self {
            self.with("before", cursor.into())
        }

        /// So many rows are passed over first.
        #[must_use]
        pub fn offset(self, rows: u32) -> Self {
            self.with("offset", rows.into())
        }

        /// With related rows.
        #[must_use]
        pub fn embed(mut self, embed: Embed<T>) -> Self {
            self.list.embeds.push((embed.field, embed.meta, embed.list, embed.many));
            self
        }

        /// Answers the rows.
        pub fn rows(&self) -> Call<Vec<T>> {
            self.call("", |answer| parse(&mut answer["nodes"]))
        }

        /// Answers the rows as a page.
        pub fn page(&self) -> Call<Page<T>> {
            self.call(" totalCount", parse)
        }

        /// Answers how many rows there are, whatever the page.
        pub fn count(&self) -> Call<u64> {
            let mut writer = Writer::default();
            let arguments = self.list.arguments.iter().filter(|(name, _)| *name == "filter");
            let filter = List { arguments: arguments.cloned().collect(), ..List::default() };
            let given = filter.given(&mut writer, T::META);
            let field = format!("{}Collection{given} {{ totalCount }}", lowered(T::META.type_name));
            writer.call("query", &field, |answer| parse(&mut answer["totalCount"]))
        }

        fn call<R>(&self, more: &str, read: fn(&mut Value) -> Result<R, String>) -> Call<R> {
            let mut writer = Writer::default();
            let given = self.list.given(&mut writer, T::META);
            let fields = self.list.fields(&mut writer, T::META);
            let info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
            let name = lowered(T::META.type_name);
            let field = format!("{name}Collection{given} {{ nodes {{ {fields} }} {info}{more} }}");
            writer.call("query", &field, read)
        }
    }

    /// A page of rows.
    #[derive(Debug, Clone, Deserialize)]
    #[serde(rename_all = "camelCase", bound = "T: DeserializeOwned")]
    pub struct Page<T> {
        /// The rows.
        pub nodes: Vec<T>,
        /// Where it stands.
        pub page_info: PageInfo,
        /// All rows that the filter finds, whatever the page.
        pub total_count: u64,
    }

    /// Where a page stands among all rows.
    #[derive(Debug, Clone, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub struct PageInfo {
        /// Whether rows follow.
        pub has_next_page: bool,
        /// Whether rows go before.
        pub has_previous_page: bool,
        /// The place of the first row.
        pub start_cursor: Option<String>,
        /// The place of the last row.
        pub end_cursor: Option<String>,
    }

    /// What happened to the rows of a write.
    #[derive(Debug, Clone, Deserialize)]
    #[serde(rename_all = "camelCase", bound = "T: DeserializeOwned")]
    pub struct Written<T> {
        /// How many rows were written.
        pub affected_count: u64,
        /// The rows.
        pub records: Vec<T>,
    }

    /// The row with this key.
    pub fn find_by_key<T: Table>(key: &T::Key) -> Call<Option<T>> {
        let mut writer = Writer::default();
        let values = value(key);
        let key = T::META.key.iter().map(|(field, ty)| (*field, (*ty).to_owned(), values[field].clone()));
        let given = writer.given(key);
        let fields = List::default().fields(&mut writer, T::META);
        let field = format!("{}ByPk{given} {{ {fields} }}", lowered(T::META.type_name));
        writer.call("query", &field, parse)
    }

    /// Adds rows: all of them or none.
    pub fn insert<T: Table>(rows: &[T::Insert]) -> Call<Written<T>> {
        add::<T>(rows, None)
    }

    /// Adds rows, and passes over those whose key is taken.
    pub fn insert_new<T: Table>(rows: &[T::Insert]) -> Call<Written<T>> {
        add::<T>(rows, Some(json!({ "update": [] })))
    }

    /// Adds rows, or changes those that have their primary keys.
    pub fn upsert<T: Table>(rows: &[T::Insert]) -> Call<Written<T>> {
        add::<T>(rows, Some(json!({})))
    }

    fn add<T: Table>(rows: &[T::Insert], conflict: Option<Value>) -> Call<Written<T>> {
        let name = T::META.type_name;
        let mut arguments = vec![("objects", format!("[{name}InsertInput!]!"), value(&rows))];
        arguments.extend(conflict.map(|conflict| ("onConflict", format!("{name}OnConflict"), conflict)));
        written(&format!("insertInto{name}Collection"), arguments)
    }

    /// Changes the rows that a filter finds; more of them than `at_most` is an error that changes nothing.
    pub fn update<T: Table>(
        filter: Filter<T>,
        changes: impl IntoIterator<Item = Change<T>>,
        at_most: u32,
    ) -> Call<Written<T>> {
        let name = T::META.type_name;
        let changes = changes.into_iter().map(|change| (change.field.to_owned(), change.value));
        let set = Value::Object(changes.collect::<Map<_, _>>());
        let mut arguments = vec![("set", format!("{name}UpdateInput!"), set)];
        arguments.extend(which(filter, at_most));
        written(&format!("update{name}Collection"), arguments)
    }

    /// Removes the rows that a filter finds; more of them than `at_most` is an error that changes nothing.
    pub fn delete<T: Table>(filter: Filter<T>, at_most: u32) -> Call<Written<T>> {
        let name = T::META.type_name;
        written(&format!("deleteFrom{name}Collection"), which(filter, at_most))
    }

    type Argument = (&'static str, String, Value);

    fn which<T: Table>(filter: Filter<T>, at_most: u32) -> Vec<Argument> {
        let name = T::META.type_name;
        vec![
            ("filter", format!("{name}Filter"), filter.value),
            ("atMost", "Int!".to_owned(), at_most.into()),
        ]
    }

    fn written<T: Table>(root: &str, arguments: Vec<Argument>) -> Call<Written<T>> {
        let mut writer = Writer::default();
        let given = writer.given(arguments);
        let fields = List::default().fields(&mut writer, T::META);
        let field = format!("{root}{given} {{ affectedCount records {{ {fields} }} }}");
        writer.call("mutation", &field, parse)
    }

    /// Writes a document whose values are variables, so that calls of one shape have one text, which the server keeps.
    #[derive(Default)]
    struct Writer {
        declared: Vec<String>,
        values: Map<String, Value>,
    }

    impl Writer {
        fn given<'a>(&mut self, arguments: impl IntoIterator<Item = (&'a str, String, Value)>) -> String {
            let mut parts = Vec::new();
            for (name, ty, value) in arguments {
                let variable = format!("v{}", self.declared.len());
                self.declared.push(format!("${variable}: {ty}"));
                parts.push(format!("{name}: ${variable}"));
                self.values.insert(variable, value);
            }
            if parts.is_empty() { String::new() } else { format!("({})", parts.join(", ")) }
        }

        fn call<R>(self, kind: &str, field: &str, read: fn(&mut Value) -> Result<R, String>) -> Call<R> {
            let head = if self.declared.is_empty() {
                String::new()
            } else {
                format!(" ({})", self.declared.join(", "))
            };
            Call {
                document: format!("{kind}{head} {{ answer: {field} }}"),
                variables: self.values,
                headers: Vec::new(),
                read,
            }
        }
    }

    /// A call: what to send, and how to read what comes back. [`Client::run`] does both over a [`Transport`]; over an
    /// asynchronous one, send [`Client::request`] and read by [`Call::read`].
    pub struct Call<R> {
        document: String,
        variables: Map<String, Value>,
        headers: Vec<(&'static str, String)>,
        read: fn(&mut Value) -> Result<R, String>,
    }

    impl<R> Call<R> {
        /// Answers what a write would do, and changes nothing.
        #[must_use]
        pub fn dry_run(mut self) -> Self {
            self.headers.push(("prefer", "tx=rollback".to_owned()));
            self
        }

        /// Makes a write safe to send again: for 24 hours the same call with this key gets the first answer.
        #[must_use]
        pub fn idempotency_key(mut self, key: &str) -> Self {
            self.headers.push(("idempotency-key", key.to_owned()));
            self
        }

        /// Reads what the server answered.
        ///
        /// # Errors
        /// What the server refused.
        pub fn read(&self, response: &Response) -> Result<R, Refusal> {
            let mut answer: Value = serde_json::from_slice(&response.body).unwrap_or_default();
            if let Some(error) = answer["errors"].get(0) {
                return Err(Refusal::of(response.status, &error["message"], &error["extensions"]));
            }
            if !answer["data"].is_object() {
                return Err(Refusal::of(response.status, &answer["detail"], &answer));
            }
            (self.read)(&mut answer["data"]["answer"])
                .map_err(|text| Refusal::of(502, &text.into(), &Value::Null))
        }
    }

    /// An HTTP request to send by POST.
    #[derive(Debug, Clone)]
    pub struct Request {
        /// Where to.
        pub url: String,
        /// Its headers.
        pub headers: Vec<(&'static str, String)>,
        /// Its body.
        pub body: Vec<u8>,
    }

    /// What came back, whatever its status.
    #[derive(Debug, Clone)]
    pub struct Response {
        /// The status.
        pub status: u16,
        /// The body.
        pub body: Vec<u8>,
    }

    /// What sends requests: any HTTP client.
    pub trait Transport {
        /// Why a request could not be sent.
        type Error;

        /// Sends a request by POST. A status of 400 or more is no error.
        ///
        /// # Errors
        /// Where nothing came back.
        fn send(&self, request: &Request) -> Result<Response, Self::Error>;
    }

    /// A client of the tenant's API.
    #[derive(Debug, Clone)]
    pub struct Client<T> {
        url: String,
        key: String,
        transport: T,
    }

    impl<T> Client<T> {
        /// A client of the tenant at that address, `https://api.example.com/t/shop`, with one of its keys.
        pub fn new(url: &str, key: &str, transport: T) -> Self {
            Self { url: url.trim_end_matches('/').to_owned(), key: key.to_owned(), transport }
        }

        /// The request of a call, for transports of any kind.
        pub fn request<R>(&self, call: &Call<R>) -> Request {
            let body = json!({ "query": call.document, "variables": call.variables });
            let mut headers = vec![
                ("authorization", format!("Bearer {}", self.key)),
                ("content-type", "application/json".to_owned()),
                ("accept", "application/graphql-response+json".to_owned()),
            ];
            headers.extend(call.headers.iter().cloned());
            Request { url: format!("{}/graphql", self.url), headers, body: body.to_string().into_bytes() }
        }
    }

    impl<T: Transport> Client<T> {
        /// Sends a call, and reads the answer.
        ///
        /// # Errors
        /// What the server refused, or why it was not reached.
        pub fn run<R>(&self, call: &Call<R>) -> Result<R, Error<T::Error>> {
            let response = self.transport.send(&self.request(call)).map_err(Error::Transport)?;
            call.read(&response).map_err(Error::Refused)
        }

        /// All rows, page by page; `first` says how many a page has.
        pub fn pages<R: Table>(&self, find: Find<R>) -> Pages<'_, T, R> {
            Pages { client: self, next: Some(find) }
        }
    }

    /// All rows, page by page.
    pub struct Pages<'a, T, R> {
        client: &'a Client<T>,
        next: Option<Find<R>>,
    }

    impl<T: Transport, R: Table> Iterator for Pages<'_, T, R> {
        type Item = Result<Vec<R>, Error<T::Error>>;

        fn next(&mut self) -> Option<Self::Item> {
            let mut find = self.next.take()?;
            let page = match self.client.run(&find.page()) {
                Ok(page) => page,
                Err(error) => return Some(Err(error)),
            };
            if let (true, Some(end)) = (page.page_info.has_next_page, page.page_info.end_cursor) {
                find.list.arguments.retain(|(name, _)| *name != "offset");
                self.next = Some(find.after(&end));
            }
            Some(Ok(page.nodes))
        }
    }

    /// Why a call has no answer.
    #[derive(Debug)]
    pub enum Error<E> {
        /// The server was not reached.
        Transport(E),
        /// The server refused.
        Refused(Refusal),
    }

    impl<E: fmt::Display> fmt::Display for Error<E> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Transport(error) => error.fmt(f),
                Self::Refused(refusal) => refusal.fmt(f),
            }
        }
    }

    impl<E: std::error::Error> std::error::Error for Error<E> {}

    /// What the server refused, and why.
    #[derive(Debug, Clone)]
    pub struct Refusal {
        /// What is wrong, where, and what to do.
        pub message: String,
        /// What kind of error it is: stable.
        pub code: String,
        /// The HTTP status; 200 where only a part of a GraphQL answer failed.
        pub status: u16,
        /// The table that it is about.
        pub table: Option<String>,
        /// The field that it is about.
        pub field: Option<String>,
        /// The columns that it is about.
        pub fields: Vec<String>,
        /// The constraint that would not hold.
        pub constraint: Option<String>,
        /// All that the server said.
        pub details: Value,
    }

    impl Refusal {
        fn of(status: u16, message: &Value, details: &Value) -> Self {
            let text = |name: &str| details[name].as_str().map(str::to_owned);
            let fields: Vec<String> = serde_json::from_value(details["fields"].clone()).unwrap_or_default();
            let said = message.as_str().map_or_else(|| format!("the server answered {status}"), str::to_owned);
            Self {
                message: said,
                code: text("code").unwrap_or_else(|| "unavailable".to_owned()),
                status,
                table: text("table"),
                field: text("field").or_else(|| fields.first().cloned()),
                fields,
                constraint: text("constraint"),
                details: details.clone(),
            }
        }
    }

    impl fmt::Display for Refusal {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{} ({})", self.message, self.code)
        }
    }

    impl std::error::Error for Refusal {}

    /// A related row. It is read as the row itself, and its type ends here for the compiler, which else follows relations from
    /// table to table only so far.
    pub struct Related<T> {
        row: Box<dyn Any + Send + Sync>,
        of: PhantomData<fn() -> T>,
    }

    impl<T: Send + Sync + 'static> From<T> for Related<T> {
        fn from(row: T) -> Self {
            Self { row: Box::new(row), of: PhantomData }
        }
    }

    impl<T: 'static> Related<T> {
        /// The row alone.
        #[must_use]
        pub fn into_row(self) -> T {
            match self.row.downcast() {
                Ok(row) => *row,
                Err(_) => unreachable!("it is made of a row of this type"),
            }
        }
    }

    impl<T: 'static> Deref for Related<T> {
        type Target = T;

        fn deref(&self) -> &T {
            match self.row.downcast_ref() {
                Some(row) => row,
                None => unreachable!("it is made of a row of this type"),
            }
        }
    }

    impl<T: Clone + Send + Sync + 'static> Clone for Related<T> {
        fn clone(&self) -> Self {
            Self::from((**self).clone())
        }
    }

    impl<T: fmt::Debug + 'static> fmt::Debug for Related<T> {
        fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            (**self).fmt(formatter)
        }
    }

    impl<T: PartialEq + 'static> PartialEq for Related<T> {
        fn eq(&self, other: &Self) -> bool {
            **self == **other
        }
    }

    impl<'de, T: Deserialize<'de> + Send + Sync + 'static> Deserialize<'de> for Related<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            T::deserialize(deserializer).map(Self::from)
        }
    }

    /// Related rows, which are answered as a page.
    pub(crate) fn nodes<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
        deserializer: D,
    ) -> Result<Option<Vec<T>>, D::Error> {
        #[derive(Deserialize)]
        struct Nodes<T> {
            nodes: Vec<T>,
        }
        Ok(Some(Nodes::deserialize(deserializer)?.nodes))
    }

    fn value(operand: &impl Serialize) -> Value {
        serde_json::to_value(operand).unwrap_or_default()
    }

    fn parse<R: DeserializeOwned>(answer: &mut Value) -> Result<R, String> {
        serde_json::from_value(answer.take()).map_err(|error| format!("the answer is not of its type: {error}"))
    }

    fn lowered(type_name: &str) -> String {
        let mut characters = type_name.chars();
        characters.next().map_or_else(String::new, |first| {
            format!("{}{}", first.to_ascii_lowercase(), characters.as_str())
        })
    }
}

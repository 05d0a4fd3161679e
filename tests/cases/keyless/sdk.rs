//! The client of a tenant's API, made by WorkerSQL from its declaration: make it again rather than change it.
//!
//! It needs the crates `serde` (with `derive`) and `serde_json`, and a transport of yours: see [`runtime_::Transport`].
//!
//! ```text
//! let client = Client::new("https://api.example.com/t/shop", key, transport);
//! let books = client.run(&find().filter(book::YEAR.gte(2000)).order(book::YEAR.desc()).embed(book::AUTHOR.embed()).rows())?;
//! ```

#![allow(dead_code, unreachable_pub, clippy::all, clippy::pedantic)]

/// Table `reading`.
#[derive(Debug, Clone, PartialEq, ::serde::Deserialize)]
pub struct Reading {
    /// Column `sensor`.
    pub sensor: ::std::string::String,
    /// Column `taken`.
    pub taken: ::std::string::String,
    /// Column `celsius`.
    pub celsius: ::core::option::Option<::std::string::String>,
    /// Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for.
    #[serde(default)]
    pub etag: ::core::option::Option<::std::string::String>,
}

impl runtime_::Table for Reading {
    type Insert = reading::Insert;
    type Key = runtime_::NoKey;
    const META: runtime_::Meta = runtime_::Meta {
        type_name: "Reading",
        columns: &[
            "sensor",
            "taken",
            "celsius",
        ],
        key: &[
        ],
    };
}

/// The columns and inputs of `reading`.
pub mod reading {
    /// Column `sensor`.
    pub const SENSOR: super::runtime_::Column<super::Reading, super::runtime_::Text> = super::runtime_::Column::new("sensor");
    /// Column `taken`.
    pub const TAKEN: super::runtime_::Column<super::Reading, super::runtime_::Moment> = super::runtime_::Column::new("taken");
    /// Column `celsius`.
    pub const CELSIUS: super::runtime_::Column<super::Reading, super::runtime_::Exact> = super::runtime_::Column::new("celsius");
    /// Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for.
    pub const ETAG: super::runtime_::Computed<super::Reading> = super::runtime_::Computed::new("etag");

    /// A row to insert. What is left out takes its default.
    #[derive(Debug, Clone, Default, PartialEq, ::serde::Serialize)]
    pub struct Insert {
        /// Column `sensor`.
        pub sensor: ::std::string::String,
        /// Column `taken`.
        pub taken: ::std::string::String,
        /// Column `celsius`.
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        pub celsius: ::core::option::Option<::std::string::String>,
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
    pub trait Table: DeserializeOwned + 'static {
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
        /// A value as aggregates and groups answer it.
        type Value: DeserializeOwned + 'static;
    }

    /// What has an order: all but JSON and GeoJSON.
    pub trait Ordered: Kind {}

    /// What has a sum.
    pub trait Number: Ordered {
        /// How sums and averages are compared and answered: those of exact numbers are exact.
        type Sum: Kind;
    }

    /// What has a year, a month and a day.
    pub trait Dated: Ordered {}

    macro_rules! kinds {
        ($($(#[$doc:meta])* $name:ident = $operand:ty, $value:ty $(: $trait:ident $(= $sum:ident)?)*;)*) => {
            $($(#[$doc])* #[derive(Debug, Clone, Copy)] pub enum $name {}
            impl Kind for $name { type Operand = $operand; type Value = $value; }
            $(impl $trait for $name { $(type Sum = $sum;)? })*)*
        };
    }

    kinds! {
        /// True or false.
        Flag = bool, bool: Ordered: Number = Exact;
        /// Whole numbers of at most 32 bits.
        Whole = i64, i64: Ordered: Number = Exact;
        /// 64-bit and decimal numbers, as texts of digits.
        Exact = Digits, String: Ordered: Number = Exact;
        /// Floating-point numbers.
        Real = f64, f64: Ordered: Number = Real;
        /// Texts.
        Text = String, String: Ordered;
        /// Dates.
        Day = String, String: Ordered: Dated;
        /// Dates with times.
        Moment = String, String: Ordered: Dated;
        /// Times, bytes, members of an enum: texts without patterns.
        Plain = String, String: Ordered;
        /// Members of a set.
        Members = Vec<String>, Vec<String>: Ordered;
        /// JSON and GeoJSON.
        Document = Value, Value;
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

    macro_rules! comparisons {
        ($filter:ty) => {
            fn with(&self, operator: &str, operand: impl Into<K::Operand>) -> $filter {
                self.compared(operator, value(&operand.into()))
            }

            /// The same value.
            pub fn eq(&self, operand: impl Into<K::Operand>) -> $filter {
                self.with("eq", operand)
            }

            /// Another value.
            pub fn neq(&self, operand: impl Into<K::Operand>) -> $filter {
                self.with("neq", operand)
            }

            /// A greater value.
            pub fn gt(&self, operand: impl Into<K::Operand>) -> $filter {
                self.with("gt", operand)
            }

            /// A greater value, or the same.
            pub fn gte(&self, operand: impl Into<K::Operand>) -> $filter {
                self.with("gte", operand)
            }

            /// A lesser value.
            pub fn lt(&self, operand: impl Into<K::Operand>) -> $filter {
                self.with("lt", operand)
            }

            /// A lesser value, or the same.
            pub fn lte(&self, operand: impl Into<K::Operand>) -> $filter {
                self.with("lte", operand)
            }

            /// One of these values.
            pub fn is_in<O: Into<K::Operand>>(&self, operands: impl IntoIterator<Item = O>) -> $filter {
                let operands = operands.into_iter().map(|operand| value(&operand.into()));
                self.compared("in", operands.collect())
            }

            /// None of these values, nor NULL.
            pub fn not_in<O: Into<K::Operand>>(&self, operands: impl IntoIterator<Item = O>) -> $filter {
                let operands = operands.into_iter().map(|operand| value(&operand.into()));
                self.compared("nin", operands.collect())
            }

            /// NULL.
            pub fn is_null(&self) -> $filter {
                self.compared("is", "NULL".into())
            }

            /// Any value.
            pub fn is_not_null(&self) -> $filter {
                self.compared("is", "NOT_NULL".into())
            }
        };
    }

    macro_rules! orders {
        ($order:ty) => {
            /// Ascending, NULL last.
            pub fn asc(&self) -> $order {
                self.ordered("AscNullsLast")
            }

            /// Descending, NULL first.
            pub fn desc(&self) -> $order {
                self.ordered("DescNullsFirst")
            }

            /// Ascending, NULL first.
            pub fn asc_nulls_first(&self) -> $order {
                self.ordered("AscNullsFirst")
            }

            /// Descending, NULL last.
            pub fn desc_nulls_last(&self) -> $order {
                self.ordered("DescNullsLast")
            }
        };
    }

    impl<T, K: Kind> Column<T, K> {
        /// The column of that field.
        pub const fn new(field: &'static str) -> Self {
            Self { field, of: PhantomData }
        }

        fn compared(&self, operator: &str, operand: Value) -> Filter<T> {
            Filter::of(self.field, json!({ operator: operand }))
        }

        fn ordered(&self, direction: &str) -> Order<T> {
            Order::of(self.field, direction.into())
        }

        comparisons!(Filter<T>);
        orders!(Order<T>);

        /// Any other operator of the API, such as `contains`, `overlaps` or `hasKey`, with the operand that it takes.
        pub fn operator(&self, name: &str, operand: impl Serialize) -> Filter<T> {
            self.compared(name, value(&operand))
        }

        /// The new value of a write.
        pub fn to(&self, operand: impl Into<K::Operand>) -> Change<T> {
            Change { field: self.field, value: value(&operand.into()), of: PhantomData }
        }

        /// NULL as the new value of a write.
        pub fn to_null(&self) -> Change<T> {
            Change { field: self.field, value: Value::Null, of: PhantomData }
        }

        /// The column by its name alone, as a [`Conflict`] takes it.
        pub fn name(&self) -> Name<T> {
            Name { name: member(self.field), of: PhantomData }
        }
    }

    impl<T, K: Ordered> Column<T, K> {
        fn aggregate<L: Kind, A>(&self, function: &'static str) -> Aggregate<T, L, A> {
            Aggregate { function, field: self.field, of: PhantomData }
        }

        /// How many different values there are, NULL not among them.
        pub fn count_distinct(&self) -> Aggregate<T, Whole, u64> {
            self.aggregate("countDistinct")
        }

        /// The least value; `None` where there are none.
        pub fn min(&self) -> Aggregate<T, K> {
            self.aggregate("min")
        }

        /// The greatest value; `None` where there are none.
        pub fn max(&self) -> Aggregate<T, K> {
            self.aggregate("max")
        }

        /// The value as a key of groups; `None` where it is NULL.
        pub fn key(&self) -> Key<T, K::Value> {
            Key { name: member(self.field), of: PhantomData }
        }
    }

    impl<T, K: Number> Column<T, K> {
        /// The sum of the values; `None` where there are none.
        pub fn sum(&self) -> Aggregate<T, K::Sum> {
            self.aggregate("sum")
        }

        /// The average of the values, of exact numbers with four more digits; `None` where there are none.
        pub fn avg(&self) -> Aggregate<T, K::Sum> {
            self.aggregate("avg")
        }
    }

    macro_rules! parts {
        ($($kind:ident: $($(#[$doc:meta])* $method:ident = $part:literal, $value:ty;)*)*) => {
            $(impl<T, K: $kind> Column<T, K> {
                $($(#[$doc])* pub fn $method(&self) -> Key<T, $value> {
                    Key { name: format!("{}_{}", member(self.field), $part), of: PhantomData }
                })*
            })*
        };
    }

    parts! {
        Dated:
            /// The year as a key of groups.
            year = "year", i64;
            /// The quarter, 1 to 4, as a key of groups.
            quarter = "quarter", i64;
            /// The month, 1 to 12, as a key of groups.
            month = "month", i64;
            /// The week as a key of groups.
            week = "week", i64;
            /// The day of the month as a key of groups.
            day = "day", i64;
            /// The day of the week as a key of groups.
            day_of_week = "dayOfWeek", i64;
            /// The first day of the year as a key of groups.
            year_start = "yearStart", String;
            /// The first day of the quarter as a key of groups.
            quarter_start = "quarterStart", String;
            /// The first day of the month as a key of groups.
            month_start = "monthStart", String;
            /// The first day of the week as a key of groups.
            week_start = "weekStart", String;
    }

    impl<T> Column<T, Moment> {
        /// The hour as a key of groups.
        pub fn hour(&self) -> Key<T, i64> {
            Key { name: format!("{}_hour", self.field), of: PhantomData }
        }

        /// The date as a key of groups.
        pub fn date(&self) -> Key<T, String> {
            Key { name: format!("{}_date", self.field), of: PhantomData }
        }

        /// When the hour began as a key of groups.
        pub fn hour_start(&self) -> Key<T, String> {
            Key { name: format!("{}_hourStart", self.field), of: PhantomData }
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

        /// Ends with this text, to the letter.
        pub fn ends_with(&self, text: &str) -> Filter<T> {
            self.with("endsWith", text)
        }

        /// Holds this text, to the letter.
        pub fn contains(&self, text: &str) -> Filter<T> {
            self.with("contains", text)
        }

        /// Matches a regular expression.
        pub fn regex(&self, pattern: &str) -> Filter<T> {
            self.with("regex", pattern)
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

    /// A column by its name alone.
    pub struct Name<T> {
        name: String,
        of: PhantomData<fn() -> T>,
    }

    /// What a row answers beside its columns where it is asked for: [`Find::also`].
    pub struct Computed<T> {
        field: &'static str,
        of: PhantomData<fn() -> T>,
    }

    impl<T> Computed<T> {
        /// What is answered in that field.
        pub const fn new(field: &'static str) -> Self {
            Self { field, of: PhantomData }
        }
    }

    /// Rows taken together: what filters and orders of aggregates are about.
    pub enum Together<T> {
        /// There is no value of it.
        #[doc(hidden)]
        Never(std::convert::Infallible, PhantomData<fn() -> T>),
    }

    /// Rows that have keys in common: what orders of groups are about.
    pub enum Groups<T> {
        /// There is no value of it.
        #[doc(hidden)]
        Never(std::convert::Infallible, PhantomData<fn() -> T>),
    }

    /// An aggregate of rows, which is compared as a `K` and answered as an `A`.
    pub struct Aggregate<T, K: Kind, A = Option<<K as Kind>::Value>> {
        function: &'static str,
        field: &'static str,
        of: PhantomData<fn() -> (T, K, A)>,
    }

    /// How many rows there are.
    pub const fn count<T>() -> Aggregate<T, Whole, u64> {
        Aggregate { function: "count", field: "", of: PhantomData }
    }

    impl<T, K: Kind, A> Aggregate<T, K, A> {
        fn under(&self, value: Value) -> Value {
            if self.field.is_empty() { value } else { json!({ self.field: value }) }
        }

        fn compared(&self, operator: &str, operand: Value) -> Filter<Together<T>> {
            Filter::of(self.function, self.under(json!({ operator: operand })))
        }

        fn ordered(&self, direction: &str) -> Order<Together<T>> {
            Order::of(self.function, self.under(direction.into()))
        }

        comparisons!(Filter<Together<T>>);
        orders!(Order<Together<T>>);
    }

    /// What the rows of a group have in common, answered as an `Option<V>`.
    pub struct Key<T, V> {
        name: String,
        of: PhantomData<fn() -> (T, V)>,
    }

    impl<T, V> Key<T, V> {
        fn ordered(&self, direction: &str) -> Order<Groups<T>> {
            Order::of("keys", json!({ self.name.as_str(): direction }))
        }

        orders!(Order<Groups<T>>);
    }

    impl<T> From<Order<Together<T>>> for Order<Groups<T>> {
        fn from(order: Order<Together<T>>) -> Self {
            Self { value: order.value, of: PhantomData }
        }
    }

    /// What to answer of rows that are taken together, an [`Aggregate`] or a [`Key`], or of each row, a [`Column`]; or a tuple of up
    /// to eight.
    pub trait Pick<S>: Send + Sync + 'static {
        /// What is answered.
        type Answer;
        /// What to ask for.
        #[doc(hidden)]
        fn text(&self) -> String;
        /// Reads it.
        #[doc(hidden)]
        fn picked(&self, answer: &Value) -> Result<Self::Answer, String>;
    }

    impl<T: 'static, K: Kind + 'static, A: DeserializeOwned + 'static> Pick<Together<T>> for Aggregate<T, K, A> {
        type Answer = A;

        fn text(&self) -> String {
            let Self { function, field, .. } = self;
            if field.is_empty() { (*function).to_owned() } else { format!("{function} {{ {field} }}") }
        }

        fn picked(&self, answer: &Value) -> Result<A, String> {
            let answer = &answer[self.function];
            parsed(if self.field.is_empty() { answer } else { &answer[self.field] })
        }
    }

    impl<T: 'static, V: DeserializeOwned + 'static> Pick<Groups<T>> for Key<T, V> {
        type Answer = Option<V>;

        fn text(&self) -> String {
            self.name.clone()
        }

        fn picked(&self, answer: &Value) -> Result<Option<V>, String> {
            parsed(&answer[self.name.as_str()])
        }
    }

    impl<T: 'static, K: Kind + 'static> Pick<T> for Column<T, K> {
        type Answer = Option<K::Value>;

        fn text(&self) -> String {
            self.field.to_owned()
        }

        fn picked(&self, answer: &Value) -> Result<Self::Answer, String> {
            parsed(&answer[self.field])
        }
    }

    macro_rules! tuples {
        ($($name:ident)*) => {
            #[allow(non_snake_case)]
            impl<S, $($name: Pick<S>),*> Pick<S> for ($($name,)*) {
                type Answer = ($($name::Answer,)*);

                fn text(&self) -> String {
                    let ($($name,)*) = self;
                    [$($name.text()),*].join(" ")
                }

                fn picked(&self, answer: &Value) -> Result<Self::Answer, String> {
                    let ($($name,)*) = self;
                    Ok(($($name.picked(answer)?,)*))
                }
            }

            #[allow(non_snake_case)]
            impl<W: Way, $($name: 'static),*> Calls<W> for ($(Call<$name, W>,)*) {
                type Answer = ($($name,)*);

                fn together(self) -> Call<Self::Answer, W> {
                    let ($($name,)*) = self;
                    let mut parts = Parts::default();
                    $(let $name = parts.add($name);)*
                    parts.call(move |answers| Ok(($($name(answers)?,)*)))
                }
            }
        };
    }

    tuples!(A);
    tuples!(A B);
    tuples!(A B C);
    tuples!(A B C D);
    tuples!(A B C D E);
    tuples!(A B C D E F);
    tuples!(A B C D E F G);
    tuples!(A B C D E F G H);

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

        /// The order of an aggregate of the related rows.
        pub fn order(&self, order: Order<Together<R>>) -> Order<T> {
            Order::of(self.field, order.value)
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
        computed: Vec<&'static str>,
        embeds: Vec<(&'static str, Meta, List, bool)>,
    }

    impl List {
        fn given(&self, writer: &mut Writer, meta: Meta) -> String {
            let name = meta.type_name;
            let mut arguments: Vec<(&str, String, Value)> = Vec::new();
            for (argument, value) in &self.arguments {
                let ty = match *argument {
                    "filter" => format!("{name}Filter"),
                    "search" => format!("{name}SearchInput"),
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
            let columns = meta.columns.iter().chain(&self.computed);
            let mut fields: Vec<String> = columns.map(|column| (*column).to_owned()).collect();
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
        fn given(mut self, argument: &'static str, value: Value) -> Self {
            self.list.arguments.retain(|(name, _)| *name != argument);
            self.list.arguments.push((argument, value));
            self
        }

        /// Only these rows.
        #[must_use]
        pub fn filter(self, filter: Filter<T>) -> Self {
            self.given("filter", filter.value)
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
            self.list.distinct.push(member(column.field).into());
            self
        }

        /// Only rows that hold these words; of tables with a FULLTEXT key.
        #[must_use]
        pub fn search(self, words: &str) -> Self {
            self.given("search", json!({ "query": words }))
        }

        /// The same as the API takes it: with `query`, `columns` and `mode`.
        #[must_use]
        pub fn search_by(self, search: Value) -> Self {
            self.given("search", search)
        }

        /// With what is computed of each row, such as its entity tag.
        #[must_use]
        pub fn also(mut self, computed: &Computed<T>) -> Self {
            self.list.computed.push(computed.field);
            self
        }

        /// The first so many rows.
        #[must_use]
        pub fn first(self, rows: u32) -> Self {
            self.given("first", rows.into())
        }

        /// The last so many rows.
        #[must_use]
        pub fn last(self, rows: u32) -> Self {
            self.given("last", rows.into())
        }

        /// Only rows after this place.
        #[must_use]
        pub fn after(self, cursor: &str) -> Self {
            self.given("after", cursor.into())
        }

        /// Only rows before this place.
        #[must_use]
        pub fn before(self, cursor: &str) -> Self {
            self.given("before", cursor.into())
        }

        /// So many rows are passed over first.
        #[must_use]
        pub fn offset(self, rows: u32) -> Self {
            self.given("offset", rows.into())
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

        /// Answers some columns of the rows, each `None` where it is NULL: `find().columns((book::TITLE, book::PRICE))`.
        pub fn columns<C: Pick<T>>(&self, columns: C) -> Call<Vec<C::Answer>> {
            let mut writer = Writer::default();
            let given = self.list.given(&mut writer, T::META);
            let field = format!("{}Collection{given}", lowered(T::META.type_name));
            writer.call(field, format!("nodes {{ {} }}", columns.text()), move |answer| {
                let rows = answer["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
                rows.iter().map(|row| columns.picked(row)).collect()
            })
        }

        /// Answers the first row.
        pub fn one(self) -> Call<Option<T>> {
            self.first(1).call("", |answer| parse::<Vec<T>>(&mut answer["nodes"]).map(|rows| rows.into_iter().next()))
        }

        /// Answers the rows as a page.
        pub fn page(&self) -> Call<Page<T>> {
            self.call(" totalCount", parse)
        }

        /// Answers how many rows there are, whatever the page.
        pub fn count(&self) -> Call<u64> {
            let (writer, field) = self.all();
            writer.call(field, "totalCount".to_owned(), |answer| parse(&mut answer["totalCount"]))
        }

        /// Answers aggregates of all rows, whatever the page: `find().aggregate((count(), book::PRICE.avg()))`.
        pub fn aggregate<A: Pick<Together<T>>>(&self, select: A) -> Call<A::Answer> {
            let (writer, field) = self.all();
            let text = format!("aggregate {{ {} }}", select.text());
            writer.call(field, text, move |answer| select.picked(&answer["aggregate"]))
        }

        /// Groups of all rows by what they have in common, with aggregates of each:
        /// `find().group_by(book::AUTHOR_ID.key(), (count(), book::PRICE.max()))`.
        pub fn group_by<B: Pick<Groups<T>>, A: Pick<Together<T>>>(self, keys: B, select: A) -> GroupBy<T, B, A> {
            GroupBy { find: self, keys, select, having: None, orders: Vec::new(), first: None, offset: None }
        }

        /// The list of which nothing counts but what rows it has.
        fn all(&self) -> (Writer, String) {
            let mut writer = Writer::default();
            let arguments = self.list.arguments.iter().filter(|(name, _)| ["filter", "search"].contains(name));
            let filter = List { arguments: arguments.cloned().collect(), ..List::default() };
            let given = filter.given(&mut writer, T::META);
            let field = format!("{}Collection{given}", lowered(T::META.type_name));
            (writer, field)
        }

        fn call<R: 'static>(&self, more: &str, read: fn(&mut Value) -> Result<R, String>) -> Call<R> {
            let mut writer = Writer::default();
            let given = self.list.given(&mut writer, T::META);
            let fields = self.list.fields(&mut writer, T::META);
            let info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
            let field = format!("{}Collection{given}", lowered(T::META.type_name));
            writer.call(field, format!("nodes {{ {fields} }} {info}{more}"), read)
        }
    }

    /// Groups of rows: which, and in what order. The keys complete it.
    pub struct GroupBy<T, B, A> {
        find: Find<T>,
        keys: B,
        select: A,
        having: Option<Value>,
        orders: Vec<Value>,
        first: Option<u32>,
        offset: Option<u32>,
    }

    impl<T: Table, B: Pick<Groups<T>>, A: Pick<Together<T>>> GroupBy<T, B, A> {
        /// Only these groups: `having(count().gte(2))`.
        #[must_use]
        pub fn having(mut self, filter: Filter<Together<T>>) -> Self {
            self.having = Some(filter.value);
            self
        }

        /// In this order, of a key or an aggregate; called again, where the order before says nothing.
        #[must_use]
        pub fn order(mut self, order: impl Into<Order<Groups<T>>>) -> Self {
            self.orders.push(order.into().value);
            self
        }

        /// The first so many groups.
        #[must_use]
        pub fn first(mut self, groups: u32) -> Self {
            self.first = Some(groups);
            self
        }

        /// So many groups are passed over first.
        #[must_use]
        pub fn offset(mut self, groups: u32) -> Self {
            self.offset = Some(groups);
            self
        }

        /// Answers the keys and the aggregates of each group.
        pub fn groups(self) -> Call<Vec<(B::Answer, A::Answer)>> {
            let Self { find, keys, select, having, orders, first, offset } = self;
            let (mut writer, field) = find.all();
            let (name, text) = (T::META.type_name, keys.text());
            let own: Vec<&str> = text.split(' ').collect();
            let mut arguments = vec![("keys", format!("[{name}GroupKey!]!"), value(&own))];
            arguments.extend(having.map(|having| ("having", format!("{name}Having"), having)));
            if !orders.is_empty() {
                arguments.push(("orderBy", format!("[{name}GroupOrderBy!]"), orders.into()));
            }
            let numbers = [("first", first), ("offset", offset)];
            let numbers = numbers.into_iter().filter_map(|(name, number)| Some((name, number?)));
            arguments.extend(numbers.map(|(name, number)| (name, "Int".to_owned(), number.into())));
            let given = writer.given(arguments);
            let selection = format!("groupBy{given} {{ keys {{ {text} }} {} }}", select.text());
            writer.call(field, selection, move |answer| {
                let groups = answer["groupBy"].as_array().map(Vec::as_slice).unwrap_or_default();
                groups.iter().map(|group| Ok((keys.picked(&group["keys"])?, select.picked(group)?))).collect()
            })
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
        writer.call(format!("{}ByPk{given}", lowered(T::META.type_name)), fields, parse)
    }

    /// The row with this key, as lists and writes take it.
    pub fn by_key<T: Table>(key: &T::Key) -> Filter<T> {
        let values = value(key);
        let key = T::META.key.iter().map(|(field, _)| ((*field).to_owned(), json!({ "eq": values[field] })));
        Filter { value: Value::Object(key.collect()), of: PhantomData }
    }

    /// Adds rows: all of them or none.
    pub fn insert<T: Table>(rows: &[T::Insert]) -> Call<Written<T>, Writes> {
        add::<T>(rows, None)
    }

    /// Adds rows, and passes over those whose key is taken.
    pub fn insert_new<T: Table>(rows: &[T::Insert]) -> Call<Written<T>, Writes> {
        add::<T>(rows, Some(json!({ "update": [] })))
    }

    /// Adds rows, or changes those that have their primary keys.
    pub fn upsert<T: Table>(rows: &[T::Insert]) -> Call<Written<T>, Writes> {
        upsert_on(rows, Conflict::new())
    }

    /// Adds rows, or changes those that are there.
    pub fn upsert_on<T: Table>(rows: &[T::Insert], conflict: Conflict<T>) -> Call<Written<T>, Writes> {
        add::<T>(rows, Some(conflict.value.into()))
    }

    /// How an upsert finds the row that is there, and what of it changes.
    pub struct Conflict<T> {
        value: Map<String, Value>,
        of: PhantomData<fn() -> T>,
    }

    impl<T> Conflict<T> {
        /// By the primary key; all that is given changes.
        pub fn new() -> Self {
            Self { value: Map::new(), of: PhantomData }
        }

        /// By the unique key of these columns.
        #[must_use]
        pub fn target(self, columns: impl IntoIterator<Item = Name<T>>) -> Self {
            self.with("target", columns)
        }

        /// Only these columns take the new row's values; a row that is there stays as it is where there are none.
        #[must_use]
        pub fn update(self, columns: impl IntoIterator<Item = Name<T>>) -> Self {
            self.with("update", columns)
        }

        fn with(mut self, name: &str, columns: impl IntoIterator<Item = Name<T>>) -> Self {
            let columns = columns.into_iter().map(|column| column.name.into()).collect();
            self.value.insert(name.to_owned(), Value::Array(columns));
            self
        }
    }

    fn add<T: Table>(rows: &[T::Insert], conflict: Option<Value>) -> Call<Written<T>, Writes> {
        let name = T::META.type_name;
        let mut arguments = vec![("objects", format!("[{name}InsertInput!]!"), value(&rows))];
        arguments.extend(conflict.map(|conflict| ("onConflict", format!("{name}OnConflict"), conflict)));
        written(format!("insertInto{name}Collection"), arguments)
    }

    /// Changes the rows that a filter finds; more of them than `at_most` is an error that changes nothing.
    pub fn update<T: Table>(
        which: impl Into<Which<T>>,
        changes: impl IntoIterator<Item = Change<T>>,
        at_most: u32,
    ) -> Call<Written<T>, Writes> {
        let name = T::META.type_name;
        let changes = changes.into_iter().map(|change| (change.field.to_owned(), change.value));
        let set = Value::Object(changes.collect::<Map<_, _>>());
        let mut arguments = vec![("set", format!("{name}UpdateInput!"), set)];
        arguments.extend(found(which.into(), at_most));
        written(format!("update{name}Collection"), arguments)
    }

    /// Removes the rows that a filter finds; more of them than `at_most` is an error that changes nothing.
    pub fn delete<T: Table>(which: impl Into<Which<T>>, at_most: u32) -> Call<Written<T>, Writes> {
        written(format!("deleteFrom{}Collection", T::META.type_name), found(which.into(), at_most))
    }

    /// Which rows a write is about: a filter, or [`Filter::if_match`].
    pub struct Which<T> {
        filter: Filter<T>,
        etag: Option<String>,
    }

    impl<T> From<Filter<T>> for Which<T> {
        fn from(filter: Filter<T>) -> Self {
            Self { filter, etag: None }
        }
    }

    impl<T: Table> Filter<T> {
        /// The one row that it finds, if its entity tag is still this; otherwise nothing is changed.
        pub fn if_match(self, etag: &str) -> Which<T> {
            Which { filter: self, etag: Some(etag.to_owned()) }
        }
    }

    type Argument = (&'static str, String, Value);

    fn found<T: Table>(which: Which<T>, at_most: u32) -> Vec<Argument> {
        let mut arguments = vec![
            ("filter", format!("{}Filter", T::META.type_name), which.filter.value),
            ("atMost", "Int!".to_owned(), at_most.into()),
        ];
        arguments.extend(which.etag.map(|etag| ("ifMatch", "String".to_owned(), etag.into())));
        arguments
    }

    fn written<T: Table>(root: String, arguments: Vec<Argument>) -> Call<Written<T>, Writes> {
        let mut writer = Writer::default();
        let given = writer.given(arguments);
        let fields = List::default().fields(&mut writer, T::META);
        writer.call(format!("{root}{given}"), format!("affectedCount records {{ {fields} }}"), parse)
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

        fn call<R, W: Way>(
            self,
            field: String,
            selection: String,
            read: impl Fn(&mut Value) -> Result<R, String> + Send + Sync + 'static,
        ) -> Call<R, W> {
            let parts = Parts { fields: vec![(field, selection)], writer: self, headers: Vec::new() };
            parts.call(move |answers| read(&mut answers[0]))
        }
    }

    /// What is sent as one request.
    #[derive(Default)]
    struct Parts {
        fields: Vec<(String, String)>,
        writer: Writer,
        headers: Vec<(&'static str, String)>,
    }

    impl Parts {
        /// Adds a call, whose variables take other names. Answers what reads its answer.
        fn add<R, W>(&mut self, call: Call<R, W>) -> impl Fn(&mut [Value]) -> Result<R, String> + use<R, W> {
            let at = self.fields.len();
            let prefix = format!("$p{at}");
            let renamed = |text: String| text.replace('$', &prefix);
            let Parts { fields, writer, headers } = call.parts;
            let range = at..at + fields.len();
            let fields = fields.into_iter().map(|(field, selection)| (renamed(field), renamed(selection)));
            self.fields.extend(fields);
            self.writer.declared.extend(writer.declared.into_iter().map(renamed));
            let values = writer.values.into_iter().map(|(name, value)| (format!("{}{name}", &prefix[1..]), value));
            self.writer.values.extend(values);
            for (name, value) in headers {
                self.header(name, value);
            }
            let read = call.read;
            move |answers| read(&mut answers[range.clone()])
        }

        fn header(&mut self, name: &'static str, value: String) {
            self.headers.retain(|(other, _)| *other != name);
            self.headers.push((name, value));
        }

        fn call<R, W>(self, read: impl Fn(&mut [Value]) -> Result<R, String> + Send + Sync + 'static) -> Call<R, W> {
            Call { parts: self, read: Box::new(read), of: PhantomData }
        }
    }

    /// What calls do.
    pub trait Way: 'static {
        /// How GraphQL calls it.
        #[doc(hidden)]
        const KIND: &'static str;
    }

    /// Calls that read.
    #[derive(Debug, Clone, Copy)]
    pub enum Reads {}

    /// Calls that write.
    #[derive(Debug, Clone, Copy)]
    pub enum Writes {}

    impl Way for Reads {
        const KIND: &'static str = "query";
    }

    impl Way for Writes {
        const KIND: &'static str = "mutation";
    }

    type Read<R> = dyn Fn(&mut [Value]) -> Result<R, String> + Send + Sync;

    /// A call: what to send, and how to read what comes back. [`Client::run`] does both over a [`Transport`]; over an
    /// asynchronous one, send [`Client::request`] and read by [`Call::read`].
    pub struct Call<R, W = Reads> {
        parts: Parts,
        read: Box<Read<R>>,
        of: PhantomData<fn() -> W>,
    }

    /// Several calls of one way: a tuple of up to eight, or a `Vec` of those that answer alike.
    pub trait Calls<W> {
        /// What they answer.
        type Answer;

        /// The same as one call. Writes happen in their order, all or not at all.
        fn together(self) -> Call<Self::Answer, W>;
    }

    impl<W: Way, R: 'static> Calls<W> for Vec<Call<R, W>> {
        type Answer = Vec<R>;

        fn together(self) -> Call<Vec<R>, W> {
            let mut parts = Parts::default();
            let reads: Vec<_> = self.into_iter().map(|call| parts.add(call)).collect();
            parts.call(move |answers| reads.iter().map(|read| read(answers)).collect())
        }
    }

    /// Several reads, or several writes, as one request, which answers what each of them does. Writes happen in their order, all or
    /// not at all; headers of one are those of all.
    pub fn batch<W: Way, C: Calls<W>>(calls: C) -> Call<C::Answer, W> {
        calls.together()
    }

    impl<R> Call<R, Writes> {
        /// Answers what a write would do, and changes nothing.
        #[must_use]
        pub fn dry_run(mut self) -> Self {
            self.parts.header("prefer", "tx=rollback".to_owned());
            self
        }

        /// Makes a write safe to send again: for 24 hours the same call with this key gets the first answer.
        #[must_use]
        pub fn idempotency_key(mut self, key: &str) -> Self {
            self.parts.header("idempotency-key", key.to_owned());
            self
        }
    }

    impl<T: Table> Call<Written<T>, Writes> {
        /// Answers how many rows were written, and not the rows.
        #[must_use]
        pub fn affected(mut self) -> Call<u64, Writes> {
            for (_, selection) in &mut self.parts.fields {
                "affectedCount".clone_into(selection);
            }
            self.parts.call(|answers| parse(&mut answers[0]["affectedCount"]))
        }
    }

    impl<R, W> Call<R, W> {
        /// Reads what the server answered.
        ///
        /// # Errors
        /// What the server refused.
        pub fn read(&self, response: &Response) -> Result<R, Refusal> {
            let mut answer: Value = serde_json::from_slice(&response.body).unwrap_or_default();
            if let Some(error) = answer["errors"].get(0) {
                let mut refusal = Refusal::of(response.status, &error["message"], &error["extensions"]);
                let root = error["path"][0].as_str().and_then(|root| root.strip_prefix('c'));
                refusal.call = root.and_then(|at| at.parse().ok());
                return Err(refusal);
            }
            if !answer["data"].is_object() {
                return Err(Refusal::of(response.status, &answer["detail"], &answer));
            }
            let fields = 0..self.parts.fields.len();
            let mut answers: Vec<Value> = fields.map(|at| answer["data"][format!("c{at}")].take()).collect();
            (self.read)(&mut answers).map_err(|text| Refusal::of(502, &text.into(), &Value::Null))
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
        pub fn request<R, W: Way>(&self, call: &Call<R, W>) -> Request {
            let Parts { fields, writer, headers: own } = &call.parts;
            let fields = fields.iter().enumerate();
            let fields: Vec<String> = fields.map(|(at, (field, selection))| format!("c{at}: {field} {{ {selection} }}")).collect();
            let head = if writer.declared.is_empty() {
                String::new()
            } else {
                format!(" ({})", writer.declared.join(", "))
            };
            let document = format!("{}{head} {{ {} }}", W::KIND, fields.join(" "));
            let body = json!({ "query": document, "variables": writer.values });
            let mut headers = vec![
                ("authorization", format!("Bearer {}", self.key)),
                ("content-type", "application/json".to_owned()),
                ("accept", "application/graphql-response+json".to_owned()),
            ];
            headers.extend(own.iter().cloned());
            Request { url: format!("{}/graphql", self.url), headers, body: body.to_string().into_bytes() }
        }
    }

    impl<T: Transport> Client<T> {
        /// Sends a call, and reads the answer.
        ///
        /// # Errors
        /// What the server refused, or why it was not reached.
        pub fn run<R, W: Way>(&self, call: &Call<R, W>) -> Result<R, Error<T::Error>> {
            let response = self.transport.send(&self.request(call)).map_err(Error::Transport)?;
            call.read(&response).map_err(Error::Refused)
        }

        /// All rows, page by page; `first` says how many a page has.
        pub fn pages<R: Table>(&self, find: Find<R>) -> Pages<'_, T, R> {
            Pages { client: self, next: Some(find) }
        }

        /// All rows one by one; `first` says how many are fetched at once.
        pub fn rows<R: Table>(&self, find: Find<R>) -> impl Iterator<Item = Result<R, Error<T::Error>>> + use<'_, T, R> {
            self.pages(find).flat_map(|page| match page {
                Ok(rows) => rows.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error)],
            })
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
        /// What kind of error it is: stable, and one of [`codes_`](super::codes_) unless the server is newer.
        pub code: String,
        /// The HTTP status that belongs to it.
        pub status: u16,
        /// The table that it is about.
        pub table: Option<String>,
        /// The field that it is about.
        pub field: Option<String>,
        /// The columns that it is about.
        pub fields: Vec<String>,
        /// The constraint that would not hold.
        pub constraint: Option<String>,
        /// Which call of a batch it belongs to.
        pub call: Option<usize>,
        /// All that the server said.
        pub details: Value,
    }

    impl Refusal {
        fn of(status: u16, message: &Value, details: &Value) -> Self {
            let text = |name: &str| details[name].as_str().map(str::to_owned);
            let fields: Vec<String> = serde_json::from_value(details["fields"].clone()).unwrap_or_default();
            let said = message.as_str().map_or_else(|| format!("the server answered {status}"), str::to_owned);
            let code = text("code").unwrap_or_else(|| if status >= 500 { "unavailable" } else { "bad_request" }.to_owned());
            let known = super::codes_::STATUSES.iter().find(|(known, _)| *known == code);
            Self {
                message: said,
                code,
                status: if status >= 400 { status } else { known.map_or(400, |(_, status)| *status) },
                table: text("table"),
                field: text("field").or_else(|| fields.first().cloned()),
                fields,
                constraint: text("constraint"),
                call: None,
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
        parsed(&answer.take())
    }

    fn parsed<R: DeserializeOwned>(answer: &Value) -> Result<R, String> {
        R::deserialize(answer).map_err(|error| format!("the answer is not of its type: {error}"))
    }

    /// A field as a member of an enum, which some words cannot be.
    fn member(field: &str) -> String {
        let taken = ["true", "false", "null"].iter().any(|word| field.starts_with(word));
        if taken { format!("_{field}") } else { field.to_owned() }
    }

    fn lowered(type_name: &str) -> String {
        let mut characters = type_name.chars();
        characters.next().map_or_else(String::new, |first| {
            format!("{}{}", first.to_ascii_lowercase(), characters.as_str())
        })
    }
}

/// The stable codes of errors, to compare with those of a [`runtime_::Refusal`]. A newer server may answer others.
pub mod codes_ {
    pub const BAD_REQUEST: &str = "bad_request";
    pub const GRAPHQL_PARSE_FAILED: &str = "graphql_parse_failed";
    pub const GRAPHQL_VALIDATION_FAILED: &str = "graphql_validation_failed";
    pub const PERSISTED_QUERY_NOT_FOUND: &str = "PERSISTED_QUERY_NOT_FOUND";
    pub const PERSISTED_QUERY_NOT_SUPPORTED: &str = "PERSISTED_QUERY_NOT_SUPPORTED";
    pub const DOCUMENT_NOT_FOUND: &str = "document_not_found";
    pub const DOCUMENT_NOT_REGISTERED: &str = "document_not_registered";
    pub const INVALID_VALUE: &str = "invalid_value";
    pub const INVALID_EXPRESSION: &str = "invalid_expression";
    pub const CONTRADICTION: &str = "contradiction";
    pub const UNKNOWN_NAME: &str = "unknown_name";
    pub const AMBIGUOUS_RELATION: &str = "ambiguous_relation";
    pub const NOT_SUPPORTED: &str = "not_supported";
    pub const INVALID_CURSOR: &str = "invalid_cursor";
    pub const FILTER_REQUIRED: &str = "filter_required";
    pub const TOO_MANY_ROWS: &str = "too_many_rows";
    pub const LIMIT_EXCEEDED: &str = "limit_exceeded";
    pub const UNAUTHENTICATED: &str = "unauthenticated";
    pub const FORBIDDEN: &str = "forbidden";
    pub const NOT_FOUND: &str = "not_found";
    pub const METHOD_NOT_ALLOWED: &str = "method_not_allowed";
    pub const NOT_ACCEPTABLE: &str = "not_acceptable";
    pub const UNIQUE_VIOLATION: &str = "unique_violation";
    pub const FOREIGN_KEY_VIOLATION: &str = "foreign_key_violation";
    pub const ALREADY_EXISTS: &str = "already_exists";
    pub const CONFLICT: &str = "conflict";
    pub const MIGRATION_REFUSED: &str = "migration_refused";
    pub const PRECONDITION_FAILED: &str = "precondition_failed";
    pub const PRECONDITION_REQUIRED: &str = "precondition_required";
    pub const TOO_LARGE: &str = "too_large";
    pub const UNSUPPORTED_MEDIA_TYPE: &str = "unsupported_media_type";
    pub const RANGE_NOT_SATISFIABLE: &str = "range_not_satisfiable";
    pub const NOT_NULL_VIOLATION: &str = "not_null_violation";
    pub const CHECK_VIOLATION: &str = "check_violation";
    pub const INVALID_SCHEMA: &str = "invalid_schema";
    pub const INVALID_IMPORT: &str = "invalid_import";
    pub const IDEMPOTENCY_KEY_REUSED: &str = "idempotency_key_reused";
    pub const OUT_OF_RANGE: &str = "out_of_range";
    pub const INTERNAL: &str = "internal";
    pub const ADMIN_DISABLED: &str = "admin_disabled";
    pub const UNAVAILABLE: &str = "unavailable";

    pub(crate) const STATUSES: &[(&str, u16)] = &[
        ("bad_request", 400),
        ("graphql_parse_failed", 400),
        ("graphql_validation_failed", 400),
        ("PERSISTED_QUERY_NOT_FOUND", 400),
        ("PERSISTED_QUERY_NOT_SUPPORTED", 400),
        ("document_not_found", 404),
        ("document_not_registered", 403),
        ("invalid_value", 400),
        ("invalid_expression", 422),
        ("contradiction", 422),
        ("unknown_name", 400),
        ("ambiguous_relation", 400),
        ("not_supported", 422),
        ("invalid_cursor", 422),
        ("filter_required", 422),
        ("too_many_rows", 422),
        ("limit_exceeded", 422),
        ("unauthenticated", 401),
        ("forbidden", 403),
        ("not_found", 404),
        ("method_not_allowed", 405),
        ("not_acceptable", 406),
        ("unique_violation", 409),
        ("foreign_key_violation", 409),
        ("already_exists", 409),
        ("conflict", 409),
        ("migration_refused", 409),
        ("precondition_failed", 412),
        ("precondition_required", 428),
        ("too_large", 413),
        ("unsupported_media_type", 415),
        ("range_not_satisfiable", 416),
        ("not_null_violation", 422),
        ("check_violation", 422),
        ("invalid_schema", 422),
        ("invalid_import", 422),
        ("idempotency_key_reused", 422),
        ("out_of_range", 422),
        ("internal", 500),
        ("admin_disabled", 403),
        ("unavailable", 503),
    ];
}

//! The documents and clients of a declaration are stable: what is added to it changes only lines about that.
//!
//! What is removed does the same, since the documents come from the declaration alone and not from those before it: the lines that
//! an addition changes are those that the removal changes back.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use codegen::ApiModel;
use codegen::derive::derive;
use codegen::graphql::sdl;
use codegen::sdk;
use openapi::Bounds;
use schema::Schema;
use tests::declared::{Declared, Grown, MORE};

/// So many random declarations are tried.
const SEEDS: u64 = 40;

fn read(script: &str) -> Schema {
    match schema::read::sql::read(script) {
        Ok(read) => read.schema,
        Err(problems) => panic!("{problems:#?}\n{script}"),
    }
}

/// All that is generated of a declaration.
fn generated(schema: &Schema) -> [(&'static str, String); 5] {
    let model: ApiModel = derive(schema);
    let document = openapi::document(&model, "shop", Bounds::DEFAULT).unwrap();
    [
        ("openapi.json", document),
        ("schema.graphql", sdl(&model)),
        ("sdk.ts", sdk::typescript::typescript(&model)),
        ("sdk.rs", sdk::rust::rust(&model)),
        ("sdk.py", sdk::python::python(&model)),
    ]
}

/// Whether a line names what a declaration has more, in whatever spelling.
fn names_it(line: &str) -> bool {
    let spelled = |text: &str| text.to_lowercase().replace(['_', '-'], "");
    spelled(line).contains(&spelled(MORE))
}

/// Whether all letters of a text stand in another, in this order.
fn is_within(part: &str, whole: &str) -> bool {
    let mut letters = whole.chars();
    part.chars().all(|letter| letters.any(|other| other == letter))
}

/// How deep a line stands. A comma before an item takes the place of what the item is deeper by.
fn depth(line: &str) -> usize {
    let text = line.trim_start();
    line.len() - text.len() + usize::from(text.starts_with(", "))
}

/// Whether a line is another with a comma before it.
fn is_after_comma(line: &str, other: &str) -> bool {
    line.trim_start().strip_prefix(", ") == Some(other.trim_start())
}

/// Whether a line says something of the one that follows it: a comment, a description, an attribute, or nothing.
fn introduces(line: &str) -> bool {
    let line = line.trim();
    let marks = ["//", "/*", "*", "#", "@", "\"\"\""];
    let is_description = line.starts_with('"') && line.ends_with('"') && line.len() > 1;
    line.is_empty() || is_description || marks.iter().any(|mark| line.starts_with(mark))
}

/// Whether the lines begin with an item that is about it: named by its first line, or by its first member.
fn is_its_item(lines: &[&str]) -> bool {
    let [line, member, ..] = lines else {
        return false;
    };
    names_it(line) || ["{", ", {"].contains(&line.trim_start()) && names_it(member)
}

/// How many lines the first item has: what stands deeper behind its first line and the end of that, or a text behind it in quotes.
fn item(lines: &[&str]) -> usize {
    let own = depth(lines[0]);
    let inside = &lines[1..];
    if let Some(text) = inside
        .first()
        .filter(|line| depth(line) == own)
        .and_then(|line| line.trim_start().strip_prefix("\"\"\""))
    {
        let ends = |line: &&str| line.ends_with("\"\"\"");
        let more = if ends(&text) {
            0
        } else {
            1 + inside[1..].iter().take_while(|line| !ends(line)).count()
        };
        return 2 + more;
    }
    let deeper = |line: &&&str| line.is_empty() || depth(line) > own;
    let mut inner = inside.iter().take_while(deeper).count();
    while inner > 0 && inside[inner - 1].is_empty() {
        inner -= 1;
    }
    let closes = inside.get(inner).is_some_and(|line| {
        inner > 0 && depth(line) == own && line.trim_start().starts_with(['}', ')', ']', ';'])
    });
    1 + inner + usize::from(closes)
}

/// The most lines that introduce an item.
const MOST_LINES: usize = 20;

/// Goes through two texts together.
struct Walk<'t> {
    before: Vec<&'t str>,
    after: Vec<&'t str>,
    /// The next line of each.
    at: (usize, usize),
    /// The lines of the second text since both last had the same.
    more: Vec<&'t str>,
    /// Where they begin.
    start: (usize, usize),
}

impl<'t> Walk<'t> {
    fn new(before: &'t str, after: &'t str) -> Self {
        Self {
            before: before.lines().collect(),
            after: after.lines().collect(),
            at: (0, 0),
            more: Vec::new(),
            start: (0, 0),
        }
    }

    /// The lines at which the texts differ in what is not about what the second has more, if they do.
    fn difference(&mut self) -> Option<String> {
        loop {
            let (before, after) = (
                self.before.get(self.at.0).copied(),
                self.after.get(self.at.1).copied(),
            );
            match (before, after) {
                (None, None) => return None,
                (Some(before), Some(after)) if before == after => {
                    self.at = (self.at.0 + 1, self.at.1 + 1);
                    self.start = self.at;
                    self.more.clear();
                }
                _ if self.skip_more() || self.skip_changed() || self.skip_comma() || self.slide() => {}
                _ => return Some(self.told()),
            }
        }
    }

    /// Passes over lines of the second text that are about what it has more: one that names it, all that stands deeper behind it
    /// and the end of that, and what introduces it.
    fn skip_more(&mut self) -> bool {
        let start = self.at.1;
        let rest = &self.after[start..];
        let leading = rest
            .iter()
            .take_while(|line| introduces(line) && !names_it(line))
            .count();
        if !is_its_item(&rest[leading..]) {
            return false;
        }
        let end = start + leading + item(&rest[leading..]);
        self.more.extend(&self.after[start..end]);
        self.at.1 = end;
        true
    }

    /// What is added may begin as what follows it does: then the first lines of both were taken for the same. Goes back to where
    /// the added lines begin.
    fn slide(&mut self) -> bool {
        let (start, stuck) = (self.start, self.at);
        let same = |back: &usize| {
            let (before, after) = (start.0.checked_sub(*back), start.1.checked_sub(*back));
            before
                .zip(after)
                .is_some_and(|(before, after)| self.before[before] == self.after[after])
        };
        let most = (1..=MOST_LINES).take_while(same).count();
        for back in 1..=most {
            self.at = (start.0 - back, start.1 - back);
            self.more.clear();
            while self.at.1 < stuck.1 && self.skip_more() {}
            let skipped = self.at.1 >= stuck.1;
            let again = self.before[self.at.0..start.0]
                .iter()
                .zip(&self.after[self.at.1..]);
            let mut differ = again.filter(|(one, two)| one != two && !is_after_comma(two, one));
            if skipped && differ.next().is_none() {
                self.start = (start.0 - back, start.1 - back);
                return true;
            }
        }
        self.at = stuck;
        false
    }

    /// Passes over a line of the first text that the second has with a mention more.
    fn skip_changed(&mut self) -> bool {
        let Some(line) = self.before.get(self.at.0) else {
            return false;
        };
        let Some(position) = self
            .more
            .iter()
            .position(|more| names_it(more) && is_within(line, more))
        else {
            return false;
        };
        self.more.remove(position);
        self.at.0 += 1;
        true
    }

    /// Passes over a line that has a comma before it because an item stands before it now.
    fn skip_comma(&mut self) -> bool {
        let (Some(before), Some(after)) = (self.before.get(self.at.0), self.after.get(self.at.1)) else {
            return false;
        };
        let is_next = !self.more.is_empty() && is_after_comma(after, before);
        if is_next {
            self.at = (self.at.0 + 1, self.at.1 + 1);
        }
        is_next
    }

    fn told(&self) -> String {
        let lines = |lines: &[&str], at: usize| {
            let from = at.saturating_sub(3);
            let to = (at + 2).min(lines.len());
            lines[from..to].join("\n")
        };
        format!(
            "before:\n{}\nafter:\n{}",
            lines(&self.before, self.at.0),
            lines(&self.after, self.at.1)
        )
    }
}

/// Looks at what changes from one declaration to the other, which has something more.
fn changes_its_own_lines(seed: u64, grown: &Grown) {
    let [before, after] = [&grown.before, &grown.after].map(|declared| generated(&read(&declared.sql())));
    for ((file, before), (_, after)) in before.iter().zip(&after) {
        if let Some(difference) = Walk::new(before, after).difference() {
            panic!("{file} of seed {seed}:\n{difference}\n{}", grown.after.sql());
        }
    }
}

#[test]
fn a_column_more_changes_lines_about_it() {
    for seed in 0..SEEDS {
        changes_its_own_lines(seed, &Declared::with_a_column_more(seed));
    }
}

#[test]
fn a_table_more_changes_lines_about_it() {
    for seed in 0..SEEDS {
        changes_its_own_lines(seed, &Declared::with_a_table_more(seed));
    }
}

#[test]
fn one_declaration_has_one_text() {
    for seed in 0..SEEDS {
        let declared = read(&Declared::with_a_column_more(seed).after.sql());
        let texts = generated(&declared);
        assert!(texts == generated(&declared), "seed {seed} twice");
        assert!(
            texts == generated(&read(&schema::print::sql(&declared))),
            "seed {seed} as SQL"
        );
        let json = serde_json::to_string(&declared).unwrap();
        let again = schema::read::json::read(&json).unwrap();
        assert!(texts == generated(&again), "seed {seed} as JSON");
    }
}

/// Tables stand in the order in which they are declared, as in the catalog, and so do the relations that lead to them. Nothing else
/// depends on it: the lines have the same words.
#[test]
fn tables_in_another_order_have_the_same_lines() {
    for seed in 0..SEEDS {
        let declared = Declared::with_a_table_more(seed).after;
        let other = declared.reordered(seed);
        let [texts, others] = [&declared, &other].map(|declared| generated(&read(&declared.sql())));
        for ((file, text), (_, other)) in texts.iter().zip(&others) {
            let (text, other) = (sorted(text), sorted(other));
            let different = text.iter().zip(&other).find(|(one, two)| one != two);
            assert_eq!(different, None, "{file} of seed {seed}:\n{}", declared.sql());
            assert_eq!(text.len(), other.len());
        }
    }
}

/// The words of each line, in an order that does not depend on where they stand.
fn sorted(text: &str) -> Vec<String> {
    let words = |line: &str| {
        let mut words: Vec<&str> = line.split(|letter: char| !letter.is_alphanumeric()).collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words.join(" ")
    };
    let mut lines: Vec<String> = text.lines().map(words).collect();
    lines.sort_unstable();
    lines
}

//! Sets of characters.

use crate::plan::pattern::MAX_BYTES;

/// The last character.
const LAST: u32 = 0x0010_FFFF;

/// A set of characters: ranges in their order, which neither touch nor overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Class(Vec<(u32, u32)>);

impl Class {
    /// Those between two characters, both in it.
    pub(super) fn range(first: char, last: char) -> Self {
        Self(vec![(u32::from(first), u32::from(last))])
    }

    /// One character.
    pub(super) fn one(character: char) -> Self {
        Self::range(character, character)
    }

    /// Every character.
    pub(super) fn any() -> Self {
        Self(vec![(0, LAST)])
    }

    /// Those in either.
    pub(super) fn or(mut self, other: &Self) -> Self {
        self.0.extend(&other.0);
        self.0.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(self.0.len());
        for (first, last) in self.0 {
            match merged.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => merged.push((first, last)),
            }
        }
        Self(merged)
    }

    /// All others.
    pub(super) fn not(&self) -> Self {
        let mut others = Vec::with_capacity(self.0.len() + 1);
        let mut next = 0;
        for &(first, last) in &self.0 {
            if first > next {
                others.push((next, first - 1));
            }
            next = last + 1;
        }
        if next <= LAST {
            others.push((next, LAST));
        }
        Self(others)
    }

    /// With the ASCII letters in the other case.
    pub(super) fn folded(self) -> Self {
        let mut folded = self.clone();
        for (from, to, distance) in [
            (u32::from('A'), u32::from('Z'), 32_i32),
            (u32::from('a'), u32::from('z'), -32),
        ] {
            for &(first, last) in &self.0 {
                let (first, last) = (first.max(from), last.min(to));
                if first <= last {
                    let moved = (
                        first.saturating_add_signed(distance),
                        last.saturating_add_signed(distance),
                    );
                    folded = folded.or(&Self(vec![moved]));
                }
            }
        }
        folded
    }

    /// Whether every character is in it.
    pub(super) fn is_any(&self) -> bool {
        *self == Self::any()
    }

    /// Its only character, or with `fold` the small one of its only letter in both cases.
    pub(super) fn only(&self, fold: bool) -> Option<char> {
        let of = |code: u32| char::from_u32(code).filter(|character| *character != '\0');
        match self.0.as_slice() {
            [(first, last)] if first == last => of(*first),
            [(upper, end), (lower, last)]
                if fold && upper == end && lower == last && *lower == upper + 32 =>
            {
                of(*lower).filter(char::is_ascii_lowercase)
            }
            _ => None,
        }
    }

    /// GLOB patterns of which one takes each character in it, all within the platform's limit; none where there is none.
    pub(super) fn globs(&self) -> Vec<String> {
        /// A range takes nine bytes at most.
        const RANGES: usize = 5;
        match self.glob() {
            Some(glob) if glob.len() <= MAX_BYTES => vec![glob],
            Some(_) => self
                .0
                .chunks(RANGES)
                .map(|ranges| bracketed(ranges, false))
                .collect(),
            None => Vec::new(),
        }
    }

    /// The GLOB pattern of one character in it; `None` where there is none.
    pub(super) fn glob(&self) -> Option<String> {
        if self.is_any() {
            return Some("?".to_owned());
        }
        if let Some(only) = self.only(false) {
            return Some(match only {
                '*' | '?' | '[' => format!("[{only}]"),
                other => other.to_string(),
            });
        }
        let others = self.not();
        if others.0.is_empty() || self.0.is_empty() {
            return None;
        }
        // Whichever names fewer: most characters are outside of what anyone writes.
        let negated = self.0.iter().any(|&(_, last)| last == LAST);
        let members = if negated { &others } else { self };
        Some(bracketed(&members.0, negated))
    }
}

/// `[…]`. `]` stands first, ranges before single characters, `^` not first, and `-` last: as GLOB reads them for themselves.
fn bracketed(ranges: &[(u32, u32)], negated: bool) -> String {
    const CLOSE: u32 = ']' as u32;
    let mut text = String::from(if negated { "[^" } else { "[" });
    let mut pairs = Vec::new();
    let mut singles = Vec::new();
    let mut closes = false;
    for &(first, last) in ranges {
        let parts = if (first..=last).contains(&CLOSE) {
            closes = true;
            [(first, CLOSE - 1), (CLOSE + 1, last)]
        } else {
            [(first, last), (1, 0)]
        };
        for (first, last) in parts {
            // NUL would end the pattern, and no text that GLOB sees holds one.
            let first = first.max(1);
            match (char::from_u32(first), char::from_u32(last)) {
                (Some(first), Some(last)) if first == last => singles.push(first),
                (Some(first), Some(last)) if first < last => pairs.push((first, last)),
                _ => {}
            }
        }
    }
    if closes {
        text.push(']');
    }
    pairs.sort_by_key(|(first, _)| *first == '^');
    if let [('^', last)] = pairs.as_slice()
        && !closes
        && !negated
    {
        singles.push('^');
        pairs = vec![('_', *last)];
    }
    for (first, last) in pairs {
        text.push(first);
        if first != last {
            text.push('-');
            text.push(last);
        }
    }
    singles.sort_by_key(|single| (*single == '-', *single == '^'));
    if text == "[" && singles.first() == Some(&'^') {
        // Only `-` is left to stand before it.
        singles.reverse();
    }
    text.extend(singles);
    text.push(']');
    text
}

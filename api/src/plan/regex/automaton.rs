//! An expression as an automaton (Glushkov's): a state for each of its characters, and steps between them. The shard walks
//! it through a text.

use super::class::Class;
use super::parse::{Node, refused};
use crate::error::{ApiError, Code};

/// The most characters of an expression, counted repetitions written out.
const MAX_STATES: usize = 400;

/// The most steps between states.
const MAX_STEPS: usize = 5_000;

/// An automaton as the shard reads it: `{"s":…,"k":…,"t":[[from,to,class],…]}`, with the state to start in, the first of the
/// states that accept, and the steps, each on a character that a GLOB pattern takes.
pub(super) fn written(node: &Node, open_start: bool) -> Result<String, ApiError> {
    let mut builder = Builder::default();
    let whole = builder.part(node)?;
    let count = builder.classes.len();
    let mut accepts = vec![false; count + 1];
    accepts[0] = whole.nullable;
    for state in &whole.last {
        accepts[*state] = true;
    }
    let mut steps: Vec<(usize, usize)> = whole.first.iter().map(|to| (0, *to)).collect();
    steps.append(&mut builder.steps);
    steps.sort_unstable();
    steps.dedup();
    if steps.len() > MAX_STEPS {
        return Err(too_large());
    }
    let mut number = vec![0; count + 1];
    let order = (0..=count)
        .filter(|state| !accepts[*state])
        .chain((0..=count).filter(|state| accepts[*state]));
    for (new, state) in order.enumerate() {
        number[state] = new;
    }
    let mut entries = Vec::with_capacity(steps.len() + 1);
    if open_start {
        entries.push(serde_json::json!([number[0], number[0], "?"]));
    }
    for (from, to) in steps {
        // A set without a character is never passed.
        for glob in builder.classes.get(to - 1).map(Class::globs).unwrap_or_default() {
            entries.push(serde_json::json!([number[from], number[to], glob]));
        }
    }
    let first = accepts.iter().filter(|accepts| !**accepts).count();
    Ok(serde_json::json!({"s": number[0], "k": first, "t": entries}).to_string())
}

/// What is known of a part: whether it takes nothing at all, and the states that it starts and ends with.
#[derive(Default, Clone)]
struct Ends {
    nullable: bool,
    first: Vec<usize>,
    last: Vec<usize>,
}

#[derive(Default)]
struct Builder {
    classes: Vec<Class>,
    steps: Vec<(usize, usize)>,
}

impl Builder {
    fn part(&mut self, node: &Node) -> Result<Ends, ApiError> {
        match node {
            Node::Class(class) => {
                if self.classes.len() == MAX_STATES {
                    return Err(too_large());
                }
                self.classes.push(class.clone());
                let state = self.classes.len();
                Ok(Ends {
                    nullable: false,
                    first: vec![state],
                    last: vec![state],
                })
            }
            Node::Start | Node::End => Err(ApiError::new(
                Code::NotSupported,
                "the regular expression: an anchor within the expression is not possible here: '^' stands first and '$' last, \
                 of the whole or of each alternative",
            )),
            Node::Sequence(parts) => {
                let mut whole = Ends {
                    nullable: true,
                    ..Ends::default()
                };
                for part in parts {
                    let next = self.part(part)?;
                    whole = self.joined(whole, next)?;
                }
                Ok(whole)
            }
            Node::Choice(branches) => {
                let mut whole = Ends::default();
                for branch in branches {
                    let ends = self.part(branch)?;
                    whole.nullable |= ends.nullable;
                    whole.first.extend(ends.first);
                    whole.last.extend(ends.last);
                }
                Ok(whole)
            }
            Node::Repeat(inner, least, most) => self.repeat(inner, *least, *most),
        }
    }

    fn repeat(&mut self, inner: &Node, least: u32, most: Option<u32>) -> Result<Ends, ApiError> {
        let mut whole = Ends {
            nullable: true,
            ..Ends::default()
        };
        // The last copy of an open repetition is the one that goes round.
        let copies = most.unwrap_or(least.max(1));
        for copy in 1..=copies {
            let mut next = self.part(inner)?;
            if most.is_none() && copy == copies {
                self.step(&next.last.clone(), &next.first.clone())?;
            }
            next.nullable |= copy > least;
            whole = self.joined(whole, next)?;
        }
        Ok(whole)
    }

    fn joined(&mut self, left: Ends, right: Ends) -> Result<Ends, ApiError> {
        self.step(&left.last, &right.first)?;
        let mut first = left.first;
        if left.nullable {
            first.extend(&right.first);
        }
        let mut last = right.last;
        if right.nullable {
            last.extend(&left.last);
        }
        Ok(Ends {
            nullable: left.nullable && right.nullable,
            first,
            last,
        })
    }

    fn step(&mut self, from: &[usize], to: &[usize]) -> Result<(), ApiError> {
        if self.steps.len() + from.len() * to.len() > 4 * MAX_STEPS {
            return Err(too_large());
        }
        for from in from {
            self.steps.extend(to.iter().map(|to| (*from, *to)));
        }
        Ok(())
    }
}

/// Whether a part takes nothing at all.
pub(super) fn is_nullable(node: &Node) -> bool {
    match node {
        Node::Class(_) => false,
        Node::Start | Node::End => true,
        Node::Sequence(parts) => parts.iter().all(is_nullable),
        Node::Choice(branches) => branches.iter().any(is_nullable),
        Node::Repeat(inner, least, _) => *least == 0 || is_nullable(inner),
    }
}

fn too_large() -> ApiError {
    refused(
        Code::LimitExceeded,
        0,
        &format!("it is too large: {MAX_STATES} characters with counted repetitions written out are allowed"),
    )
}

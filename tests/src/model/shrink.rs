//! Makes a script that fails smaller: fewer steps, fewer rows, smaller queries.

use anyhow::{Error, Result};

use super::Script;
use super::query::{Filter, Groups, List};
use super::step::Step;

/// How many smaller scripts are tried.
const TRIES: usize = 400;

/// The smallest script that was found to fail, and how.
pub(super) fn smallest(
    mut script: Script,
    mut error: Error,
    mut run: impl FnMut(&Script) -> Result<()>,
) -> (Script, Error) {
    let mut left = TRIES;
    // What comes behind the step that fails is not needed.
    while script.steps.len() > 1 && left > 0 {
        let mut shorter = script.clone();
        shorter.steps.pop();
        left -= 1;
        match run(&shorter) {
            Err(found) => (script, error) = (shorter, found),
            Ok(()) => break,
        }
    }
    loop {
        let found = smaller(&script).into_iter().find_map(|candidate| {
            left = left.checked_sub(1)?;
            run(&candidate).err().map(|error| (candidate, error))
        });
        match found {
            Some(found) => (script, error) = found,
            None => return (script, error),
        }
    }
}

/// Scripts that are smaller by one thing.
fn smaller(script: &Script) -> Vec<Script> {
    let mut scripts = Vec::new();
    for at in 0..script.steps.len() {
        let mut fewer = script.clone();
        fewer.steps.remove(at);
        scripts.push(fewer);
    }
    for (table, declared) in script.world.tables.iter().enumerate() {
        for row in &declared.rows {
            let mut fewer = script.clone();
            fewer.world.tables[table]
                .rows
                .retain(|other| other.sequence != row.sequence);
            if fewer.world.is_whole() {
                scripts.push(fewer);
            }
        }
    }
    for (at, step) in script.steps.iter().enumerate() {
        scripts.extend(smaller_steps(step).into_iter().map(|step| {
            let mut script = script.clone();
            script.steps[at] = step;
            script
        }));
    }
    scripts
}

fn smaller_steps(step: &Step) -> Vec<Step> {
    match step {
        Step::Graphql(list) => smaller_lists(list).into_iter().map(Step::Graphql).collect(),
        Step::Both(list) => {
            let alone = Step::Graphql(list.clone());
            std::iter::once(alone)
                .chain(smaller_lists(list).into_iter().map(Step::Both))
                .collect()
        }
        Step::Groups(list) => smaller_lists(list).into_iter().map(Step::Groups).collect(),
        Step::Write(writes) => (0..writes.len())
            .map(|at| {
                let mut fewer = writes.clone();
                fewer.remove(at);
                Step::Write(fewer)
            })
            .collect(),
        Step::Batch(writes) => (0..writes.len())
            .map(|at| {
                let mut fewer = writes.clone();
                fewer.remove(at);
                Step::Batch(fewer)
            })
            .collect(),
        Step::RestWrite(_) => Vec::new(),
        Step::RestWalk(list, turns) => {
            let walks = smaller_steps(&Step::Walk(list.clone(), turns.clone()));
            let walks = walks.into_iter().map(|walk| match walk {
                Step::Walk(list, turns) => Step::RestWalk(list, turns),
                other => other,
            });
            walks.collect()
        }
        Step::Walk(list, turns) => {
            let fewer = (0..turns.len()).map(|at| {
                let mut fewer = turns.clone();
                fewer.remove(at);
                Step::Walk(list.clone(), fewer)
            });
            let calmer = (0..turns.len())
                .filter(|at| !turns[*at].writes.is_empty())
                .map(|at| {
                    let mut calmer = turns.clone();
                    calmer[at].writes.pop();
                    Step::Walk(list.clone(), calmer)
                });
            let lists = smaller_lists(list)
                .into_iter()
                .map(|list| Step::Walk(list, turns.clone()));
            fewer.chain(calmer).chain(lists).collect()
        }
    }
}

fn smaller_lists(list: &List) -> Vec<List> {
    let mut lists = Vec::new();
    let mut push = |change: &dyn Fn(&mut List)| {
        let mut smaller = list.clone();
        change(&mut smaller);
        lists.push(smaller);
    };
    for at in 0..list.select.relations.len() {
        push(&|list| {
            list.select.relations.remove(at);
        });
    }
    if list.groups.is_some() {
        push(&|list| list.groups = None);
    }
    for at in 0..list.aggregates.len() {
        push(&|list| {
            list.aggregates.remove(at);
        });
    }
    if !list.distinct.is_empty() {
        push(&|list| {
            list.distinct.clear();
            list.ordered = true;
        });
    }
    let own = list.distinct.len();
    for at in own..list.order.len() {
        push(&|list| {
            list.order.remove(at);
        });
    }
    if let Some(filter) = &list.filter {
        push(&|list| list.filter = None);
        for smaller in smaller_filters(filter) {
            push(&|list| list.filter = Some(smaller.clone()));
        }
    }
    if let Some(groups) = &list.groups {
        let inside = |list: &mut List, change: &dyn Fn(&mut Groups)| {
            list.groups.iter_mut().for_each(change);
        };
        if groups.having.is_some() {
            push(&|list| inside(list, &|groups| groups.having = None));
        }
        for at in 0..groups.order.len() {
            push(&|list| {
                inside(list, &|groups| {
                    groups.order.remove(at);
                });
            });
        }
        for at in 1..groups.measures.len() {
            push(&|list| {
                inside(list, &|groups| {
                    groups.measures.remove(at);
                });
            });
        }
    }
    for at in 1..list.select.columns.len() {
        push(&|list| {
            list.select.columns.remove(at);
        });
    }
    for (at, (_, nested)) in list.select.relations.iter().enumerate() {
        for smaller in smaller_lists(nested) {
            push(&|list| list.select.relations[at].1 = smaller.clone());
        }
    }
    lists
}

fn smaller_filters(filter: &Filter) -> Vec<Filter> {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => {
            let mut smaller = parts.clone();
            for at in 0..parts.len() {
                for part in smaller_filters(&parts[at]) {
                    let mut parts = parts.clone();
                    parts[at] = part;
                    smaller.push(if matches!(filter, Filter::And(_)) {
                        Filter::And(parts)
                    } else {
                        Filter::Or(parts)
                    });
                }
            }
            smaller
        }
        Filter::Not(inner) => {
            let inside = smaller_filters(inner)
                .into_iter()
                .map(|inner| Filter::Not(Box::new(inner)));
            std::iter::once(inner.as_ref().clone()).chain(inside).collect()
        }
        Filter::Related(relation, quantifier, Some(inner)) => {
            let without = Filter::Related(*relation, *quantifier, None);
            let inside = smaller_filters(inner).into_iter();
            let inside = inside.map(|inner| Filter::Related(*relation, *quantifier, Some(Box::new(inner))));
            std::iter::once(without).chain(inside).collect()
        }
        _ => Vec::new(),
    }
}

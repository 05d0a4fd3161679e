//! Measures the whole stack on workerd: against Workers that are written by hand and against PostGraphile, and by itself as
//! rows, tenants, tables or requests become many.

mod call;
mod compare;
mod data;
mod growth;
pub(crate) mod instructions;
mod load;
mod overload;
mod postgraphile;
mod push;
mod rows;
mod tenant;
mod tenants;

use serde_json::Value;

use crate::BenchArguments;

/// `cargo xtask bench`.
pub(crate) fn run(arguments: &BenchArguments) -> anyhow::Result<()> {
    let seconds = std::time::Duration::from_secs_f64(arguments.seconds);
    let measured = if arguments.growth {
        growth::run(seconds)?
    } else if let Some(count) = arguments.tenants {
        tenants::run(count, seconds)?
    } else if arguments.push {
        push::run()?
    } else if arguments.overload {
        overload::run()?
    } else {
        compare::run(arguments.only.as_deref(), seconds)?
    };
    if arguments.json {
        println!("{measured}");
    }
    Ok(())
}

/// What a mode prints as one line of JSON.
type Report = anyhow::Result<Value>;

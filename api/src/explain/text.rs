//! An explanation for people: what is read, each statement, its values, its steps, each where it belongs.

use std::fmt::Write as _;

use serde_json::Value;

/// The explanation as lines.
pub(super) fn text(explanation: &Value) -> String {
    let mut lines = String::new();
    for operation in list(explanation, "operations") {
        let table = operation["table"].as_str().unwrap_or_default();
        line(&mut lines, 0, &format!("{table} ({})", counts(operation)));
        for statement in list(operation, "statements") {
            line(&mut lines, 1, statement["sql"].as_str().unwrap_or_default());
            let parameters = list(statement, "parameters").iter().enumerate();
            for (at, parameter) in parameters {
                line(&mut lines, 2, &format!("?{}: {}", at + 1, bound(parameter)));
            }
            steps(&mut lines, 2, list(statement, "queryPlan"));
        }
    }
    for (stage, name) in [("plan", "Planning"), ("shard", "Execution")] {
        if let Some(micros) = explanation["timeMicros"][stage].as_i64() {
            line(&mut lines, 0, &format!("{name} time: {micros} µs"));
        }
    }
    lines
}

fn list<'v>(of: &'v Value, member: &str) -> &'v [Value] {
    of[member].as_array().map_or(&[], Vec::as_slice)
}

fn line(lines: &mut String, depth: usize, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(lines, "{:width$}{text}", "", width = 2 * depth);
}

fn counts(of: &Value) -> String {
    format!("rows read: {}, written: {}", of["rowsRead"], of["rowsWritten"])
}

fn bound(parameter: &Value) -> String {
    match (&parameter["value"], parameter["kind"].as_str()) {
        (Value::Null, kind) => kind.unwrap_or_default().to_owned(),
        (value, _) => value.to_string(),
    }
}

fn steps(lines: &mut String, depth: usize, all: &[Value]) {
    for step in all {
        line(
            lines,
            depth,
            &format!("-> {}", step["detail"].as_str().unwrap_or_default()),
        );
        steps(lines, depth + 1, list(step, "steps"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn statements_stand_with_their_steps() {
        let explanation = json!({
            "operations": [{
                "table": "book",
                "plan": {},
                "statements": [{
                    "sql": "SELECT 1",
                    "parameters": [{ "kind": "integer", "value": 7 }, { "kind": "secret" }],
                    "queryPlan": [{ "detail": "CO-ROUTINE t0", "steps": [{ "detail": "SCAN t0" }] }],
                }],
                "rowsRead": 3,
                "rowsWritten": 0,
            }],
            "timeMicros": { "plan": null, "shard": 250 },
        });
        let expected = "book (rows read: 3, written: 0)\n  SELECT 1\n    ?1: 7\n    ?2: secret\n    -> CO-ROUTINE t0\n      \
                        -> SCAN t0\nExecution time: 250 µs\n";
        assert_eq!(text(&explanation), expected);
    }
}

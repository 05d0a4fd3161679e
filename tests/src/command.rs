//! Commands that tests run.

use std::process::Command;

/// Runs a command that has to succeed. Answers what it prints, and what it prints as errors.
///
/// # Panics
///
/// If it cannot be started or fails, with all that it printed.
pub fn run(command: &mut Command) -> [String; 2] {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
    assert!(output.status.success(), "{command:?}\n{out}{err}");
    [out, err]
}

//! What `cargo run --release` compiled is what `cargo test --release` needs, so that the second does not compile Typst
//! again. Cargo keeps a crate apart for each set of features, and crates that only tests need ask others for features.
#![allow(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test")]

use std::collections::BTreeSet;
use std::process::Command;

/// Each crate of the tree with its version and its features, on a line of its own.
fn crates(edges: &str) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["tree", "--locked", "--offline", "--prefix", "none"]);
    let output = cargo.args(["--format", "{p} {f}", "--edges", edges]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    // `(*)`: what the crate needs was listed before.
    lines.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect()
}

#[test]
fn tests_ask_shared_crates_for_no_other_features() {
    let built = crates("normal,build");
    let tested = crates("normal,build,dev");
    assert!(built.len() > 100 && tested.len() > built.len(), "{} and {} crates", built.len(), tested.len());
    let again: Vec<_> = built.difference(&tested).collect();
    assert!(
        again.is_empty(),
        "these have other features in tests, so they and all that need them are compiled twice; ask for the features of \
         `cargo tree --edges features --invert CRATE` in [dependencies] too, as the others of Cargo.toml do: {again:#?}"
    );
}

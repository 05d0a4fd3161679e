//! The published MySQL scripts, which are kept beside the project and not in it.

use std::fs;
use std::path::{Path, PathBuf};

/// A published database: its scripts, and the rows of each table as a MySQL server loads them.
pub struct Published {
    /// Its name.
    pub name: &'static str,
    /// The script that declares it.
    pub schema: String,
    /// The script that fills it.
    pub data: String,
    /// Rows by table.
    pub rows: &'static [(&'static str, u64)],
}

/// Where the scripts are kept, if they are there.
pub fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.parent()?;
    let folder = root.join("shared").join("data");
    folder.is_dir().then_some(folder)
}

/// All of them.
pub fn all(folder: &Path) -> Vec<Published> {
    let read = |path: &str| fs::read_to_string(folder.join(path)).unwrap_or_default();
    let chinook = read("chinook/chinook.sql");
    vec![
        Published {
            name: "chinook",
            schema: chinook.clone(),
            data: chinook,
            rows: CHINOOK,
        },
        Published {
            name: "sakila",
            schema: read("sakila/schema.sql"),
            data: read("sakila/data.sql"),
            rows: SAKILA,
        },
    ]
}

const CHINOOK: &[(&str, u64)] = &[
    ("Album", 347),
    ("Artist", 275),
    ("Customer", 59),
    ("Employee", 8),
    ("Genre", 25),
    ("Invoice", 412),
    ("InvoiceLine", 2240),
    ("MediaType", 5),
    ("Playlist", 18),
    ("PlaylistTrack", 8715),
    ("Track", 3503),
];

const SAKILA: &[(&str, u64)] = &[
    ("actor", 200),
    ("address", 603),
    ("category", 16),
    ("city", 600),
    ("country", 109),
    ("customer", 599),
    ("film", 1000),
    ("film_actor", 5462),
    ("film_category", 1000),
    // A trigger fills it, and triggers are not taken.
    ("film_text", 0),
    ("inventory", 4581),
    ("language", 6),
    ("payment", 16049),
    ("rental", 16044),
    ("staff", 2),
    ("store", 2),
];

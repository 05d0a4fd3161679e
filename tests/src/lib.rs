//! What the black-box tests stand on: cases read from folders, and the two hosts that they run on.

pub mod again;
pub mod bulk;
pub mod case;
pub mod command;
pub mod declared;
pub mod documents;
pub mod dumps;
pub mod fuzz;
pub mod golden;
pub mod hard;
pub mod host;
pub mod lines;
pub mod mariadb;
pub mod model;
pub mod native;
pub mod plans;
pub mod published;
mod random;
pub mod run;
pub mod settings;
pub mod usage;
pub mod workerd;

//! The program as people run it: a real server on a loopback port with a real database file, and
//! the real command line.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod answers;
mod credentials;
mod durability;
mod outcomes;
mod seeding;
mod serving;
mod support;
mod usage;

//! What the tables cannot say, one topic per file.

pub(super) mod document;
pub(super) mod operations;
pub(super) mod parameters;
pub(super) mod paths;
pub(super) mod responses;
pub(super) mod schemas;
pub(super) mod security;
pub(super) mod servers;

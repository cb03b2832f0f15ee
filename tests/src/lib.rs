//! What the spec-conformance tests share: the corrected documents, a real server on a loopback
//! port with a database file of its own, a proxy that records the wire, HTTP as bytes, and the console
//! sessions of the pages.

pub mod backend;
pub mod console;
pub mod described;
pub mod documents;
pub mod examples;
pub mod raw;
pub mod recorder;
pub mod server;

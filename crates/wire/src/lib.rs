//! What a value looks like on the wire, in both directions: JSON values, multipart
//! bodies, and streams of JSON values and of events.
//!
//! The generated types are made of [`value`]; clients and server stubs share this crate, so that one
//! writes what the other reads. It knows no HTTP client and no server: those are
//! `unplug-client-runtime` and `unplug-server-runtime`.
//!
//! ```
//! use unplug_wire::multipart::{Part, boundary_of, compose, parse};
//!
//! let part = Part { name: Some("note".to_owned()), bytes: "hello".into(), ..Part::default() };
//! let (boundary, body) = compose(&[part.clone()])?;
//! let boundary = boundary_of(&format!("multipart/form-data; boundary={boundary}")).unwrap();
//! assert_eq!(parse(&body, &boundary)?, [part]);
//! # Ok::<(), String>(())
//! ```

pub mod event_stream;
pub mod json_lines;
pub mod multipart;
pub mod value;

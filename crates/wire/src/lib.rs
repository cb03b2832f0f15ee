//! What a value looks like on the wire, in both directions: JSON values, parameters,
//! media types, multipart bodies, rate limits, and streams of JSON values and of events.
//!
//! The generated types are made of [`value`]; clients and server stubs share this crate, so that one
//! writes what the other reads. It knows no HTTP client and no server: those are
//! `unplug-client-runtime` and `unplug-server-runtime`.
//!
//! ```
//! use unplug_wire::parameter::{Form, ParameterSpec};
//!
//! const LIMIT: ParameterSpec = ParameterSpec::query("limit").form(Form::INTEGER);
//! let query = LIMIT.encode(&25)?;
//! assert_eq!(query, "limit=25");
//! let decoded = LIMIT.decode_query(&query, &mut None).unwrap().unwrap();
//! assert_eq!(decoded.into_typed::<i64>().unwrap(), 25);
//! # Ok::<(), String>(())
//! ```

pub mod charset;
pub mod event_stream;
pub mod json;
pub mod json_lines;
pub mod media_type;
pub mod multipart;
pub mod parameter;
pub mod path;
pub mod rate_limit;
pub mod value;

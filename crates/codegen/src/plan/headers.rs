//! Names of the structs of response headers.
//!
//! Responses have one struct when the document says by reference that their headers are the same:
//! all of them are the same components, or the response itself is a component. All others have a
//! struct of their own, whatever it looks like.

use std::collections::HashMap;

use unplug_openapi::ir::Response;

use super::planner::{OperationName, own_headers_name};
use crate::names::{self, Namespace};

/// Headers that have no words in common are not named after each of them when they are more.
const MAX_WORD_GROUPS: usize = 3;

/// What responses have in common whose headers are the same by reference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Reference<'a> {
    /// Every header is a component: name on the wire, description, file and component.
    Headers(Vec<(&'a str, Option<&'a str>, &'a str, &'a str)>),
    /// The response is a component: file and component.
    Response(&'a str, &'a str),
}

/// The names of the structs that responses share.
pub(super) struct SharedHeaders<'a> {
    names: HashMap<Reference<'a>, SharedStruct<'a>>,
}

struct SharedStruct<'a> {
    name: String,
    /// The first response that has it.
    first: &'a Response,
}

impl<'a> SharedHeaders<'a> {
    /// Names the structs, in document order.
    pub(super) fn new(operations: &[OperationName<'a>], taken: &mut Namespace) -> Self {
        let mut names: HashMap<Reference<'a>, SharedStruct<'a>> = HashMap::new();
        for owner in operations {
            for response in &owner.operation.responses {
                let Some(reference) = Reference::of(response) else { continue };
                names.entry(reference).or_insert_with_key(|reference| {
                    let name = reference.name().map_or_else(
                        || own_headers_name(&owner.prefix, response),
                        |name| taken.claim(&format!("{name}Headers")),
                    );
                    SharedStruct { name, first: response }
                });
            }
        }
        Self { names }
    }

    /// The name of the struct of a response's headers, and whether no response before has it.
    pub(super) fn of(&self, prefix: &str, response: &Response) -> Option<(String, bool)> {
        if response.headers.is_empty() {
            return None;
        }
        let shared = Reference::of(response).and_then(|reference| self.names.get(&reference));
        Some(shared.map_or_else(
            || (own_headers_name(prefix, response), true),
            |shared| (shared.name.clone(), std::ptr::eq(shared.first, response)),
        ))
    }
}

impl<'a> Reference<'a> {
    fn of(response: &'a Response) -> Option<Self> {
        if response.headers.is_empty() {
            return None;
        }
        let headers = response.headers.iter().map(|header| {
            let name = header.component.as_deref()?;
            let described = header.description.as_deref();
            Some((header.name.as_str(), described, header.location.file.name.as_str(), name))
        });
        headers.collect::<Option<Vec<_>>>().map(Self::Headers).or_else(|| {
            let name = response.component.as_deref()?;
            Some(Self::Response(&response.location.file.name, name))
        })
    }

    /// What the components are called together: what the names of headers that begin alike have in
    /// common.
    fn name(&self) -> Option<String> {
        let components = match self {
            Self::Headers(headers) => headers.iter().map(|(.., name)| *name).collect(),
            Self::Response(_, name) => vec![*name],
        };
        let mut groups: Vec<Vec<String>> = Vec::new();
        for component in components {
            let words = names::words(component);
            match groups.iter_mut().find(|common| begins(common) == begins(&words)) {
                Some(common) => {
                    let same = common.iter().zip(&words).take_while(|(one, other)| one == other).count();
                    common.truncate(same);
                }
                None => groups.push(words),
            }
        }
        let joined = || groups.iter().map(|words| names::pascal(&words.join(" "))).collect();
        (groups.len() <= MAX_WORD_GROUPS).then(joined)
    }
}

/// The first word of a name, or the one after an `X-`.
fn begins(words: &[String]) -> Option<&String> {
    match words {
        [x, word, ..] if x == "x" => Some(word),
        words => words.first(),
    }
}

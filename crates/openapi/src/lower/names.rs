//! Names that the document does not give.

use std::collections::{HashMap, HashSet};

use crate::ir::Method;

/// A name for an operation, made of its method and path: `get_pets_id` for `GET /pets/{id}`.
pub(super) fn derived_id(method: &Method, path: &str) -> String {
    let mut id = method.as_str().to_lowercase();
    for word in path.split(|character: char| !character.is_alphanumeric()) {
        if !word.is_empty() {
            id.push('_');
            id.push_str(word);
        }
    }
    id
}

/// Names that are taken.
#[derive(Default)]
pub(super) struct Taken {
    names: HashSet<String>,
    /// For each name that was wanted again, the number to try next. Without it a thousand equal
    /// names would be tried a million times.
    next: HashMap<String, u32>,
}

impl Taken {
    pub(super) fn new(names: impl Iterator<Item = String>) -> Self {
        Self { names: names.collect(), next: HashMap::new() }
    }

    /// `name`, or with the first number that makes it different from all that are taken.
    pub(super) fn unique(&mut self, name: String) -> String {
        if self.names.insert(name.clone()) {
            return name;
        }
        let next = self.next.entry(name.clone()).or_insert(2);
        loop {
            let numbered = format!("{name}_{next}");
            *next = next.saturating_add(1);
            if self.names.insert(numbered.clone()) || *next == u32::MAX {
                return numbered;
            }
        }
    }
}

/// Whether the media type, in lower case, is one of JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// A media type in lower case, without the `charset` of a text that is UTF-8 anyway.
pub(super) fn media_type(name: &str) -> String {
    let mut parts = name.split(';').map(str::trim);
    let mut normal = parts.next().unwrap_or_default().to_ascii_lowercase();
    for parameter in parts {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let key = key.trim().to_ascii_lowercase();
        let value = value.trim();
        if key.is_empty() || (key == "charset" && is_utf8(value)) {
            continue;
        }
        normal.push(';');
        normal.push_str(&key);
        normal.push('=');
        normal.push_str(value);
    }
    normal
}

/// Whether text of this `charset` is UTF-8, of which ASCII is a part.
fn is_utf8(charset: &str) -> bool {
    let charset = charset.trim_matches('"');
    ["utf-8", "utf8", "us-ascii"].iter().any(|known| charset.eq_ignore_ascii_case(known))
}

/// A media type as [`media_type`] gives it, without its `charset`, which tells none apart.
pub(super) fn without_charset(media_type: &str) -> String {
    let parts = media_type.split(';').filter(|part| !part.starts_with("charset="));
    parts.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::{Taken, derived_id, media_type, without_charset};
    use crate::ir::Method;

    #[test]
    fn ids_from_paths() {
        assert_eq!(derived_id(&Method::Get, "/pets/{pet-id}"), "get_pets_pet_id");
        assert_eq!(derived_id(&Method::Delete, "/"), "delete");
    }

    #[test]
    fn numbers_make_names_unique() {
        let mut taken = Taken::new(["get".to_owned(), "get_2".to_owned()].into_iter());
        assert_eq!(taken.unique("get".to_owned()), "get_3");
        assert_eq!(taken.unique("get".to_owned()), "get_4");
        assert_eq!(taken.unique("put".to_owned()), "put");
    }

    #[test]
    fn media_types_without_charset() {
        assert_eq!(media_type("Application/JSON; charset=utf-8"), "application/json");
        assert_eq!(media_type("text/plain;Charset=\"UTF8\""), "text/plain");
        let latin = media_type("text/plain; charset=ISO-8859-1; v=1");
        assert_eq!(
            (latin.as_str(), without_charset(&latin).as_str()),
            ("text/plain;charset=ISO-8859-1;v=1", "text/plain;v=1")
        );
        assert_eq!(media_type("application/json; Version=2 ;"), "application/json;version=2");
        assert_eq!(media_type("*/*"), "*/*");
    }
}

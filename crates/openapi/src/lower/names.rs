//! Names that the document does not give.

use std::collections::HashSet;

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

/// `name`, or with the first number that makes it different from all that are taken.
pub(super) fn unique(name: String, taken: &mut HashSet<String>) -> String {
    if taken.insert(name.clone()) {
        return name;
    }
    for number in 2_u32.. {
        let numbered = format!("{name}_{number}");
        if taken.insert(numbered.clone()) {
            return numbered;
        }
    }
    name
}

/// Is the media type, in lower case, one of JSON?
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
        if key.is_empty() || key == "charset" {
            continue;
        }
        normal.push(';');
        normal.push_str(&key);
        normal.push('=');
        normal.push_str(value.trim());
    }
    normal
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{derived_id, media_type, unique};
    use crate::ir::Method;

    #[test]
    fn ids_from_paths() {
        assert_eq!(derived_id(&Method::Get, "/pets/{pet-id}"), "get_pets_pet_id");
        assert_eq!(derived_id(&Method::Delete, "/"), "delete");
    }

    #[test]
    fn numbers_make_names_unique() {
        let mut taken = HashSet::from(["get".to_owned(), "get_2".to_owned()]);
        assert_eq!(unique("get".to_owned(), &mut taken), "get_3");
        assert_eq!(unique("put".to_owned(), &mut taken), "put");
    }

    #[test]
    fn media_types_without_charset() {
        assert_eq!(media_type("Application/JSON; charset=utf-8"), "application/json");
        assert_eq!(media_type("application/json; Version=2 ;"), "application/json;version=2");
        assert_eq!(media_type("*/*"), "*/*");
    }
}

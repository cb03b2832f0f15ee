//! The version of a document.

use super::kinds::describe;
use crate::diagnostic::Diagnostic;
use crate::syntax::Node;
use crate::version::Version;

impl Version {
    /// The version of a document, with its full text (for example `3.1.0`).
    ///
    /// # Errors
    /// The finding, when this is no document of a supported version. It is boxed because it is
    /// large and rare.
    pub fn of(root: &Node) -> Result<(Self, String), Box<Diagnostic>> {
        let Some(members) = root.as_object() else {
            return Err(Box::new(
                Diagnostic::error(
                    "type-mismatch",
                    format!("the document must be an object, found {}", describe(root)),
                )
                .at(root, "")
                .reason("an OpenAPI document is an object with the fields `openapi`, `info` and `paths`")
                .remedy("check that this is the right file"),
            ));
        };
        if let Some(version) = members.get("openapi") {
            let node = &version.node;
            // `openapi: 3.1` without quotes is a number in YAML, and still says which version.
            let text = match (node.as_str(), node.as_number()) {
                (Some(text), _) => text.to_owned(),
                (None, Some(number)) => number.to_string(),
                (None, None) => String::new(),
            };
            return match Self::parse(&text) {
                Some(version) => Ok((version, text)),
                None => Err(Box::new(unsupported(node, "/openapi", "OpenAPI", &text))),
            };
        }
        if let Some(version) = members.get("swagger") {
            let text = version.node.as_str().unwrap_or("2.0");
            return Err(Box::new(unsupported(&version.node, "/swagger", "Swagger", text)));
        }
        Err(Box::new(
            Diagnostic::error("unsupported-version", "the document does not say which version of OpenAPI it follows")
                .at(root, "there is no field `openapi` here")
                .reason("the meaning of many fields depends on the version")
                .remedy("add `openapi: 3.1.0` (or the version that it was written for), or check that this is the right file"),
        ))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '.');
        match (parts.next()?, parts.next()?) {
            ("3", "0") => Some(Self::V30),
            ("3", "1") => Some(Self::V31),
            ("3", "2") => Some(Self::V32),
            _ => None,
        }
    }
}

fn unsupported(node: &Node, pointer: &str, family: &str, text: &str) -> Diagnostic {
    let converted = if family == "Swagger" {
        "convert the document to OpenAPI 3.0 or later first"
    } else {
        "write the version that the document follows, for example `3.1.0`"
    };
    Diagnostic::error("unsupported-version", format!("{family} {text:?} is not supported"))
        .at(node, "")
        .pointer(pointer)
        .reason("OpenAPI 3.0.x, 3.1.x and 3.2.x can be read")
        .remedy(converted)
}

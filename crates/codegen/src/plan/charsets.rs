//! Encodings of text that a document declares and that are not known.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, MediaType as Declared};
use unplug_wire::charset::Charset;
use unplug_wire::media_type::MediaType;

/// A warning for each declared media type whose `charset` is not known.
pub(super) fn unknown_charsets(api: &Api) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for operation in &api.operations {
        let bodies = operation.body.iter().flat_map(|body| &body.contents);
        let contents = bodies.chain(operation.responses.iter().flat_map(|response| &response.contents));
        for declared in contents {
            // What several operations refer to stands in one place.
            if !found.iter().any(|known| known.pointer == declared.location.pointer) {
                found.extend(unknown(declared));
            }
        }
    }
    found
}

fn unknown(declared: &Declared) -> Option<Diagnostic> {
    let media_type = MediaType::parse(&declared.name)?;
    let charset = media_type.charset.as_deref().filter(|name| Charset::named(name).is_none())?;
    Some(
        Diagnostic::warning("unknown-charset", format!("`{charset}` is no encoding of text that is known"))
            .label(declared.location.label("declared here"))
            .pointer(declared.location.pointer.clone())
            .reason("text is written in UTF-8 under this name, and read as UTF-8")
            .remedy("use a name of the WHATWG's Encoding Standard, such as `utf-8` or `iso-8859-1`"),
    )
}

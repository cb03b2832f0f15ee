//! What the `encoding` of a multipart body says and neither client nor stub does.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, Encoding};

use super::multipart::{Member, layout};

/// A note for each part whose headers or style are not used.
pub(super) fn unused_encodings(api: &Api) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let bodies = api.operations.iter().filter_map(|operation| operation.body.as_ref());
    for media_type in bodies.flat_map(|body| &body.contents) {
        let Some(layout) = layout(api, media_type) else { continue };
        for member in &layout.members {
            let Some(encoding) = media_type.encoding.get(member.name) else { continue };
            // A body that several operations refer to stands in one place.
            if !found.iter().any(|known| known.pointer == encoding.location.pointer) {
                found.extend(unused(member, encoding));
            }
        }
    }
    found
}

fn unused(member: &Member<'_>, encoding: &Encoding) -> Option<Diagnostic> {
    let name = member.name;
    let (rule, message, reason, remedy) = if member.is_typed() && !encoding.headers.is_empty() {
        (
            "part-headers",
            format!("the headers of the part `{name}` are neither sent nor read"),
            "only parts that are files have headers in client and stub",
            "make the part a file (`contentMediaType`, or `format: binary`), or send what the headers say in \
             a part of its own",
        )
    } else if encoding.query_style().is_some() {
        (
            "part-style",
            format!(
                "the part `{name}` is written by its content type, and not in the style that it has here"
            ),
            "`style`, `explode` and `allowReserved` are used in form bodies only",
            "leave them out; a list is one part for each item, and an object is JSON",
        )
    } else {
        return None;
    };
    Some(
        Diagnostic::note(rule, message)
            .label(encoding.location.label(""))
            .pointer(encoding.location.pointer.clone())
            .reason(reason)
            .remedy(remedy),
    )
}

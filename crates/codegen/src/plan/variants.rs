//! Names of the media types of a body, as variants of an enum.

use unplug_openapi::ir::{ContentKind, MediaType, Schemas};

use crate::names::{self, Namespace, RustName};

/// Name of the first variant of this kind.
fn variant_name(kind: ContentKind) -> &'static str {
    match kind {
        ContentKind::Json => "Json",
        ContentKind::Text => "Text",
        ContentKind::Bytes => "Bytes",
        ContentKind::EventStream => "EventStream",
        ContentKind::JsonLines => "JsonLines",
        ContentKind::Form => "Form",
        ContentKind::Multipart => "Multipart",
    }
}

/// `Json`, `Text`…; the second of a kind is named after its media type.
pub(super) fn content_variants(contents: &[MediaType], schemas: &Schemas) -> Vec<RustName> {
    let mut taken = Namespace::new();
    contents
        .iter()
        .map(|media_type| {
            let kind = variant_name(ContentKind::of_media_type(media_type, schemas));
            let name = if taken.is_free(kind) { kind.to_owned() } else { names::pascal(&media_type.name) };
            RustName::new(&taken.claim(&name))
        })
        .collect()
}

//! Media types, and what becomes of them.

use unplug_openapi::ir::{ContentKind, MediaType, SchemaId, SequenceItems};

use super::items::ItemsPlan;
use super::multipart::MultipartPlan;
use super::variants::content_variants;
use crate::form::FormFields;
use crate::names::RustName;
use crate::types::{Shape, TypeUse, Types};

/// A media type of a body.
#[derive(Debug)]
pub struct ContentPlan<'a> {
    /// The media type.
    pub media_type: &'a MediaType,
    /// How it is read and written.
    pub kind: ContentKind,
    /// Type of the content.
    pub ty: ContentType,
    /// Name of the variant when the body has several media types.
    pub variant: RustName,
    /// The schema that the content is checked against: of each item, when it is a sequence that
    /// is not described as a whole.
    pub checked: Option<SchemaId>,
    /// Its items, when it is a sequence.
    pub items: Option<ItemsPlan>,
    /// Whether it is handed on as it comes, instead of as a whole: the bytes and sequences of
    /// successful responses.
    pub streamed: bool,
    /// Its fields, when it is a form.
    pub(crate) fields: Option<FormFields>,
    /// Its struct, when it is a multipart body with named parts.
    pub(crate) multipart: Option<MultipartPlan<'a>>,
}

/// The Rust type of a media type's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentType {
    /// That of a schema.
    Value(TypeUse),
    /// `String`
    Text,
    /// `Bytes`
    Bytes,
    /// Bytes as they come.
    ByteStream,
    /// Events as they come, with data of this type.
    EventStream(TypeUse),
    /// Values of this type as they come, one per line.
    JsonLines(TypeUse),
    /// Values of this type, collected.
    Items(TypeUse),
    /// Parts of a multipart body that has no struct.
    Parts,
    /// The struct of a multipart body.
    Multipart(RustName),
}

/// The type of a body: of its only media type, or an enum of several.
#[derive(Clone, Copy, Debug)]
pub enum BodyType<'p> {
    /// The enum of this name.
    Enum(&'p RustName),
    /// That of the content.
    Content(&'p ContentType),
}

/// What comes as a stream in a successful response is collected elsewhere.
pub(super) fn contents<'a>(
    types: &Types<'a>,
    contents: &'a [MediaType],
    success: bool,
    structs: &mut [Option<RustName>],
) -> Vec<ContentPlan<'a>> {
    let schemas = &types.api.schemas;
    contents
        .iter()
        .zip(content_variants(contents, schemas))
        .enumerate()
        .map(|(index, (media_type, variant))| {
            let kind = match ContentKind::of_media_type(media_type, schemas) {
                ContentKind::EventStream if !success => ContentKind::Bytes,
                kind => kind,
            };
            let streamed = success
                && matches!(kind, ContentKind::Bytes | ContentKind::EventStream | ContentKind::JsonLines);
            let items =
                SequenceItems::of(schemas, media_type, kind).map(|items| ItemsPlan::new(items, types));
            let name = structs.get_mut(index).and_then(Option::take);
            let multipart = name.and_then(|name| MultipartPlan::new(types, media_type, name));
            let ty = match (&items, &multipart) {
                (Some(items), _) => items.sequence(kind, streamed),
                (None, Some(plan)) => ContentType::Multipart(plan.struct_name.clone()),
                (None, None) => content_type(types, kind, media_type.schema, streamed),
            };
            let checked = checked(types, kind, media_type.schema, items.as_ref());
            let fields = (kind == ContentKind::Form).then(|| FormFields::new(types.api, media_type));
            ContentPlan { media_type, kind, ty, variant, checked, items, streamed, fields, multipart }
        })
        .collect()
}

/// Text is checked when its schema is for text: documents declare `text/plain` beside JSON, with
/// the same schema of an object.
fn checked(
    types: &Types<'_>,
    kind: ContentKind,
    schema: Option<SchemaId>,
    items: Option<&ItemsPlan>,
) -> Option<SchemaId> {
    match (kind, items) {
        (_, Some(items)) => items.whole.or(items.schema),
        (ContentKind::Text, None) => schema.filter(|schema| types.is_text(&types.use_of(*schema).shape)),
        (ContentKind::Bytes | ContentKind::EventStream, None) => None,
        (_, None) => schema,
    }
}

fn content_type(
    types: &Types<'_>,
    kind: ContentKind,
    schema: Option<SchemaId>,
    streamed: bool,
) -> ContentType {
    match (kind, schema) {
        (ContentKind::Bytes, _) if streamed => ContentType::ByteStream,
        (ContentKind::Bytes | ContentKind::EventStream, _) => ContentType::Bytes,
        (ContentKind::Text, _) => ContentType::Text,
        (ContentKind::Multipart, _) => ContentType::Parts,
        (_, Some(schema)) => ContentType::Value(types.use_of(schema)),
        (ContentKind::Json | ContentKind::JsonLines, None) => ContentType::Value(TypeUse::any()),
        (ContentKind::Form, None) => ContentType::Value(Shape::FreeForm.into()),
    }
}

pub(super) fn body_type<'p>(
    contents: &'p [ContentPlan<'_>],
    enum_name: Option<&'p RustName>,
) -> Option<BodyType<'p>> {
    match (enum_name, contents) {
        (Some(name), _) => Some(BodyType::Enum(name)),
        (None, [only, ..]) => Some(BodyType::Content(&only.ty)),
        (None, []) => None,
    }
}

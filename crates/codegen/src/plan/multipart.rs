//! Multipart request bodies: which members are files, and how the others are written.

use unplug_openapi::ir::{Api, Body, Encoding, JsonType, MediaType, Schema, SchemaId, TypeSet};

use super::ContentKind;
use super::variants::content_variants;
use crate::names::{self, Namespace, RustName};
use crate::types::effective::{Effective, Part};
use crate::types::{TypeUse, Types};

/// Unions of unions may form a circle.
const MAX_DEPTH: u8 = 8;

/// A multipart body with a struct of its own. Bodies whose schema is no object with properties
/// have none: they are lists of parts.
#[derive(Debug)]
pub(crate) struct MultipartPlan<'a> {
    /// Name of the struct.
    pub(crate) struct_name: RustName,
    /// One field per property.
    pub(crate) parts: Vec<PartPlan<'a>>,
    /// Field of all other parts, and what they are, when the schema says something about them.
    pub(crate) others: Option<(RustName, PartKind)>,
}

/// A part as a field of the struct.
#[derive(Debug)]
pub(crate) struct PartPlan<'a> {
    /// Name on the wire.
    pub(crate) name: &'a str,
    /// Name of the field.
    pub(crate) field: RustName,
    /// Its type, without the `Option` of an optional part.
    pub(crate) ty: PartType,
    /// If not, the field is `Option<ty>`.
    pub(crate) required: bool,
    /// What it is.
    pub(crate) kind: PartKind,
    /// Whether there is one part for each item of a list.
    pub(crate) list: bool,
    /// `contentType` of the encoding, or else what the schema says of its content.
    pub(crate) content_type: Option<String>,
    /// Description.
    pub(crate) description: Option<&'a str>,
    /// `deprecated`
    pub(crate) deprecated: bool,
}

/// The Rust type of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PartType {
    /// A file.
    File,
    /// Files.
    Files,
    /// That of a schema.
    Value(TypeUse),
}

/// What the content of a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// Bytes
    File,
    /// Text that can stand for values of these types.
    Text(TypeSet),
    /// JSON
    Json(TypeSet),
}

/// The members of a body that has a struct.
pub(super) struct Layout<'a> {
    pub(super) members: Vec<Member<'a>>,
    others: Option<PartKind>,
}

/// A property of the body.
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    /// Every schema that describes it.
    pub(super) schemas: Vec<SchemaId>,
    required: bool,
    kind: PartKind,
    list: bool,
    content_type: Option<String>,
}

impl Member<'_> {
    /// Whether the member has a type made of its schemas.
    pub(super) fn is_typed(&self) -> bool {
        self.kind != PartKind::File
    }
}

/// The struct of each media type of a request body, by its position; most bodies have none.
pub(super) fn struct_names(api: &Api, body: &Body, prefix: &str) -> Vec<Option<RustName>> {
    let variants = content_variants(&body.contents, &api.schemas);
    let named = body.contents.iter().zip(variants).map(|(media_type, variant)| {
        layout(api, media_type).map(|_| {
            let variant = names::pascal(&variant.to_string());
            RustName::new(&format!("{prefix}{variant}"))
        })
    });
    named.collect()
}

/// How the parts of a request body are laid out, if it is multipart and has named parts.
pub(super) fn layout<'a>(api: &'a Api, media_type: &'a MediaType) -> Option<Layout<'a>> {
    if ContentKind::of(&media_type.name) != ContentKind::Multipart {
        return None;
    }
    let schema = media_type.schema?;
    let effective = Effective::new(&api.schemas, &[Part::Whole(schema)]);
    let is_object = effective.types_or_inferred() == [JsonType::Object] && effective.unions.is_empty();
    let is_forbidden = |id: &SchemaId| api.schemas[*id].boolean == Some(false);
    let mut properties = effective.properties();
    properties.retain(|_, ids| !ids.iter().any(is_forbidden));
    if !is_object || properties.is_empty() {
        return None;
    }
    for name in effective.required() {
        properties.entry(name).or_default();
    }
    let members = properties.into_iter().map(|(name, schemas)| {
        let required = effective.requires(name);
        member(api, name, schemas, required, media_type.encoding.get(name))
    });
    let members = members.collect();
    let said = |schema: &Schema| schema.additional_properties.filter(|id| !is_forbidden(id));
    let patterns = effective.own.iter().any(|(_, schema)| !schema.pattern_properties.is_empty());
    let others = match effective.first(said) {
        _ if patterns => Some(PartKind::Text(TypeSet::ALL)),
        Some(id) => Some(kind(api, &[id], None)),
        None => None,
    };
    Some(Layout { members, others })
}

fn member<'a>(
    api: &Api,
    name: &'a str,
    schemas: Vec<SchemaId>,
    required: bool,
    encoding: Option<&Encoding>,
) -> Member<'a> {
    let names = encoding.and_then(|encoding| encoding.content_type.as_deref());
    let is_list = types(api, &schemas).without(TypeSet::NULL) == TypeSet::ARRAY;
    let items = items(api, &schemas);
    let each = if is_list { &items } else { &schemas };
    let said = || {
        let parts: Vec<_> = each.iter().map(|id| Part::Whole(*id)).collect();
        let effective = Effective::new(&api.schemas, &parts);
        effective.first(|schema| schema.content_media_type.clone())
    };
    let bare = types(api, each).without(TypeSet::NULL);
    let declared = names.map(|names| fitting(names, bare));
    // A list of files that is written as a union: one of several types, some of which are lists of files.
    let may_be_list = !is_list && types(api, &schemas).has(JsonType::Array);
    let in_union = may_be_list
        && (is_file(api, &items, 0)
            || some_branch(api, &schemas, 0, &|id| is_file(api, &items_of(api, id), 0)));
    let (kind, list) = if in_union { (PartKind::File, true) } else { (kind(api, each, declared), is_list) };
    let names = declared.filter(is_concrete).or(names).map(str::to_owned).or_else(said);
    let content_type = names.map(|names| concrete(&names)).filter(|name| !name.is_empty());
    Member { name, schemas, required, kind, list, content_type }
}

/// Of a list of media types the one in which values of these types can be written: JSON for what has
/// parts, and not for text. Where none is better than the others, the first.
fn fitting(names: &str, types: TypeSet) -> &str {
    let all = || names.split(',').map(str::trim);
    let json = |name: &&str| ContentKind::of(name) == ContentKind::Json;
    let better = if types.is_structured() {
        all().find(json)
    } else if types == TypeSet::STRING {
        all().find(|name| !json(name) && is_concrete(name))
    } else {
        None
    };
    better.or_else(|| all().next()).unwrap_or(names)
}

/// The first media type of a list that is no range.
fn concrete(names: &str) -> String {
    names.split(',').map(str::trim).find(is_concrete).unwrap_or_default().to_owned()
}

fn is_concrete(name: &&str) -> bool {
    !name.contains('*') && name.contains('/')
}

fn kind(api: &Api, schemas: &[SchemaId], declared: Option<&str>) -> PartKind {
    let types = types(api, schemas);
    let text = TypeSet::STRING;
    let bare = types.without(TypeSet::NULL);
    if is_file(api, schemas, 0) {
        return PartKind::File;
    }
    let declared = declared.map(ContentKind::of);
    let scalar = bare == bare.single();
    match declared {
        Some(ContentKind::Json) if bare != text => PartKind::Json(types),
        // Numbers have no other form than text; whatever else is sent in a form that is not
        // known here is bytes.
        Some(ContentKind::Bytes | ContentKind::Form | ContentKind::Multipart)
            if types == TypeSet::ALL || !scalar || bare == text =>
        {
            PartKind::File
        }
        Some(ContentKind::Text) if !scalar && types != TypeSet::ALL => PartKind::File,
        _ if scalar || types == TypeSet::ALL => PartKind::Text(types),
        _ if bare.has(JsonType::String) => PartKind::Text(types),
        _ => PartKind::Json(types),
    }
}

/// Types that all of the schemas allow.
fn types(api: &Api, schemas: &[SchemaId]) -> TypeSet {
    schemas.iter().fold(TypeSet::ALL, |set, id| set.and(api.schemas.types_of(*id)))
}

fn items(api: &Api, schemas: &[SchemaId]) -> Vec<SchemaId> {
    schemas.iter().flat_map(|id| items_of(api, *id)).collect()
}

fn items_of(api: &Api, id: SchemaId) -> Vec<SchemaId> {
    api.schemas.find(id, |id| api.schemas[id].items).into_iter().collect()
}

/// Whether the value is, or can be, bytes.
fn is_file(api: &Api, schemas: &[SchemaId], depth: u8) -> bool {
    if schemas.is_empty() {
        return false;
    }
    let parts: Vec<_> = schemas.iter().map(|id| Part::Whole(*id)).collect();
    let effective = Effective::new(&api.schemas, &parts);
    let text = matches!(effective.types.as_deref(), None | Some([JsonType::String]));
    let binary = effective.own.iter().any(|(_, schema)| {
        schema.format.as_deref() == Some("binary")
            || (schema.content_media_type.is_some() && schema.content_encoding.is_none())
    });
    (text && binary) || some_branch(api, schemas, depth, &|id| is_file(api, &[id], depth + 1))
}

/// Whether it holds for a branch of a union among the schemas.
fn some_branch(api: &Api, schemas: &[SchemaId], depth: u8, holds: &dyn Fn(SchemaId) -> bool) -> bool {
    let parts: Vec<_> = schemas.iter().map(|id| Part::Whole(*id)).collect();
    let effective = Effective::new(&api.schemas, &parts);
    depth < MAX_DEPTH && effective.unions.iter().any(|union| union.branches.iter().any(|id| holds(*id)))
}

impl<'a> MultipartPlan<'a> {
    /// The plan of a body, when it has a struct.
    pub(super) fn new(types: &Types<'a>, media_type: &'a MediaType, struct_name: RustName) -> Option<Self> {
        let Layout { members, others } = layout(types.api, media_type)?;
        let mut names = Namespace::new();
        // A property keeps a name that is Rust's already, whatever else would become the same.
        let is_exact = |member: &Member<'_>| names::snake(member.name) == member.name;
        members.iter().filter(|member| is_exact(member)).for_each(|member| names.take(member.name));
        let parts = members
            .into_iter()
            .map(|member| {
                let wanted = names::snake(member.name);
                let field = if is_exact(&member) { wanted } else { names.claim_snake(&wanted) };
                part(types, member, RustName::new(&field))
            })
            .collect();
        let others = others.map(|kind| (RustName::new(&names.claim_snake("additional")), kind));
        Some(Self { struct_name, parts, others })
    }
}

fn part<'a>(types: &Types<'a>, member: Member<'a>, field: RustName) -> PartPlan<'a> {
    let Member { name, schemas, required, kind, list, content_type } = member;
    let described = schemas.iter().map(|id| &types.api.schemas[*id]);
    let ty = match (kind, list) {
        (PartKind::File, false) => PartType::File,
        (PartKind::File, true) => PartType::Files,
        _ => {
            let mut ty = schemas.first().map_or_else(TypeUse::any, |id| types.use_of(*id));
            // What may be left out has no other way to be nothing.
            ty.nullable &= required;
            PartType::Value(ty)
        }
    };
    PartPlan {
        name,
        field,
        ty,
        required,
        kind,
        list,
        content_type,
        description: described.clone().find_map(|schema| schema.description.as_deref()),
        deprecated: described.clone().any(|schema| schema.deprecated),
    }
}

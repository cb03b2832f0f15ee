//! The fields of a form body, and how each is written.
//!
//! A field with `style`, `explode` or `allowReserved` is written as a query parameter is. Without
//! them its content type counts, and its default by type: text as it is, objects as JSON, and a list
//! as one field for each item. All versions of the specification agree in that; the earlier ones say
//! it in their examples.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{
    Api, ContentKind, Encoding, JsonType, MediaType, Parameter, ParameterIn, ParameterShape, SchemaId, Style,
    TypeSet,
};

use super::{Form, FormBuilder, MAX_FORMS};
use crate::types::effective::{Effective, Part};

/// How the fields of a form body are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormFields {
    pub(crate) declared: Vec<FormField>,
    /// The form of all others.
    pub(crate) others: Form,
}

/// A declared field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormField {
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) writing: FieldWriting,
    pub(crate) reserved: bool,
    pub(crate) form: Form,
}

/// How a field is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldWriting {
    /// As one JSON text.
    Json,
    /// As a query parameter of this style, exploded or not.
    Style(Style, bool),
}

impl FormFields {
    /// The fields of a whole query (`in: querystring`) whose `encoding` says how they are written.
    pub(crate) fn of_query(api: &Api, parameter: &Parameter) -> Option<Self> {
        let ParameterShape::Content(media_type) = &parameter.shape else { return None };
        let is_form = ContentKind::of(&media_type.name) == ContentKind::Form;
        let says = |encoding: &Encoding| encoding.query_style().is_some() || encoding.content_type.is_some();
        let whole = parameter.parameter_in == ParameterIn::QueryString;
        (whole && is_form && media_type.encoding.values().any(says)).then(|| Self::new(api, media_type))
    }

    /// The fields of a body of this media type.
    pub(crate) fn new(api: &Api, media_type: &MediaType) -> Self {
        let Some(schema) = media_type.schema else {
            return Self { declared: Vec::new(), others: Form::TEXT };
        };
        let mut builder = FormBuilder { api, left: MAX_FORMS };
        let properties = api.schemas.declared_properties(schema);
        let effective = Effective::new(&api.schemas, &[Part::Whole(schema)]);
        let names: Vec<String> = properties.iter().map(|(name, _)| name.clone()).collect();
        let declared = properties.into_iter().map(|(name, id)| {
            let encoding = media_type.encoding.get(&name);
            let (writing, form) = field(&mut builder, &name, id, encoding, &names);
            let reserved = encoding.is_some_and(|encoding| encoding.allow_reserved);
            FormField { required: effective.requires(&name), name, writing, reserved, form }
        });
        let declared = declared.collect();
        let additional = api.schemas.find(schema, |id| api.schemas[id].additional_properties);
        let others = match additional {
            Some(id) if api.schemas[id].boolean.is_none() => by_content(&mut builder, id),
            _ => Form::TEXT,
        };
        Self { declared, others }
    }
}

fn field(
    builder: &mut FormBuilder<'_>,
    name: &str,
    id: SchemaId,
    encoding: Option<&Encoding>,
    names: &[String],
) -> (FieldWriting, Form) {
    let types = builder.api.schemas.types_of(id);
    let bare = types.without(TypeSet::NULL);
    let Some((style, explode)) = encoding.and_then(Encoding::query_style) else {
        let content_type = encoding.and_then(|encoding| encoding.content_type.as_deref());
        let json = content_type.is_some_and(|name| ContentKind::of(name) == ContentKind::Json);
        // A list is one field for each item, whatever the content type of each is.
        let whole = bare == TypeSet::OBJECT || (json && types == TypeSet::ALL);
        return if whole {
            (FieldWriting::Json, Form::TEXT)
        } else {
            (FieldWriting::Style(Style::Form, true), by_content(builder, id))
        };
    };
    let mut form = match style {
        Style::DeepObject => builder.deep(id, 0),
        Style::Form => builder.flat(id, explode),
        _ => builder.flat(id, false),
    };
    if let Some(members) = &mut form.members
        && explode
        && style != Style::DeepObject
        && members.others.is_some()
    {
        let declared = &members.declared;
        let is_own = |other: &&String| *other == name || declared.iter().any(|(member, _)| member == *other);
        members.foreign = names.iter().filter(|other| !is_own(other)).cloned().collect();
    }
    (FieldWriting::Style(style, explode), form)
}

/// The form of a value that is written by its content type.
fn by_content(builder: &mut FormBuilder<'_>, id: SchemaId) -> Form {
    let types = builder.api.schemas.types_of(id);
    // What is said of nothing is text, in a list as well.
    let text = |form: Form| if form == Form::OPEN { Form::TEXT } else { form };
    if types == TypeSet::ALL {
        return Form::TEXT;
    }
    let mut scalar = types.single();
    if types.has(JsonType::Object) {
        scalar = scalar.or(TypeSet::OBJECT);
    }
    let items = types.has(JsonType::Array).then(|| Box::new(text(builder.item(id))));
    if scalar.is_empty() && items.is_none() {
        return Form::TEXT;
    }
    Form { scalar, items, members: None }
}

/// What is written in a way that the specification does not define, with the way that is taken.
pub(crate) fn undefined_styles(api: &Api) -> Vec<Diagnostic> {
    let bodies = api.operations.iter().filter_map(|operation| operation.body.as_ref());
    let forms = bodies
        .flat_map(|body| &body.contents)
        .filter(|media_type| ContentKind::of(&media_type.name) == ContentKind::Form);
    let mut found: Vec<Diagnostic> = Vec::new();
    for media_type in forms {
        let Some(schema) = media_type.schema else { continue };
        for (name, id) in api.schemas.declared_properties(schema) {
            let Some(encoding) = media_type.encoding.get(&name) else { continue };
            let Some((style, explode)) = encoding.query_style() else { continue };
            // A body that several operations refer to stands in one place.
            let known = found.iter().any(|known| known.pointer == encoding.location.pointer);
            if !known && let Some(way) = undefined_way(api, id, style, explode) {
                found.push(diagnostic(&name, encoding, &way));
            }
        }
    }
    found
}

fn diagnostic(name: &str, encoding: &Encoding, way: &str) -> Diagnostic {
    Diagnostic::note(
        "undefined-style",
        format!("the specification does not define how the field `{name}` is written in this style"),
    )
    .label(encoding.location.label(""))
    .pointer(encoding.location.pointer.clone())
    .reason(format!("it is read and written as is common: {way}"))
    .remedy("find out whether the API does it this way; if it wants JSON, declare `contentType: application/json` instead")
}

/// How a value is written whose style the specification does not define for it.
fn undefined_way(api: &Api, id: SchemaId, style: Style, explode: bool) -> Option<String> {
    let types = api.schemas.types_of(id);
    let is_structured = |id: SchemaId| {
        let types = api.schemas.types_of(id);
        types != TypeSet::ALL && !types.and(TypeSet::STRUCTURED).is_empty()
    };
    let item = api.schemas.find(id, |id| api.schemas[id].items);
    let additional = api.schemas.find(id, |id| api.schemas[id].additional_properties);
    let members = api.schemas.declared_properties(id).into_iter().map(|(_, id)| id).chain(additional);
    let nested = item.is_some_and(is_structured) || members.into_iter().any(is_structured);
    let list = types != TypeSet::ALL && types.has(JsonType::Array);
    match style {
        Style::DeepObject if list => Some("`name[]=item`, or `name[0][member]=value`".to_owned()),
        Style::DeepObject if nested => {
            Some("`name[member][inner]=value` and `name[member][]=item`".to_owned())
        }
        Style::SpaceDelimited | Style::PipeDelimited if explode => {
            Some("one pair for each item or member, as in style form".to_owned())
        }
        Style::Form | Style::SpaceDelimited | Style::PipeDelimited if nested => {
            Some("lists and objects within are JSON".to_owned())
        }
        _ => None,
    }
}

//! Which values the text of a parameter or form field can stand for.
//!
//! Text has no types of its own. The server decodes it by the types that the schema allows, and the
//! client refuses what would be decoded as something else. Both sides are told the same.

use unplug_openapi::ir::{
    Api, ContentKind, JsonType, Operation, Parameter, ParameterIn, ParameterShape, SchemaId,
    SecuritySchemeKind, Style, TypeSet,
};
use unplug_wire::parameter::MAX_DEEP_OBJECT_LEVELS;

mod fields;
mod type_set;

pub(crate) use fields::{FieldWriting, FormField, FormFields, undefined_styles};
pub(crate) use type_set::EmitTypes;

/// Forms of one parameter; members beyond that are read without knowledge of their types.
const MAX_FORMS: usize = 300;

/// How a parameter's text is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Types of a single text; arrays and objects among them are JSON.
    pub(crate) scalar: TypeSet,
    /// Form of the items, when it may be a list.
    pub(crate) items: Option<Box<Form>>,
    /// Forms of the members, when it may be an object.
    pub(crate) members: Option<Members>,
}

/// The members of an object in a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Members {
    pub(crate) declared: Vec<(String, Form)>,
    /// Form of all others; `None` when no others are taken.
    pub(crate) others: Option<Box<Form>>,
    /// Names in the same part of the request that belong to something else.
    pub(crate) foreign: Vec<String>,
}

impl Form {
    pub(crate) const TEXT: Self = Self::leaf(TypeSet::STRING);
    const OPEN: Self = Self::leaf(TypeSet::ALL);

    const fn leaf(scalar: TypeSet) -> Self {
        Self { scalar, items: None, members: None }
    }

    /// The form of an operation's parameter.
    pub(crate) fn of_parameter(api: &Api, operation: &Operation, parameter: &Parameter) -> Self {
        let Some(schema) = parameter.schema() else {
            return Self::TEXT;
        };
        let mut builder = FormBuilder { api, left: MAX_FORMS };
        let (style, explode) = match &parameter.shape {
            ParameterShape::Schema { style, explode, .. } => (*style, *explode),
            ParameterShape::Content(media_type)
                if ContentKind::of(&media_type.name) == ContentKind::Form
                    && parameter.parameter_in == ParameterIn::QueryString =>
            {
                return builder.query_string(schema, foreign(api, operation, parameter));
            }
            ParameterShape::Content(media_type) if ContentKind::of(&media_type.name) == ContentKind::Json => {
                return Self::TEXT;
            }
            ParameterShape::Content(_) => (Style::Simple, false),
        };
        let mut form = match style {
            Style::DeepObject => builder.deep(schema, 0),
            Style::Form | Style::Cookie => builder.flat(schema, explode),
            _ => builder.flat(schema, false),
        };
        if let Some(members) = &mut form.members
            && (explode || style == Style::DeepObject)
        {
            members.foreign = foreign(api, operation, parameter);
            let declared = &members.declared;
            let deep = format!("{}[", parameter.name);
            members.foreign.retain(|name| match style {
                Style::DeepObject => name.starts_with(&deep),
                _ => declared.iter().all(|(member, _)| member != name),
            });
            if members.others.is_none() {
                members.foreign.clear();
            }
        }
        if parameter.allow_empty && !form.scalar.has(JsonType::String) && form.scalar != TypeSet::NONE {
            form.scalar = form.scalar.or(TypeSet::NULL);
        }
        form
    }

    /// Whether it is one text that nothing else can be mistaken for.
    pub(crate) fn is_plain(&self) -> bool {
        self.items.is_none() && self.members.is_none() && self.is_clear()
    }

    /// Whether it is a list of such texts, and never anything else.
    pub(crate) fn is_plain_list(&self) -> bool {
        self.scalar == TypeSet::NONE && self.items.as_ref().is_some_and(|items| items.is_plain())
    }

    fn is_clear(&self) -> bool {
        !is_mistakable(self.scalar) && self.scalar.and(TypeSet::STRUCTURED).is_empty()
    }
}

/// Whether a text could be mistaken for a value of another type.
fn is_mistakable(types: TypeSet) -> bool {
    let others = [JsonType::Integer, JsonType::Boolean, JsonType::Array, JsonType::Object];
    types.has(JsonType::String) && others.into_iter().any(|other| types.has(other))
}

/// The names in the place of a parameter that belong to other parameters and to credentials.
fn foreign(api: &Api, operation: &Operation, parameter: &Parameter) -> Vec<String> {
    let place = |location| match location {
        ParameterIn::QueryString => ParameterIn::Query,
        other => other,
    };
    let here = place(parameter.parameter_in);
    let others =
        operation.parameters.iter().filter(|other| other.location.pointer != parameter.location.pointer);
    let others = others.filter(|other| place(other.parameter_in) == here);
    let others = others.flat_map(|other| names_of(api, other));
    let fixed = operation.route.query.iter().map(|(name, _)| name.clone());
    let fixed = fixed.filter(|_| here == ParameterIn::Query);
    let schemes = operation.security.iter().flat_map(|alternative| alternative.keys());
    let keys = schemes.filter_map(|name| match &api.security_schemes.get(name)?.kind {
        SecuritySchemeKind::ApiKey { parameter_in, name } if *parameter_in == here => Some(name.clone()),
        _ => None,
    });
    let mut names: Vec<String> = Vec::new();
    for name in others.chain(fixed).chain(keys) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The names under which a parameter is sent; one that ends with a bracket stands for all that begin
/// so.
fn names_of(api: &Api, parameter: &Parameter) -> Vec<String> {
    let mut names = vec![parameter.name.clone()];
    if let ParameterShape::Schema { style, explode, schema, .. } = &parameter.shape {
        if *style == Style::DeepObject {
            names.push(format!("{}[", parameter.name));
        } else if *explode && api.schemas.types_of(*schema).has(JsonType::Object) {
            let members = api.schemas.declared_properties(*schema);
            names.extend(members.into_iter().map(|(name, _)| name));
        }
    }
    names
}

/// Builds the forms of one parameter.
struct FormBuilder<'a> {
    api: &'a Api,
    /// How many more forms it may have.
    left: usize,
}

impl FormBuilder<'_> {
    /// One text or delimited texts: arrays and objects within are JSON.
    fn flat(&mut self, id: SchemaId, explode: bool) -> Form {
        let types = self.api.schemas.types_of(id);
        if types == TypeSet::ALL {
            return Form::OPEN;
        }
        let plain = types.single();
        let (list, object) = (types.has(JsonType::Array), types.has(JsonType::Object));
        let items = list.then(|| Box::new(self.item(id)));
        if object && !list && plain == TypeSet::NONE {
            let members = self.members(id, explode, &|builder, id| builder.text(id));
            return Form { scalar: TypeSet::NONE, items, members: Some(members) };
        }
        let mut scalar = plain;
        if object {
            scalar = scalar.or(TypeSet::OBJECT);
        }
        if scalar == TypeSet::NONE && !list {
            return Form::TEXT;
        }
        Form { scalar, items, members: None }
    }

    /// A text within a list or an object.
    fn text(&mut self, id: SchemaId) -> Form {
        let types = self.api.schemas.types_of(id);
        if types == TypeSet::ALL {
            return Form::OPEN;
        }
        let types = types.without(TypeSet::NULL);
        if types == TypeSet::NONE { Form::TEXT } else { Form::leaf(types) }
    }

    fn item(&mut self, id: SchemaId) -> Form {
        let item = self.api.schemas.find(id, |id| self.api.schemas[id].items);
        item.map_or(Form::OPEN, |item| self.text(item))
    }

    /// The pairs of a whole query: lists are repeated, objects are JSON.
    fn query_string(&mut self, id: SchemaId, foreign: Vec<String>) -> Form {
        let mut members = self.members(id, true, &|builder, id| {
            let types = builder.api.schemas.types_of(id);
            if types != TypeSet::ALL && types.has(JsonType::Array) {
                let items = Some(Box::new(builder.item(id)));
                return Form { scalar: TypeSet::NONE, items, members: None };
            }
            builder.text(id)
        });
        members.foreign = foreign;
        Form { scalar: TypeSet::NONE, items: None, members: Some(members) }
    }

    /// Style `deepObject`: everything within is spelled out, down to some level.
    fn deep(&mut self, id: SchemaId, level: u8) -> Form {
        let types = self.api.schemas.types_of(id);
        let structured = types.has(JsonType::Array) || types.has(JsonType::Object);
        if types == TypeSet::ALL || self.left == 0 {
            return Form::OPEN;
        }
        self.left -= 1;
        if !structured || level == MAX_DEEP_OBJECT_LEVELS {
            return self.text(id);
        }
        let plain = types.single();
        let items = types.has(JsonType::Array).then(|| {
            let item = self.api.schemas.find(id, |id| self.api.schemas[id].items);
            Box::new(item.map_or(Form::OPEN, |item| self.deep(item, level + 1)))
        });
        let members = types.has(JsonType::Object).then(|| {
            let mut members = self.members(id, false, &|builder, id| builder.deep(id, level + 1));
            let closed = self.api.schemas.find(id, |id| self.api.schemas[id].additional_properties);
            if members.others.is_none() && closed.is_none() {
                members.others = Some(Box::new(Form::OPEN));
            }
            members
        });
        Form { scalar: plain, items, members }
    }

    fn members(
        &mut self,
        id: SchemaId,
        explode: bool,
        form: &dyn Fn(&mut Self, SchemaId) -> Form,
    ) -> Members {
        let declared = self.api.schemas.declared_properties(id);
        let additional = self.api.schemas.find(id, |id| self.api.schemas[id].additional_properties);
        let others = match additional {
            Some(id) if self.api.schemas[id].boolean == Some(false) => None,
            Some(id) => Some(Box::new(form(self, id))),
            // Whoever spreads an object with properties over a query shares it with others.
            None if explode && !declared.is_empty() => None,
            None => Some(Box::new(Form::OPEN)),
        };
        let declared = declared.into_iter().map(|(name, id)| (name, form(self, id))).collect();
        Members { declared, others, foreign: Vec::new() }
    }
}

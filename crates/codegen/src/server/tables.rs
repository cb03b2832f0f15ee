//! Static tables: parameters, bodies, schemas and patterns.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::ir::{Api, Location, SchemaId};

use super::multipart;
use crate::emit::parameter_spec::{self, parameter_spec};
use crate::form::FormFields;
use crate::names::{self, Namespace};
use crate::plan::{BodyPlan, FieldPlan, MultipartPlan};
use crate::types::{Literal as TextLiteral, Types, literal_pattern};

/// The tables of one API, as they are asked for.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    pub(super) api: &'a Api,
    pub(super) types: &'a Types<'a>,
    names: Namespace,
    /// Schemas that something refers to have a name; all others are written in place.
    shared: BTreeSet<SchemaId>,
    named: BTreeMap<SchemaId, Ident>,
    waiting: Vec<SchemaId>,
    patterns: BTreeMap<String, Ident>,
    parameters: BTreeMap<String, Ident>,
    items: Vec<TokenStream>,
    pattern_items: Vec<TokenStream>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(types: &'a Types<'a>) -> Self {
        let api = types.api;
        let shared = api.schemas.all.iter().filter_map(|schema| schema.reference).collect();
        Self {
            api,
            types,
            names: Namespace::new(),
            shared,
            named: BTreeMap::new(),
            waiting: Vec::new(),
            patterns: BTreeMap::new(),
            parameters: BTreeMap::new(),
            items: Vec::new(),
            pattern_items: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// The file, and what was wrong with the schemas.
    pub(super) fn finish(mut self) -> (TokenStream, Vec<Diagnostic>) {
        let mut schemas = Vec::new();
        while let Some(id) = self.waiting.pop() {
            let name = self.named[&id].clone();
            let schema = whole(&self.checks(id));
            let doc = format!(" `{}`", self.api.schemas[id].location.pointer);
            schemas.push(quote! {
                #[doc = #doc]
                pub(super) static #name: Schema = #schema;
            });
        }
        let Self { items, pattern_items, diagnostics, .. } = self;
        let tables = quote! {
            //! Parameters, bodies and schemas as tables.
            #![allow(
                dead_code,
                unused_imports,
                clippy::unreadable_literal,
                clippy::excessive_precision,
                reason = "written from a document: not every table is needed, and numbers are as published"
            )]

            use unplug_server_runtime::parameter::Parameter;
            use unplug_server_runtime::request::BodyTable;
            use unplug_server_runtime::schema::{Check, Literal, Pattern, Schema};
            use unplug_wire::json::{Number, Types};
            use unplug_wire::multipart::{PartForm, Parts};
            use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};

            #(#items)*
            #(#schemas)*
            #(#pattern_items)*
        };
        (tables, diagnostics)
    }

    /// An expression of type `&'static Schema`.
    pub(super) fn reference(&mut self, id: SchemaId) -> TokenStream {
        let schema = &self.api.schemas[id];
        let unevaluated = schema.unevaluated_items.is_some() || schema.unevaluated_properties.is_some();
        if self.shared.contains(&id) || unevaluated {
            let name = self.named(id);
            return quote!(&#name);
        }
        let checks = self.checks(id);
        if let (Some(target), [_]) = (schema.reference, &checks[..]) {
            let name = self.named(target);
            return quote!(&#name);
        }
        let schema = whole(&checks);
        quote!(&#schema)
    }

    /// The name of a schema's own table.
    pub(super) fn named(&mut self, id: SchemaId) -> Ident {
        if let Some(name) = self.named.get(&id) {
            return name.clone();
        }
        let schema = &self.api.schemas[id];
        let chosen = schema.rust_name.as_ref().or(schema.name.as_ref());
        let words = chosen.map_or_else(|| end_of(&schema.location.pointer), |name| names::snake(name));
        let name = self.claim(&format!("{words}_schema"));
        self.named.insert(id, name.clone());
        self.waiting.push(id);
        name
    }

    /// The name of a pattern's table; one that is no expression matches every text, with a
    /// diagnostic for the schema that it stands in.
    pub(super) fn pattern(&mut self, id: SchemaId, source: &str) -> Ident {
        let valid = is_pattern(source);
        if !valid {
            let ignored = ignored_pattern(source, &self.api.schemas[id].location);
            // The keywords of one schema may need the same pattern.
            let same =
                |known: &Diagnostic| known.pointer == ignored.pointer && known.message == ignored.message;
            if !self.diagnostics.iter().any(same) {
                self.diagnostics.push(ignored);
            }
        }
        if let Some(name) = self.patterns.get(source) {
            return name.clone();
        }
        let name = self.claim("pattern");
        let pattern = match literal_pattern(source) {
            _ if !valid => quote!(Pattern::contains(#source, "")),
            Some(TextLiteral::Equals(text)) => quote!(Pattern::exact(#source, #text)),
            Some(TextLiteral::StartsWith(text)) => quote!(Pattern::prefix(#source, #text)),
            Some(TextLiteral::EndsWith(text)) => quote!(Pattern::suffix(#source, #text)),
            Some(TextLiteral::Contains(text)) => quote!(Pattern::contains(#source, #text)),
            _ => quote!(Pattern::regex(#source)),
        };
        self.pattern_items.push(quote!(pub(super) static #name: Pattern = #pattern;));
        self.patterns.insert(source.to_owned(), name.clone());
        name
    }

    /// The table of a parameter, an expression of type `&'static Parameter`. One that several
    /// operations refer to is written once.
    pub(super) fn parameter(&mut self, field: &FieldPlan<'_>) -> TokenStream {
        let pointer = &field.parameter.location.pointer;
        let Some(component) = pointer.strip_prefix("/components/parameters/") else {
            let table = self.parameter_table(field);
            return quote!(const { &#table });
        };
        // What a name means, and which names are foreign, may depend on the operation.
        let identity = format!("{pointer} {} {:?}", field.parameter.name, field.form);
        if let Some(name) = self.parameters.get(&identity) {
            return quote!(&#name);
        }
        let name = self.claim(&format!("{}_parameter", names::snake(component)));
        let table = self.parameter_table(field);
        self.items.push(quote!(pub(super) static #name: Parameter = #table;));
        self.parameters.insert(identity, name.clone());
        quote!(&#name)
    }

    fn parameter_table(&mut self, field: &FieldPlan<'_>) -> TokenStream {
        let spec = parameter_spec(field);
        let mut table = quote!(Parameter::new(#spec));
        let schema = self.optional_schema(field.schema).to_string();
        if schema != quote!(&Schema::STRING).to_string() {
            let in_place = schema.starts_with("& Schema (");
            let mut schema: TokenStream = schema.parse().unwrap_or_default();
            if in_place {
                let name = self.claim(&format!("{}_schema", names::snake(&field.parameter.name)));
                self.items.push(quote!(pub(super) static #name: &Schema = #schema;));
                schema = quote!(#name);
            }
            table.extend(quote!(.schema(#schema)));
        }
        table
    }

    /// Writes the table of a body and gives its name.
    pub(super) fn body(&mut self, operation: &str, body: &BodyPlan<'_>) -> Ident {
        let name = self.claim(&format!("{operation}_body"));
        let required = body.required;
        let media_types = body.variants.iter().map(|content| &content.media_type.name);
        self.items.push(quote! {
            pub(super) static #name: BodyTable = BodyTable { required: #required, media_types: &[#(#media_types),*] };
        });
        name
    }

    /// Writes the table of one media type's schema and gives its name.
    pub(super) fn content(&mut self, operation: &str, schema: Option<SchemaId>) -> Ident {
        if let Some(id) = schema.filter(|id| self.shared.contains(id)) {
            return self.named(id);
        }
        let name = self.claim(&format!("{operation}_body_schema"));
        let checks = schema.map_or_else(Vec::new, |id| {
            self.named.insert(id, name.clone());
            self.checks(id)
        });
        let schema = whole(&checks);
        self.items.push(quote!(pub(super) static #name: Schema = #schema;));
        name
    }

    /// Writes the table of a form body's fields and gives its name.
    pub(super) fn form_fields(&mut self, operation: &str, fields: Option<&FormFields>) -> Ident {
        let name = self.claim(&format!("{operation}_body_fields"));
        let fields = parameter_spec::fields(fields);
        self.items.push(quote! {
            /// Fields of the form.
            pub(super) static #name: Fields = #fields;
        });
        name
    }

    /// Writes the table of a multipart body's parts and gives its name.
    pub(super) fn parts(&mut self, operation: &str, plan: &MultipartPlan<'_>) -> Ident {
        let name = self.claim(&format!("{operation}_body_parts"));
        let parts = multipart::table(plan);
        self.items.push(quote! {
            /// Parts of the multipart body.
            pub(super) static #name: Parts = #parts;
        });
        name
    }

    fn optional_schema(&mut self, schema: Option<SchemaId>) -> TokenStream {
        schema.map_or_else(|| quote!(&Schema::ANYTHING), |schema| self.reference(schema))
    }

    fn claim(&mut self, name: &str) -> Ident {
        let name = self.names.claim_snake(name);
        format_ident!("{}", name.to_uppercase())
    }
}

/// A schema of these checks; the usual ones have a name.
fn whole(checks: &[TokenStream]) -> TokenStream {
    let texts: Vec<String> = checks.iter().map(ToString::to_string).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let named = match texts.as_slice() {
        [] => "ANYTHING",
        ["Check :: STRING"] => "STRING",
        ["Check :: NUMBER"] => "NUMBER",
        ["Check :: BOOLEAN"] => "BOOLEAN",
        ["Check :: INTEGER", "Check :: Width (64)"] => "INTEGER",
        _ => return quote!(Schema(&[#(#checks),*])),
    };
    let named = format_ident!("{named}");
    quote!(Schema::#named)
}

/// Whether the runtime can use the expression: it tries the same two readings.
pub(super) fn is_pattern(source: &str) -> bool {
    regress::Regex::with_flags(source, "u").is_ok() || regress::Regex::new(source).is_ok()
}

/// A `pattern` that the runtime cannot read.
fn ignored_pattern(source: &str, location: &Location) -> Diagnostic {
    Diagnostic::warning("pattern-invalid", format!("'{source}' is not a regular expression of ECMA-262"))
        .label(location.label(""))
        .pointer(location.pointer.clone())
        .reason("the server stub does not check it")
        .remedy("correct the expression in the overlay")
}

/// The last steps of a pointer, in snake case: enough to find the place again.
fn end_of(pointer: &str) -> String {
    let mut steps: Vec<_> = pointer.rsplit('/').take(3).collect();
    steps.reverse();
    names::snake(&steps.join(" "))
}

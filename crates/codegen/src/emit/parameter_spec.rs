//! The description of a parameter (`ParameterSpec`): the client and the stub hold the same text.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use unplug_openapi::ir::{ParameterIn, ParameterShape, Style, TypeSet};

use crate::form::{EmitTypes as _, FieldWriting, Form, FormField, FormFields, Members};
use crate::plan::{ContentKind, FieldPlan};

/// An expression of type `ParameterSpec`.
pub(crate) fn parameter_spec(field: &FieldPlan<'_>) -> TokenStream {
    let parameter = field.parameter;
    let name = &parameter.name;
    let (constructor, usual) = match parameter.parameter_in {
        ParameterIn::Path => ("path", (Style::Simple, false)),
        ParameterIn::Query | ParameterIn::QueryString => ("query", (Style::Form, true)),
        ParameterIn::Header => ("header", (Style::Simple, false)),
        ParameterIn::Cookie => ("cookie", (Style::Form, true)),
    };
    let constructor = format_ident!("{constructor}");
    let mut spec = quote!(ParameterSpec::#constructor(#name));
    if field.required && parameter.parameter_in != ParameterIn::Path {
        spec.extend(quote!(.required()));
    }
    match &parameter.shape {
        ParameterShape::Schema { style, explode, allow_reserved, .. } => {
            if (*style, *explode) != usual {
                let style = format_ident!("{style:?}");
                spec.extend(quote!(.style(Style::#style, #explode)));
            }
            if *allow_reserved && parameter.parameter_in == ParameterIn::Query {
                spec.extend(quote!(.reserved()));
            }
        }
        ParameterShape::Content(media_type) => {
            let style = content_style(&media_type.name, parameter.parameter_in);
            spec.extend(quote!(.style(Style::#style, false)));
        }
    }
    if let Some(of) = &field.fields {
        let fields = fields(Some(of));
        // Few documents have them, and not every module imports the name.
        spec.extend(quote!(.fields(const { &unplug_wire::parameter::#fields })));
    }
    with_form(&spec, &field.form)
}

fn with_form(spec: &TokenStream, of: &Form) -> TokenStream {
    if *of == Form::TEXT {
        return quote!(#spec);
    }
    let Form { scalar, items, members } = of;
    if items.is_none() && members.is_none() {
        let scalar = scalar.literal();
        return quote!(#spec.scalar(#scalar));
    }
    let form = form(of);
    quote!(#spec.form(#form))
}

/// An expression of type `Fields`: a form body's fields are parameters of a query.
pub(crate) fn fields(of: Option<&FormFields>) -> TokenStream {
    let Some(FormFields { declared, others }) = of else { return quote!(Fields::TEXTS) };
    let declared = declared.iter().map(|field| {
        let FormField { name, required, writing, reserved, form } = field;
        let mut spec = quote!(ParameterSpec::query(#name));
        if *required {
            spec.extend(quote!(.required()));
        }
        match writing {
            FieldWriting::Json => spec.extend(quote!(.style(Style::Json, false))),
            FieldWriting::Style(Style::Form, true) => {}
            FieldWriting::Style(style, explode) => {
                let style = format_ident!("{style:?}");
                spec.extend(quote!(.style(Style::#style, #explode)));
            }
        }
        if *reserved {
            spec.extend(quote!(.reserved()));
        }
        with_form(&spec, form)
    });
    let others = form(others);
    quote!(Fields { declared: &[#(#declared),*], others: #others })
}

/// The style of a parameter that is described by a media type.
fn content_style(media_type: &str, location: ParameterIn) -> TokenStream {
    let whole = location == ParameterIn::QueryString;
    match (ContentKind::of(media_type), whole) {
        (ContentKind::Json, false) => quote!(Json),
        (ContentKind::Json, true) => quote!(QueryStringJson),
        (ContentKind::Form, true) => quote!(QueryString),
        (_, false) => quote!(Simple),
        (_, true) => quote!(QueryStringText),
    }
}

fn form(of: &Form) -> TokenStream {
    let Form { scalar, items, members } = of;
    if items.is_none() && members.is_none() {
        for (name, types) in [
            ("TEXT", TypeSet::STRING),
            ("INTEGER", TypeSet::INTEGER),
            ("NUMBER", TypeSet::NUMBER),
            ("BOOLEAN", TypeSet::BOOLEAN),
            ("OPEN", TypeSet::ALL),
        ] {
            if *scalar == types {
                let name = format_ident!("{name}");
                return quote!(Form::#name);
            }
        }
    }
    let scalar = scalar.literal();
    let items = optional(items.as_deref());
    let members = members.as_ref().map_or_else(
        || quote!(None),
        |of| {
            let members = self::members(of);
            quote!(Some(#members))
        },
    );
    quote!(Form { scalar: #scalar, items: #items, members: #members })
}

fn members(of: &Members) -> TokenStream {
    let declared = of.declared.iter().map(|(name, of)| {
        let form = form(of);
        quote!((#name, #form))
    });
    let others = optional(of.others.as_deref());
    let foreign = &of.foreign;
    quote!(Members { declared: &[#(#declared),*], others: #others, foreign: &[#(#foreign),*] })
}

fn optional(of: Option<&Form>) -> TokenStream {
    of.map_or_else(
        || quote!(None),
        |of| {
            let form = form(of);
            quote!(Some(&#form))
        },
    )
}

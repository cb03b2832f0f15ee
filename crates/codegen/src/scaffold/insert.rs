//! Places in handwritten files, and text put in there.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned as _;
use syn::visit_mut::{self, VisitMut};

/// A literal or list in which something is added behind the last entry.
pub(super) struct Literal {
    fields: Vec<String>,
    /// The bytes between the brackets.
    inside: Range<usize>,
    /// The end of the last entry, its comma included.
    last: Option<usize>,
    has_comma: bool,
}

impl Literal {
    pub(super) fn fields(&self) -> Vec<String> {
        self.fields.clone()
    }

    /// Puts entries behind the last one, on lines of their own where the others are.
    pub(super) fn insert(&self, text: &mut String, entries: &[String]) {
        let Some(inside) = text.get(self.inside.clone()) else { return };
        let several_lines = inside.contains('\n');
        let mut new = String::new();
        if self.last.is_some() && !self.has_comma {
            new.push(',');
        }
        if several_lines {
            let indentation = self.indentation(text);
            for entry in entries {
                new.extend(["\n", &indentation, entry, ","]);
            }
        } else {
            let blank = if self.last.is_none() { "" } else { " " };
            new.extend([blank, &entries.join(", ")]);
        }
        text.insert_str(self.last.unwrap_or(self.inside.start), &new);
    }

    /// The blanks before the line of the last entry.
    fn indentation(&self, text: &str) -> String {
        let before = text.get(..self.last.unwrap_or(self.inside.end)).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars().take_while(|character| character.is_whitespace()).collect()
    }
}

/// The literal `Handlers { … }` of a file.
pub(super) fn handlers_literal(file: &syn::File) -> Option<Literal> {
    struct Finder(Option<Literal>);
    impl VisitMut for Finder {
        fn visit_expr_struct_mut(&mut self, node: &mut syn::ExprStruct) {
            if node.path.segments.last().is_some_and(|last| last.ident == "Handlers") {
                let fields = node.fields.iter().filter_map(|field| match &field.member {
                    syn::Member::Named(name) => Some(plain(name)),
                    syn::Member::Unnamed(_) => None,
                });
                let comma = node
                    .fields
                    .pairs()
                    .next_back()
                    .and_then(|pair| pair.punct().map(|comma| comma.span().byte_range().end));
                let last = node.fields.last().map(|field| field.span().byte_range().end);
                self.0 = Some(Literal {
                    fields: fields.collect(),
                    inside: node.brace_token.span.open().byte_range().end
                        ..node.brace_token.span.close().byte_range().start,
                    last: comma.or(last),
                    has_comma: comma.is_some(),
                });
            }
            visit_mut::visit_expr_struct_mut(self, node);
        }
    }
    let mut finder = Finder(None);
    finder.visit_file_mut(&mut file.clone());
    finder.0
}

/// The functions of a file that may be handlers, and the other names that it defines.
pub(super) fn functions(file: &syn::File) -> (Vec<String>, Vec<String>) {
    let (mut handlers, mut others) = (Vec::new(), Vec::new());
    for item in &file.items {
        match item {
            syn::Item::Fn(function) if function.sig.asyncness.is_some() && function.sig.inputs.len() == 3 => {
                handlers.push(plain(&function.sig.ident));
            }
            syn::Item::Fn(function) => others.push(plain(&function.sig.ident)),
            _ => {}
        }
    }
    (handlers, others)
}

/// What handlers of a file get: the service, and who is calling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ServiceTypes {
    /// `None` when the file has no `struct Service`.
    pub(super) service: Option<String>,
    /// `None` when the file has no `impl … Security for …` with a `Caller`.
    pub(super) caller: Option<String>,
}

pub(super) fn service_types(file: &syn::File) -> ServiceTypes {
    let mut types = ServiceTypes { service: None, caller: None };
    for item in &file.items {
        match item {
            syn::Item::Struct(item) if item.ident == "Service" && item.generics.params.is_empty() => {
                types.service = Some("Service".to_owned());
            }
            syn::Item::Impl(item) => {
                let is_security = item.trait_.as_ref().is_some_and(|(_, path, _)| {
                    path.segments.last().is_some_and(|last| last.ident == "Security")
                });
                let caller = item.items.iter().find_map(|member| match member {
                    syn::ImplItem::Type(member) if member.ident == "Caller" => {
                        Some(member.ty.to_token_stream().to_string())
                    }
                    _ => None,
                });
                if is_security {
                    types.caller = caller;
                }
            }
            _ => {}
        }
    }
    types
}

/// The text with these paths added in `#[openapi(paths(…))]`; `None` when there is none.
pub(super) fn into_paths(file: &syn::File, text: &str, paths: &[String]) -> Option<String> {
    let attributes = file.items.iter().flat_map(|item| match item {
        syn::Item::Struct(item) => item.attrs.as_slice(),
        _ => &[],
    });
    let lists = attributes.filter(|attribute| attribute.path().is_ident("openapi"));
    let mut tokens = lists.filter_map(|attribute| attribute.meta.require_list().ok());
    let group = tokens.find_map(|list| group_behind("paths", list.tokens.clone()))?;
    Some(into_group(&group, text, paths))
}

/// The text with entries added to the object that a macro `name!({ … })` is given.
pub(super) fn into_macro(file: &syn::File, name: &str, text: &str, entries: &[String]) -> Option<String> {
    struct Finder<'n>(&'n str, Option<TokenStream>);
    impl VisitMut for Finder<'_> {
        fn visit_macro_mut(&mut self, node: &mut syn::Macro) {
            if node.path.segments.last().is_some_and(|last| last.ident == self.0) {
                self.1.get_or_insert_with(|| node.tokens.clone());
            }
        }
    }
    let mut finder = Finder(name, None);
    finder.visit_file_mut(&mut file.clone());
    let group = finder.1?.into_iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group),
        _ => None,
    })?;
    Some(into_group(&group, text, entries))
}

/// The text with a call added to a chain, behind the last call of the method `name`.
pub(super) fn behind_call(file: &syn::File, name: &str, text: &str, call: &str) -> Option<String> {
    struct Finder<'n>(&'n str, Option<Range<usize>>);
    impl VisitMut for Finder<'_> {
        fn visit_expr_method_call_mut(&mut self, node: &mut syn::ExprMethodCall) {
            if node.method == self.0 {
                let range = node.dot_token.span().byte_range().start..node.span().byte_range().end;
                let later = self.1.as_ref().is_none_or(|known| known.end < range.end);
                if later {
                    self.1 = Some(range);
                }
            }
            visit_mut::visit_expr_method_call_mut(self, node);
        }
    }
    let mut finder = Finder(name, None);
    finder.visit_file_mut(&mut file.clone());
    let range = finder.1?;
    let line = text.get(..range.start)?.rsplit('\n').next()?;
    let indentation: String = line.chars().take_while(|character| character.is_whitespace()).collect();
    let mut after = text.to_owned();
    after.insert_str(range.end, &format!("\n{indentation}{call}"));
    Some(after)
}

/// The text with `pub mod name;` in its place among the public modules.
pub(super) fn with_module(file: &syn::File, text: &str, name: &str) -> Option<String> {
    let modules: Vec<(String, Range<usize>)> = file
        .items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Mod(item) if item.content.is_none() => {
                Some((plain(&item.ident), item.span().byte_range()))
            }
            _ => None,
        })
        .collect();
    let mut after = text.to_owned();
    let line = format!("pub mod {};", crate::names::ident(name));
    match modules.iter().find(|(module, _)| module.as_str() > name) {
        Some((_, range)) => after.insert_str(range.start, &format!("{line}\n")),
        None => after.insert_str(modules.last()?.1.end, &format!("\n{line}")),
    }
    Some(after)
}

fn group_behind(name: &str, tokens: TokenStream) -> Option<Group> {
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        if matches!(&token, TokenTree::Ident(ident) if ident == name)
            && let Some(TokenTree::Group(group)) = tokens.next()
        {
            return Some(group);
        }
    }
    None
}

fn into_group(group: &Group, text: &str, entries: &[String]) -> String {
    let last = group.stream().into_iter().last();
    let literal = Literal {
        fields: Vec::new(),
        inside: group.span_open().byte_range().end..group.span_close().byte_range().start,
        last: last.as_ref().map(|last| last.span().byte_range().end),
        has_comma: matches!(&last, Some(TokenTree::Punct(sign)) if sign.as_char() == ','),
    };
    let mut after = text.to_owned();
    literal.insert(&mut after, entries);
    after
}

/// A raw identifier is the same name.
fn plain(name: &proc_macro2::Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}

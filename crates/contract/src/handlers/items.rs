//! The types that handlers' descriptions are derived from, with the lines of their fields.

use syn::spanned::Spanned as _;

use super::HandlerSources;
use crate::finding::SourceLine;

/// A struct or an enum.
#[derive(Clone, Debug)]
pub(super) struct Item {
    name: String,
    file: String,
    line: usize,
    excerpt: String,
    /// Fields (or variants) by their letters, each with its line.
    fields: Vec<(String, usize, String)>,
}

impl Item {
    pub(super) fn read(file: &str, lines: &[&str], item: &syn::Item) -> Option<Self> {
        let (name, fields): (&syn::Ident, Vec<&syn::Ident>) = match item {
            syn::Item::Struct(item) => {
                (&item.ident, item.fields.iter().filter_map(|field| field.ident.as_ref()).collect())
            }
            syn::Item::Enum(item) => {
                (&item.ident, item.variants.iter().map(|variant| &variant.ident).collect())
            }
            _ => return None,
        };
        let excerpt =
            |line: usize| lines.get(line.saturating_sub(1)).copied().unwrap_or_default().trim().to_owned();
        let line = name.span().start().line;
        let place = |field: &&syn::Ident| {
            let line = field.span().start().line;
            (letters(&field.to_string()), line, excerpt(line))
        };
        Some(Self {
            name: name.to_string(),
            file: file.to_owned(),
            line,
            excerpt: excerpt(line),
            fields: fields.iter().map(place).collect(),
        })
    }
}

impl HandlerSources {
    /// The line of a schema's field, when the schema is a component that comes from a type near the
    /// line where the operation is described.
    pub(crate) fn schema_line(&self, pointer: &str, near: &SourceLine) -> Option<SourceLine> {
        let rest = pointer.strip_prefix("/components/schemas/")?;
        let mut steps = rest.split('/');
        let name = steps.next()?;
        let field = match (steps.next(), steps.next()) {
            (Some("properties"), Some(field)) => Some(letters(field)),
            _ => None,
        };
        let stem = near.file.strip_suffix(".rs").unwrap_or(&near.file);
        // Several modules may have a type of that name: the one beside the operation is meant.
        let closeness = |item: &&Item| {
            (
                stem.chars().zip(item.file.chars()).take_while(|(one, other)| one == other).count(),
                item.file.len(),
            )
        };
        let item = self.types.iter().filter(|item| item.name == name).max_by_key(|item| {
            let (shared, length) = closeness(item);
            (shared, std::cmp::Reverse(length))
        })?;
        let found = field.and_then(|field| item.fields.iter().find(|(name, ..)| *name == field));
        Some(match found {
            Some((_, line, excerpt)) => {
                SourceLine { file: item.file.clone(), line: *line, excerpt: excerpt.clone() }
            }
            None => SourceLine { file: item.file.clone(), line: item.line, excerpt: item.excerpt.clone() },
        })
    }
}

/// `_createdAt`, `created_at` and `r#createdAt` are the same.
fn letters(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

//! Names of a document as Rust names.
//!
//! A name is split into words, which are joined again as `snake_case` or `PascalCase`. Whatever
//! the text, the result is an identifier: a leading digit gets an `n`, text without any letter or
//! digit is spelled out (`*` is `star`), and keywords become raw identifiers. Equal inputs give
//! equal outputs; a name that is taken gets the first free number.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{IdentFragment, ToTokens};

mod letters;

/// Words of a name, in lower case: `HTTPServer_2fa` is `http`, `server`, `2fa`.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let signed = spell_sign(&letters::readable(name));
    let found = split(&signed);
    if found.is_empty() && !name.is_empty() {
        return name.chars().map(spell).collect();
    }
    found
}

/// `PascalCase`, for types and variants. Empty text becomes `Empty`.
#[must_use]
pub fn pascal(name: &str) -> String {
    let joined: String = words(name).iter().map(|word| capitalised(word)).collect();
    match joined.chars().next() {
        None => "Empty".to_owned(),
        Some(first) if first.is_numeric() => format!("N{joined}"),
        Some(_) => joined,
    }
}

/// `snake_case`, for fields, functions and modules. Empty text becomes `empty`.
#[must_use]
pub fn snake(name: &str) -> String {
    let joined = words(name).join("_");
    match joined.chars().next() {
        None => "empty".to_owned(),
        Some(first) if first.is_numeric() => format!("n{joined}"),
        Some(_) => joined,
    }
}

/// Name of the module of a document, in snake case; never a keyword.
#[must_use]
pub fn module(document: &str) -> String {
    let name = ident(&snake(document)).to_string();
    match name.strip_prefix("r#") {
        Some(keyword) => format!("{keyword}_"),
        None => name,
    }
}

/// An identifier; keywords become raw (`r#type`), or get an underscore where Rust has no raw form
/// (`self_`).
#[must_use]
pub fn ident(name: &str) -> Ident {
    if matches!(name, "self" | "super" | "crate" | "Self" | "_") {
        return Ident::new(&format!("{name}_"), Span::call_site());
    }
    // syn reads code of every edition, so it does not know the keyword of the last one.
    let plain = name != "gen" && syn::parse_str::<Ident>(name).is_ok();
    if plain {
        return Ident::new(name, Span::call_site());
    }
    if syn::parse_str::<Ident>(&format!("r#{name}")).is_ok() {
        return Ident::new_raw(name, Span::call_site());
    }
    Ident::new(&escaped(name), Span::call_site())
}

/// The registered reason of an HTTP status in Pascal case; response structs are named after it.
#[must_use]
pub fn reason(status: u16) -> Option<String> {
    let reason = http::StatusCode::from_u16(status).ok()?.canonical_reason()?;
    Some(pascal(&reason.replace('\'', "")))
}

/// A Rust identifier as text, with `r#` where it is a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RustName(String);

impl RustName {
    /// The identifier for a name, as [`ident`] makes it.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(ident(name).to_string())
    }

    /// The text without `r#`.
    #[must_use]
    pub fn unraw(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

impl std::fmt::Display for RustName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ToTokens for RustName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = match self.0.strip_prefix("r#") {
            Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
            None => Ident::new(&self.0, Span::call_site()),
        };
        ident.to_tokens(tokens);
    }
}

impl IdentFragment for RustName {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.unraw())
    }
}

/// Names that are taken in one scope.
#[derive(Clone, Debug, Default)]
pub struct Namespace {
    taken: BTreeSet<String>,
    /// For each name that was wanted again, the number to try next: a thousand equal names would
    /// otherwise be tried a million times.
    next: BTreeMap<String, u32>,
}

impl Namespace {
    /// An empty scope.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A scope of types, in which the names that generated code takes from Rust's prelude are
    /// taken.
    #[must_use]
    pub fn types() -> Self {
        let prelude = [
            "AsRef",
            "Box",
            "Clone",
            "Copy",
            "Debug",
            "Default",
            "Drop",
            "Eq",
            "Err",
            "Fn",
            "From",
            "Hash",
            "Into",
            "Iterator",
            "None",
            "Ok",
            "Option",
            "Ord",
            "PartialEq",
            "PartialOrd",
            "Result",
            "Send",
            "Sized",
            "Some",
            "String",
            "Sync",
            "ToString",
            "TryFrom",
            "TryInto",
            "Vec",
        ];
        Self { taken: prelude.into_iter().map(str::to_owned).collect(), next: BTreeMap::new() }
    }

    /// Whether the name is free.
    #[must_use]
    pub fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name)
    }

    /// Takes a name that is not generated, so that nothing else gets it.
    pub fn take(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
    }

    /// Takes `name`, or `name2`, `name3`… when it is taken (Pascal case).
    pub fn claim(&mut self, name: &str) -> String {
        self.first_free(name, "")
    }

    /// Takes `name`, or `name_2`, `name_3`… when it is taken (snake case).
    pub fn claim_snake(&mut self, name: &str) -> String {
        self.first_free(name, "_")
    }

    fn first_free(&mut self, name: &str, separator: &str) -> String {
        if self.taken.insert(name.to_owned()) {
            return name.to_owned();
        }
        let number = self.next.entry(name.to_owned()).or_insert(2);
        loop {
            let candidate = format!("{name}{separator}{number}");
            *number += 1;
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

fn split(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (index, &character) in characters.iter().enumerate() {
        if !character.is_alphanumeric() {
            push_word(&mut words, &mut word);
            continue;
        }
        if character.is_uppercase() && begins_word(&characters, index) {
            push_word(&mut words, &mut word);
        }
        word.push(character);
    }
    push_word(&mut words, &mut word);
    words
}

/// An upper-case letter begins a word after anything but another upper-case letter (`teamId`), and
/// when it is the last one of a run that a lower-case letter follows (`HTTPServer`).
fn begins_word(characters: &[char], index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| characters[before]);
    let after_capital = before.is_some_and(char::is_uppercase);
    let lower_follows = characters.get(index + 1).is_some_and(|next| next.is_lowercase());
    !after_capital || lower_follows
}

fn push_word(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word).to_lowercase());
    }
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// `+1` and `-1` are different names.
fn spell_sign(name: &str) -> String {
    let mut characters = name.chars();
    let sign = match characters.next() {
        Some('+') => "plus ",
        Some('-') => "minus ",
        _ => return name.to_owned(),
    };
    let rest = characters.as_str();
    if rest.starts_with(|next: char| next.is_numeric()) { format!("{sign}{rest}") } else { name.to_owned() }
}

fn spell(character: char) -> String {
    let word = match character {
        ' ' => "space",
        '!' => "not",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' | ')' => "parenthesis",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' | ']' => "bracket",
        '\\' => "backslash",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' | '}' => "brace",
        '|' => "or",
        '~' => "tilde",
        other => return format!("u{:x}", u32::from(other)),
    };
    word.to_owned()
}

/// Letters that Rust does not take in identifiers, as their code points.
fn escaped(name: &str) -> String {
    let safe: String = name
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() || character == '_' {
                character.to_string()
            } else {
                format!("u{:x}", u32::from(character))
            }
        })
        .collect();
    if safe.starts_with(|first: char| first.is_ascii_digit()) || safe.is_empty() {
        format!("n{safe}")
    } else {
        safe
    }
}

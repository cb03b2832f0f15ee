//! Which handwritten functions use generated items that changed.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use serde::Serialize;
use syn::UseTree;

use super::graph::{Graph, identifiers};
use super::{Files, ItemChange, NotRust};

/// A handwritten function and a changed item that it comes upon.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Touched {
    /// The file, as it is named in the sources.
    pub file: String,
    /// 1-based line of the function's name.
    pub line: usize,
    /// The function; `Type::name` for one in an `impl`.
    pub function: String,
    /// Whether it is the handler of an operation (it has `#[utoipa::path(…)]`), and not something that
    /// one calls.
    pub is_handler: bool,
    /// [`ItemChange::item`]
    pub item: String,
}

/// Which functions of `sources` use an item of the crate `stub` (its name as in `use`) that changed.
/// `generated` are that crate's files after the change, or before it for what is gone.
///
/// A function uses what its signature and body name: by a path, or by a name that a `use` of the
/// file brings in; further what the functions of the same file use that it names; and the types
/// that the definitions of those types lead to, because a body of a request is seldom named but by
/// the request. Not found is what only inference brings in (a method's result that is not
/// named), and what comes through a glob import or another file: the compiler finds those.
///
/// # Errors
/// When one of the texts is no Rust.
pub fn touched(
    sources: &Files,
    stub: &str,
    generated: &Files,
    changes: &[ItemChange],
) -> Result<Vec<Touched>, NotRust> {
    let graph = Graph::new(generated)?;
    // `Handlers` is used by whoever binds, and leads to every request of the document.
    let mut found = BTreeSet::new();
    for (file, text) in sources {
        let parsed = syn::parse_file(text).map_err(|source| NotRust { file: file.clone(), source })?;
        let imports = Imports::of(&parsed, stub);
        let functions = functions(&parsed);
        for (index, function) in functions.iter().enumerate() {
            let names = reached(index, &functions, &imports);
            let by_module: BTreeMap<String, BTreeSet<String>> = names
                .into_iter()
                .map(|(module, names)| (module.clone(), graph.reached(&module, names)))
                .collect();
            for change in changes {
                let uses = by_module.get(&change.module).is_some_and(|names| names.contains(base(change)));
                if uses {
                    found.insert(Touched {
                        file: file.clone(),
                        line: function.line,
                        function: function.name.clone(),
                        is_handler: function.is_handler,
                        item: change.item.clone(),
                    });
                }
            }
        }
    }
    Ok(found.into_iter().collect())
}

/// The type, function or constant that a change is of or in: `Integration` for
/// `rocketchat::types::Integration.name`.
fn base(change: &ItemChange) -> &str {
    let path = change.item.split('.').next().unwrap_or_default();
    let mut segments = path.split("::").skip(1);
    let is_module = |segment: &&str| segment.chars().next().is_some_and(char::is_lowercase);
    let first = segments.next().unwrap_or(path);
    if is_module(&first) { segments.next().unwrap_or(first) } else { first }
}

/// What names of a file mean in the generated crate.
#[derive(Debug, Default)]
struct Imports {
    /// Name in the file → module of the API and item.
    items: BTreeMap<String, (String, String)>,
    /// Name in the file → module of the API.
    modules: BTreeMap<String, String>,
    /// Names of the crate itself.
    crates: BTreeSet<String>,
}

impl Imports {
    fn of(file: &syn::File, stub: &str) -> Self {
        let mut imports = Self::default();
        imports.crates.insert(stub.to_owned());
        for item in &file.items {
            if let syn::Item::Use(item) = item {
                imports.add(&item.tree, &mut Vec::new(), stub);
            }
        }
        imports
    }

    fn add(&mut self, tree: &UseTree, path: &mut Vec<String>, stub: &str) {
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.to_string());
                self.add(&step.tree, path, stub);
                path.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add(tree, path, stub)),
            UseTree::Name(name) => self.name(path, &name.ident.to_string(), None, stub),
            UseTree::Rename(name) => {
                self.name(path, &name.ident.to_string(), Some(name.rename.to_string()), stub);
            }
            UseTree::Glob(_) => {}
        }
    }

    fn name(&mut self, path: &[String], name: &str, renamed: Option<String>, stub: &str) {
        let mut full: Vec<&str> = path.iter().map(String::as_str).collect();
        if name != "self" {
            full.push(name);
        }
        let local = renamed.or_else(|| full.last().map(|last| (*last).to_owned())).unwrap_or_default();
        match full.as_slice() {
            [first] if *first == stub => {
                self.crates.insert(local);
            }
            [first, module] if *first == stub => {
                self.modules.insert(local, (*module).to_owned());
            }
            [first, module, .., item] if *first == stub => {
                self.items.insert(local, ((*module).to_owned(), (*item).to_owned()));
            }
            _ => {}
        }
    }

    /// What a path leads to in the generated crate.
    fn resolve(&self, path: &[String]) -> Option<(String, String)> {
        let (first, rest) = path.split_first()?;
        if let Some(found) = self.items.get(first) {
            return Some(found.clone());
        }
        let (module, rest) = match self.modules.get(first) {
            Some(module) => (module, rest),
            None if self.crates.contains(first) => rest.split_first()?,
            None => return None,
        };
        let is_module = |segment: &String| segment.chars().next().is_some_and(char::is_lowercase);
        let item = rest.iter().find(|segment| !is_module(segment)).or_else(|| rest.first())?;
        Some((module.clone(), item.clone()))
    }
}

struct Function {
    name: String,
    /// Without the type.
    short: String,
    line: usize,
    is_handler: bool,
    paths: Vec<Vec<String>>,
    names: BTreeSet<String>,
}

fn functions(file: &syn::File) -> Vec<Function> {
    let mut found = Vec::new();
    for item in &file.items {
        match item {
            syn::Item::Fn(item) => {
                let is_handler = item.attrs.iter().any(|attribute| {
                    let path = attribute.path();
                    path.segments.len() == 2
                        && path.segments.iter().map(|step| step.ident.to_string()).eq(["utoipa", "path"])
                });
                let mut tokens = item.sig.to_token_stream();
                item.block.to_tokens(&mut tokens);
                found.push(function(None, &item.sig, is_handler, tokens));
            }
            syn::Item::Impl(item) => {
                let owner = super::collect::text(&item.self_ty);
                for member in &item.items {
                    if let syn::ImplItem::Fn(member) = member {
                        // The trait that is implemented may be what changes.
                        let mut tokens = member.sig.to_token_stream();
                        member.block.to_tokens(&mut tokens);
                        if let Some((_, interface, _)) = &item.trait_ {
                            interface.to_tokens(&mut tokens);
                        }
                        found.push(function(Some(&owner), &member.sig, false, tokens));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn function(
    owner: Option<&str>,
    signature: &syn::Signature,
    is_handler: bool,
    tokens: TokenStream,
) -> Function {
    let short = signature.ident.to_string();
    let name = owner.map_or_else(|| short.clone(), |owner| format!("{owner}::{short}"));
    let mut names = BTreeSet::new();
    identifiers(tokens.clone(), &mut names);
    let line = signature.ident.span().start().line;
    Function { name, short, line, is_handler, paths: paths(tokens), names }
}

/// Every `a::b::c` among tokens, however deep; also inside macros.
fn paths(tokens: TokenStream) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut pending = vec![tokens];
    while let Some(tokens) = pending.pop() {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 && !path.is_empty() {
                        found.push(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' && !path.is_empty() && colons < 2 => {
                    colons += 1;
                }
                other => {
                    if !path.is_empty() {
                        found.push(std::mem::take(&mut path));
                    }
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        pending.push(group.stream());
                    }
                }
            }
        }
        if !path.is_empty() {
            found.push(path);
        }
    }
    found
}

/// What a function names in the generated crate, by module, and what those name that it calls.
fn reached(start: usize, functions: &[Function], imports: &Imports) -> BTreeMap<String, BTreeSet<String>> {
    let mut seen = BTreeSet::from([start]);
    let mut pending = vec![start];
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    while let Some(function) = pending.pop().and_then(|index| functions.get(index)) {
        for (module, item) in function.paths.iter().filter_map(|path| imports.resolve(path)) {
            found.entry(module).or_default().insert(item);
        }
        for (index, other) in functions.iter().enumerate() {
            if function.names.contains(&other.short) && seen.insert(index) {
                pending.push(index);
            }
        }
    }
    found
}

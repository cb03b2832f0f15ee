//! Which generated types mention which others.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

use super::{Files, NotRust};

/// For each module of an API: its types, and the names that their definitions mention.
pub(super) struct Graph {
    modules: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl Graph {
    pub(super) fn new(files: &Files) -> Result<Self, NotRust> {
        let mut modules: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for (path, text) in files {
            let Some((module, _)) = path.split_once('/') else { continue };
            let file = syn::parse_file(text).map_err(|source| NotRust { file: path.clone(), source })?;
            let types = modules.entry(module.to_owned()).or_default();
            for item in file.items {
                let (name, tokens) = match item {
                    syn::Item::Struct(item) => (item.ident.to_string(), item.fields.to_token_stream()),
                    syn::Item::Enum(item) => (item.ident.to_string(), item.variants.to_token_stream()),
                    syn::Item::Type(item) => (item.ident.to_string(), item.ty.to_token_stream()),
                    _ => continue,
                };
                identifiers(tokens, types.entry(name).or_default());
            }
        }
        Ok(Self { modules })
    }

    /// The names, and all that their definitions lead to.
    pub(super) fn reached(&self, module: &str, names: BTreeSet<String>) -> BTreeSet<String> {
        let Some(types) = self.modules.get(module) else { return names };
        let mut pending: Vec<String> = names.iter().cloned().collect();
        let mut reached = names;
        while let Some(name) = pending.pop() {
            for mentioned in types.get(&name).into_iter().flatten() {
                if types.contains_key(mentioned) && reached.insert(mentioned.clone()) {
                    pending.push(mentioned.clone());
                }
            }
        }
        reached
    }
}

/// Every identifier among tokens, however deep.
pub(super) fn identifiers(tokens: TokenStream, into: &mut BTreeSet<String>) {
    let mut pending = vec![tokens];
    while let Some(tokens) = pending.pop() {
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    into.insert(name.to_string());
                }
                TokenTree::Group(group) => pending.push(group.stream()),
                _ => {}
            }
        }
    }
}

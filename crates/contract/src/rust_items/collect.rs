//! The public items of generated files.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use syn::{Fields, ImplItem, Item, TraitItem, UseTree, Visibility};

use super::{Files, NotRust};

/// An item that a caller can name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// Type, signature, or the head of a type's definition.
    pub(super) text: String,
    /// Traits that a type is known to have.
    pub(super) traits: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `open` when callers cannot write the struct out or match the enum exhaustively.
    Struct {
        open: bool,
    },
    Enum {
        open: bool,
    },
    Trait,
    /// Of a struct, or of a variant.
    Field,
    Variant,
    /// What an implementation of the trait has to give.
    Required,
    Other,
}

/// Items by the path under which a caller reaches them first.
pub(super) type Items = BTreeMap<String, Entry>;

/// Collects the items of all files.
pub(super) fn items(files: &Files) -> Result<Items, NotRust> {
    let mut modules: BTreeMap<String, syn::File> = BTreeMap::new();
    for (path, text) in files {
        let parsed = syn::parse_file(text).map_err(|source| NotRust { file: path.clone(), source })?;
        modules.insert(module_of(path), parsed);
    }
    let names = public_names(&modules);
    let mut items = Items::new();
    for (module, file) in &modules {
        let mut collector = Collector { module, names: &names, items: &mut items };
        collector.items(&file.items);
    }
    Ok(items)
}

/// `rocketchat::types` for `rocketchat/types.rs`; empty for the root.
pub(super) fn module_of(path: &str) -> String {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let stem = stem.strip_suffix("/mod").unwrap_or(if stem == "mod" { "" } else { stem });
    stem.replace('/', "::")
}

/// How each module's items are reached.
#[derive(Debug, Default)]
struct Reach {
    /// All of them, under this path.
    all: Option<String>,
    /// Some of them, by name.
    some: BTreeMap<String, String>,
}

/// For every module: under which path its items are public. A module that its parent re-exports is
/// reached there, whether it is public itself or not.
fn public_names(modules: &BTreeMap<String, syn::File>) -> BTreeMap<String, Reach> {
    let mut reached: BTreeMap<String, Reach> = BTreeMap::new();
    reached.entry(String::new()).or_default().all = Some(String::new());
    // Parents come before their children in the order of the names.
    for (module, file) in modules {
        let Some(own) = reached.get(module).and_then(|reach| reach.all.clone()) else { continue };
        for item in &file.items {
            match item {
                Item::Mod(inner) if is_public(&inner.vis) => {
                    let name = join(module, &inner.ident.to_string());
                    let public = join(&own, &inner.ident.to_string());
                    reached.entry(name).or_default().all.get_or_insert(public);
                }
                Item::Use(import) if is_public(&import.vis) => {
                    re_export(module, &own, &import.tree, &mut reached);
                }
                _ => {}
            }
        }
    }
    reached
}

fn re_export(module: &str, own: &str, tree: &UseTree, reached: &mut BTreeMap<String, Reach>) {
    let UseTree::Path(path) = tree else { return };
    let inner = join(module, &path.ident.to_string());
    let reach = reached.entry(inner).or_default();
    let mut pending = vec![path.tree.as_ref()];
    while let Some(tree) = pending.pop() {
        match tree {
            UseTree::Glob(_) => reach.all = Some(own.to_owned()),
            UseTree::Name(name) => {
                reach.some.insert(name.ident.to_string(), join(own, &name.ident.to_string()));
            }
            UseTree::Rename(name) => {
                reach.some.insert(name.ident.to_string(), join(own, &name.rename.to_string()));
            }
            UseTree::Group(group) => pending.extend(&group.items),
            UseTree::Path(_) => {}
        }
    }
}

fn join(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

struct Collector<'a> {
    module: &'a str,
    names: &'a BTreeMap<String, Reach>,
    items: &'a mut Items,
}

impl Collector<'_> {
    /// The path of an item of this module, when it is public.
    fn path(&self, name: &syn::Ident) -> Option<String> {
        let reach = self.names.get(self.module)?;
        let name = name.to_string();
        let all = || reach.all.as_ref().map(|own| join(own, &name));
        reach.some.get(&name).cloned().or_else(all)
    }

    fn add(&mut self, path: String, kind: Kind, text: String) {
        match self.items.get_mut(&path) {
            // Its traits came first.
            Some(entry) => (entry.kind, entry.text) = (kind, text),
            None => {
                self.items.insert(path, Entry { kind, text, traits: BTreeSet::new() });
            }
        }
    }

    fn add_trait(&mut self, path: &str, name: String) {
        let empty = || Entry { kind: Kind::Other, text: String::new(), traits: BTreeSet::new() };
        self.items.entry(path.to_owned()).or_insert_with(empty).traits.insert(name);
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Struct(item) if is_public(&item.vis) => self.structure(item),
                Item::Enum(item) if is_public(&item.vis) => self.enumeration(item),
                Item::Trait(item) if is_public(&item.vis) => self.interface(item),
                Item::Fn(item) if is_public(&item.vis) => {
                    self.other(&item.sig.ident, text(&item.sig));
                }
                Item::Const(item) if is_public(&item.vis) => {
                    self.other(&item.ident, format!("const {}", text(&item.ty)));
                }
                Item::Static(item) if is_public(&item.vis) => {
                    self.other(&item.ident, format!("static {}", text(&item.ty)));
                }
                Item::Type(item) if is_public(&item.vis) => {
                    self.other(&item.ident, format!("{} = {}", head("type", &item.generics), text(&item.ty)));
                }
                Item::Impl(item) => self.implementation(item),
                Item::Macro(item) => self.invocation(item),
                _ => {}
            }
        }
    }

    fn other(&mut self, name: &syn::Ident, text: String) {
        if let Some(path) = self.path(name) {
            self.add(path, Kind::Other, text);
        }
    }

    fn structure(&mut self, item: &syn::ItemStruct) {
        let Some(path) = self.path(&item.ident) else { return };
        let hidden = item.fields.iter().any(|field| !is_public(&field.vis));
        let open = hidden || has_attribute(&item.attrs, "non_exhaustive");
        let shape = match &item.fields {
            Fields::Named(_) => "struct",
            Fields::Unnamed(_) => "tuple struct",
            Fields::Unit => "unit struct",
        };
        self.add(path.clone(), Kind::Struct { open }, head(shape, &item.generics));
        self.derives(&path, &item.attrs);
        self.fields(&path, &item.fields, true);
    }

    fn fields(&mut self, path: &str, fields: &Fields, only_public: bool) {
        for (index, field) in fields.iter().enumerate() {
            if only_public && !is_public(&field.vis) {
                continue;
            }
            let name = field.ident.as_ref().map_or_else(|| index.to_string(), plain);
            self.add(format!("{path}.{name}"), Kind::Field, text(&field.ty));
        }
    }

    fn enumeration(&mut self, item: &syn::ItemEnum) {
        let Some(path) = self.path(&item.ident) else { return };
        let open = has_attribute(&item.attrs, "non_exhaustive");
        self.add(path.clone(), Kind::Enum { open }, head("enum", &item.generics));
        self.derives(&path, &item.attrs);
        for variant in &item.variants {
            let own = format!("{path}::{}", variant.ident);
            match &variant.fields {
                Fields::Named(_) => {
                    self.add(own.clone(), Kind::Variant, "{ … }".to_owned());
                    self.fields(&own, &variant.fields, false);
                }
                fields => self.add(own, Kind::Variant, text(fields)),
            }
        }
    }

    fn interface(&mut self, item: &syn::ItemTrait) {
        let Some(path) = self.path(&item.ident) else { return };
        let head = format!("{} {}", head("trait", &item.generics), text(&item.supertraits));
        self.add(path.clone(), Kind::Trait, head.trim_end().to_owned());
        for member in &item.items {
            let (name, text, has_default) = match member {
                TraitItem::Fn(function) => {
                    (&function.sig.ident, text(&function.sig), function.default.is_some())
                }
                TraitItem::Type(inner) => {
                    (&inner.ident, format!("type {}", text(&inner.bounds)), inner.default.is_some())
                }
                TraitItem::Const(inner) => {
                    (&inner.ident, format!("const {}", text(&inner.ty)), inner.default.is_some())
                }
                _ => continue,
            };
            let kind = if has_default { Kind::Other } else { Kind::Required };
            self.add(format!("{path}::{name}"), kind, text);
        }
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let syn::Type::Path(target) = item.self_ty.as_ref() else { return };
        let Some(name) = target.path.segments.last() else { return };
        let Some(path) = self.path(&name.ident) else { return };
        if let Some((_, interface, _)) = &item.trait_ {
            self.add_trait(&path, text(interface));
            return;
        }
        for member in &item.items {
            match member {
                ImplItem::Fn(function) if is_public(&function.vis) => {
                    self.add(format!("{path}::{}", function.sig.ident), Kind::Other, text(&function.sig));
                }
                ImplItem::Const(inner) if is_public(&inner.vis) => {
                    let text = format!("const {}", text(&inner.ty));
                    self.add(format!("{path}::{}", inner.ident), Kind::Other, text);
                }
                _ => {}
            }
        }
    }

    /// A macro that is called in a module. What it makes is known by the generator's conventions:
    /// `operation!` makes a constant, any other gives traits to the type that it names first.
    fn invocation(&mut self, item: &syn::ItemMacro) {
        let Some(called) = item.mac.path.segments.last() else { return };
        // It lists types, and gives none of them anything that callers see.
        if called.ident == "type_schemas" {
            return;
        }
        let Some(proc_macro2::TokenTree::Ident(name)) = item.mac.tokens.clone().into_iter().next() else {
            return;
        };
        let Some(path) = self.path(&name) else { return };
        if called.ident == "operation" {
            self.add(path, Kind::Other, format!("const by {}!", called.ident));
        } else {
            self.add_trait(&path, format!("{}!", called.ident));
        }
    }

    fn derives(&mut self, path: &str, attributes: &[syn::Attribute]) {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            // A derive that cannot be read is no Rust, which the compiler says better.
            let _ = attribute.parse_nested_meta(|meta| {
                let name = meta.path.segments.last().map(|segment| segment.ident.to_string());
                self.add_trait(path, name.unwrap_or_default());
                Ok(())
            });
        }
    }
}

/// The word for a kind of item, with the item's generic parameters.
fn head(word: &str, generics: &syn::Generics) -> String {
    format!("{word} {}", text(generics)).trim_end().to_owned()
}

fn has_attribute(attributes: &[syn::Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(name))
}

/// A raw identifier is the same name.
fn plain(name: &syn::Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map_or(name.clone(), str::to_owned)
}

/// Tokens as a person writes them, near enough to read.
pub(super) fn text(tokens: &impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (from, to) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" < ", "<"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        ("& ", "&"),
        (" :", ":"),
        (" ;", ";"),
        ("[ ", "["),
        (" ]", "]"),
    ] {
        text = text.replace(from, to);
    }
    text.replace("->", " -> ").replace("  ", " ").replace("- >", "->").trim().to_owned()
}

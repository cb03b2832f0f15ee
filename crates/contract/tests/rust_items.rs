//! What regeneration does to public Rust items, and whom it touches.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::path::Path;

use unplug_contract::rust_items::{Change, Effect, Files, ItemChange, compare, effects, touched};

/// An API's files with this text for the types and this for the operations.
fn files(types: &str, operations: &str) -> Files {
    let module = "mod operations;\npub mod types;\nmod hidden;\npub use operations::*;\npub use types::*;\n\
                  pub use hidden::{Shown, Other as Renamed};\n";
    let hidden = "pub struct Shown; pub struct Other; pub struct Unseen { pub a: u8 }";
    [
        ("mod.rs", "pub mod shop;\n"),
        ("shop/mod.rs", module),
        ("shop/types.rs", types),
        ("shop/operations.rs", operations),
        ("shop/hidden.rs", hidden),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn changes(before: &str, after: &str) -> Vec<ItemChange> {
    compare(&files(before, ""), &files(after, "")).unwrap()
}

/// What is said of one change, and of its reverse.
#[track_caller]
fn check(before: &str, after: &str, there: &[&str], back: &[&str]) {
    for (one, two, expected) in [(before, after, there), (after, before, back)] {
        let found: Vec<String> = changes(one, two).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "from `{one}` to `{two}`");
    }
}

#[test]
fn nothing_is_found_where_nothing_changed() {
    let text = "/// A\n#[derive(Clone)] pub struct A { pub a: u8 } impl A { pub fn f(&self) {} } pub enum E { X, Y }";
    let other = "#[derive(Clone)]\n/// B\npub struct A {\n/// a\n#[serde(rename = \"b\")] pub a: u8 }\n\
                 pub enum E { Y, X }\nimpl A { pub fn f(&self) { panic!() } fn g() {} }\nfn h() {}";
    assert!(changes(text, other).is_empty());
}

#[test]
fn items_come_and_go() {
    let gone = ["breaking `shop::A`: removed"];
    for (item, kind) in [
        ("pub struct A { pub a: u8 }", "struct"),
        ("pub enum A { X }", "enum"),
        ("pub type A = u8;", "type = u8"),
        ("pub const A: u8 = 1;", "const u8"),
        ("pub trait A { fn f(); }", "trait"),
    ] {
        check("", item, &[format!("additive `shop::A`: new, `{kind}`").as_str()], &gone);
    }
    check("", "operation!(A: 1);", &["additive `shop::A`: new, `const by operation!`"], &gone);
    check(
        "",
        "pub fn a(b: &'static str) -> Option<Vec<u8>> { None }",
        &["additive `shop::a`: new, `fn a(b: &'static str) -> Option<Vec<u8>>`"],
        &["breaking `shop::a`: removed"],
    );
}

#[test]
fn a_literal_lacks_a_new_field() {
    check(
        "pub struct A { pub a: u8 }",
        "pub struct A { pub a: u8, pub b: u8 }",
        &["breaking `shop::A.b`: new required field `u8`; needed wherever the struct is written out"],
        &["breaking `shop::A.b`: removed"],
    );
    check(
        "pub struct A { pub a: u8 }",
        "pub struct A { pub a: u8, pub r#type: Option<u8> }",
        &[
            "breaking `shop::A.type`: new field `Option<u8>`; `None` will do wherever the struct is written out",
        ],
        &["breaking `shop::A.type`: removed"],
    );
    // Where nobody can write it out, nobody is hurt.
    for before in ["#[non_exhaustive] pub struct A { pub a: u8 }", "pub struct A { pub a: u8, c: u8 }"] {
        let after = before.replace("pub a: u8", "pub a: u8, pub b: u8");
        check(before, &after, &["additive `shop::A.b`: new, `u8`"], &["breaking `shop::A.b`: removed"]);
    }
}

#[test]
fn a_match_does_not_cover_a_new_variant() {
    check(
        "pub enum A { X }",
        "pub enum A { X, Y(String) }",
        &["breaking `shop::A::Y`: new variant with `(String)`; a `match` without `_` does not cover it"],
        &["breaking `shop::A::Y`: removed"],
    );
    check(
        "#[non_exhaustive] pub enum A { X }",
        "#[non_exhaustive] pub enum A { X, Y }",
        &["additive `shop::A::Y`: new"],
        &["breaking `shop::A::Y`: removed"],
    );
    check(
        "pub enum A { X(u8) }",
        "pub enum A { X(u16) }",
        &["breaking `shop::A::X`: was `(u8)`, is `(u16)`"],
        &["breaking `shop::A::X`: was `(u16)`, is `(u8)`"],
    );
    check(
        "pub enum A { X { a: u8 } }",
        "pub enum A { X { a: u8, b: u8 } }",
        &["breaking `shop::A::X.b`: new required field `u8`; needed wherever the struct is written out"],
        &["breaking `shop::A::X.b`: removed"],
    );
}

#[test]
fn types_and_signatures_change() {
    check(
        "pub struct A { pub a: Vec<u8> }",
        "pub struct A { pub a: Option<Vec<u8>> }",
        &["breaking `shop::A.a`: was `Vec<u8>`, is `Option<Vec<u8>>`"],
        &["breaking `shop::A.a`: was `Option<Vec<u8>>`, is `Vec<u8>`"],
    );
    check(
        "pub struct A; impl A { pub fn f(&self, a: u8) {} pub const C: u8 = 1; }",
        "pub struct A; impl A { pub fn f(&self) {} pub const C: u16 = 1; }",
        &[
            "breaking `shop::A::C`: was `const u8`, is `const u16`",
            "breaking `shop::A::f`: was `fn f(&self, a: u8)`, is `fn f(&self)`",
        ],
        &[
            "breaking `shop::A::C`: was `const u16`, is `const u8`",
            "breaking `shop::A::f`: was `fn f(&self)`, is `fn f(&self, a: u8)`",
        ],
    );
    check(
        "pub struct A { pub a: u8 }",
        "pub enum A { X }",
        // What was inside is gone with it.
        &["breaking `shop::A`: was `struct`, is `enum`"],
        &["breaking `shop::A`: was `enum`, is `struct`"],
    );
    check(
        "pub struct A<T> { pub a: T }",
        "pub struct A<T: Clone> { pub a: T }",
        &["breaking `shop::A`: was `struct <T>`, is `struct <T: Clone>`"],
        &["breaking `shop::A`: was `struct <T: Clone>`, is `struct <T>`"],
    );
    check(
        "pub enum A { X }",
        "#[non_exhaustive] pub enum A { X }",
        &["breaking `shop::A`: was `enum, exhaustive`, is `enum, non-exhaustive`"],
        &[],
    );
    check(
        "pub type A = u8;",
        "pub type A = u16;",
        &["breaking `shop::A`: was `type = u8`, is `type = u16`"],
        &["breaking `shop::A`: was `type = u16`, is `type = u8`"],
    );
}

#[test]
fn types_gain_and_lose_traits() {
    for (with, name) in [
        ("#[derive(Clone, Default)] pub struct A;", "Default"),
        ("#[derive(Clone)] pub struct A; impl Default for A { fn default() -> Self { A } }", "Default"),
        ("#[derive(Clone)] pub struct A; impl From<u8> for A { fn from(_: u8) -> Self { A } }", "From<u8>"),
        ("#[derive(Clone)] pub struct A; value::open_text!(A);", "open_text!"),
        ("#[derive(Clone, serde::Serialize)] pub struct A;", "Serialize"),
    ] {
        check(
            "#[derive(Clone)] pub struct A;",
            with,
            &[format!("additive `shop::A`: is now `{name}`").as_str()],
            &[format!("breaking `shop::A`: is no longer `{name}`").as_str()],
        );
    }
}

#[test]
fn a_trait_asks_for_more() {
    check(
        "pub trait A { fn f(); }",
        "pub trait A { fn f(); type T: Send; fn g() {} }",
        &["breaking `shop::A::T`: `type Send` is to be implemented", "additive `shop::A::g`: new, `fn g()`"],
        &["breaking `shop::A::T`: removed", "breaking `shop::A::g`: removed"],
    );
}

#[test]
fn only_what_is_reached_counts_and_where_it_is_reached() {
    let names = |text: &str, operations: &str| -> Vec<String> {
        let found = compare(&Files::new(), &files(text, operations)).unwrap();
        found.into_iter().map(|change| change.item).collect()
    };
    assert_eq!(
        names("pub struct A; struct B; pub(crate) struct C;", "pub struct D;"),
        ["shop::A", "shop::D", "shop::Renamed", "shop::Shown"]
    );
}

#[test]
fn each_module_has_its_effect() {
    let (mut before, mut after) = (files("pub struct A;", ""), files("pub struct A; pub struct B;", ""));
    before.insert("mod.rs".to_owned(), "pub mod shop; pub mod other;".to_owned());
    after.insert("mod.rs".to_owned(), "pub mod shop; pub mod other;".to_owned());
    before.insert("other/mod.rs".to_owned(), "pub struct X;".to_owned());
    after.insert("other/mod.rs".to_owned(), String::new());
    let found = compare(&before, &after).unwrap();
    let effects: Vec<_> = effects(&before, &after, &found).into_iter().collect();
    assert_eq!(effects, [("other".to_owned(), Effect::Breaking), ("shop".to_owned(), Effect::Additive)]);
    assert_eq!(compare(&files("struct", ""), &after).unwrap_err().file, "shop/types.rs");
}

const HANDLERS: &str = "\
use stub_crate::shop::{self as stub, Item, AddRequest as Sent};
use stub_crate::Fault;

#[utoipa::path(post, path = \"/items\")]
async fn add_item(
    request: Sent,
) -> Result<(), Fault> {
    Ok(helper())
}

#[utoipa::path(get, path = \"/items\")]
async fn list_items() -> Vec<Item> {
    vec![]
}

fn helper() {
    let _ = vec![stub_crate::shop::types::Color::Red];
}

struct Guard;

impl stub::Security for Guard {
    fn reject(&self) {}
}
";

#[test]
fn handlers_that_use_what_changed_are_found() {
    let before = "pub struct Item { pub name: Name } pub struct Name { pub a: u8 } pub enum Color { Red } \
                  pub trait Security { fn reject(&self); }";
    let operations = "pub struct AddRequest { pub body: super::types::Body }";
    let after = before
        .replace("pub a: u8", "pub a: u16")
        .replace("Red }", "Red, Blue }")
        .replace("fn reject(&self);", "fn reject(&self); fn more(&self);");
    let before = files(&format!("{before} pub struct Body {{ pub b: u8 }}"), operations);
    let after = files(&format!("{after} pub struct Body {{ pub b: u8, pub c: u8 }}"), operations);
    let found = compare(&before, &after).unwrap();
    let sources = Files::from([("handlers/shop.rs".to_owned(), HANDLERS.to_owned())]);
    let uses = touched(&sources, "stub_crate", &after, &found).unwrap();
    let uses: Vec<String> = uses
        .iter()
        .map(|found| {
            let kind = if found.is_handler { "handler" } else { "function" };
            format!("{}:{} {kind} {}: {}", found.file, found.line, found.function, found.item)
        })
        .collect();
    assert_eq!(
        uses,
        [
            "handlers/shop.rs:5 handler add_item: shop::Body.c",
            "handlers/shop.rs:5 handler add_item: shop::Color::Blue",
            "handlers/shop.rs:12 handler list_items: shop::Name.a",
            "handlers/shop.rs:16 function helper: shop::Color::Blue",
            "handlers/shop.rs:23 function Guard::reject: shop::Security::more",
        ]
    );
    assert!(touched(&sources, "another_crate", &after, &found).unwrap().is_empty());
}

#[test]
fn the_generated_crates_of_this_workspace_are_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (side, expected) in [("client", "Client"), ("server-stub", "Handlers")] {
        let generated = root.join(side).join("src/generated");
        let mut files = Files::new();
        let mut pending = vec![generated.clone()];
        while let Some(path) = pending.pop() {
            for entry in std::fs::read_dir(path).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    pending.push(path);
                } else {
                    let name = path.strip_prefix(&generated).unwrap().to_string_lossy().replace('\\', "/");
                    files.insert(name, std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let found = compare(&Files::new(), &files).unwrap();
        for module in ["rocketchat", "kombo", "vercel"] {
            let item = format!("{module}::{expected}");
            assert!(found.iter().any(|change| change.item == item), "{item}");
            // What is new is named once, not with everything in it.
            assert!(!found.iter().any(|change| change.item.contains('.')));
        }
        assert!(found.iter().all(|change| matches!(change.change, Change::Added { .. })), "{found:#?}");
        assert!(compare(&files, &files).unwrap().is_empty());
    }
}

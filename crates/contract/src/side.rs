//! The two sides of a comparison, and how their places become files and lines.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use unplug_openapi::Document;
use unplug_openapi::ir::{Api, SchemaId};
use unplug_openapi::syntax::{Node, SourceFile};

use crate::finding::{Place, Site};
use crate::handlers::HandlerSources;
use crate::spot::Spot;

/// One of the two that are compared.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// What it says.
    pub api: &'a Api,
    /// How sentences call it, for example `in the document`.
    pub words: &'a str,
    /// The corrected tree, from which keys get their own lines.
    root: Option<&'a Node>,
    /// The sources, when this side is what handlers say of themselves.
    handlers: Option<&'a HandlerSources>,
}

impl<'a> Side<'a> {
    /// An API whose document is not at hand: places are those of whole schemas.
    #[must_use]
    pub fn new(api: &'a Api, words: &'a str) -> Self {
        Self { api, words, root: None, handlers: None }
    }

    /// A document: every keyword has its line.
    #[must_use]
    pub fn document(document: &'a Document, words: &'a str) -> Self {
        Self { api: &document.api, words, root: Some(&document.root), handlers: None }
    }

    /// What handlers say of themselves: places are lines of their sources.
    #[must_use]
    pub fn handlers(api: &'a Api, words: &'a str, sources: &'a HandlerSources) -> Self {
        Self { api, words, root: None, handlers: Some(sources) }
    }
}

/// What is compared.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Servers, webhooks and callbacks, and keywords that only concern generated code. Handlers do
    /// not say them.
    pub whole_document: bool,
    /// The generated Rust items, when they are known.
    pub rust: Option<&'a dyn RustNames>,
}

/// Which generated Rust items come from what.
pub trait RustNames {
    /// The items of an operation, by its id on the `before` side.
    fn operation(&self, id: &str) -> Vec<String>;
    /// The items that a schema of the `before` side became.
    fn schema(&self, id: SchemaId) -> Vec<String>;
}

/// Looks up lines. Every file is cut into lines once.
#[derive(Default)]
pub(crate) struct Places {
    lines: RefCell<HashMap<*const SourceFile, Arc<[usize]>>>,
}

/// Which operation of the handlers a place belongs to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Claim {
    pub(crate) id: String,
    pub(crate) path: String,
}

impl Places {
    pub(crate) fn site(&self, side: &Side<'_>, spot: &Spot<'_>, claim: Option<&Claim>) -> Site {
        let mut pointer = spot.pointer();
        let mut absent = spot.absent;
        let place = match side.handlers {
            Some(sources) => claim.and_then(|claim| {
                let described = sources.place(&claim.id, &claim.path, &spot.hints)?;
                Some(sources.schema_place(&pointer, &described).unwrap_or(described))
            }),
            None => self.in_document(side, spot, &mut pointer, &mut absent),
        };
        Site { pointer, absent, place }
    }

    fn in_document(
        &self,
        side: &Side<'_>,
        spot: &Spot<'_>,
        at: &mut String,
        absent: &mut bool,
    ) -> Option<Place> {
        let Some(location) = spot.location() else {
            let root = side.root?;
            if root.pointer(at).is_none() {
                at.clear();
            }
            return self.key(root, at).or_else(|| Some(self.line(&root.file, root.span.start)));
        };
        // A pointer into another file does not lead anywhere here, or to something else.
        let own = |root: &&Node| {
            root.pointer(&location.pointer)
                .is_some_and(|node| Arc::ptr_eq(&node.file, &location.file) && node.span == location.span)
        };
        if let Some(root) = side.root.filter(own) {
            // A keyword that has its default is often not written: the place is then what would hold it.
            while at.len() > location.pointer.len() && root.pointer(at).is_none() {
                at.truncate(at.rfind('/').unwrap_or_default());
                *absent = true;
            }
            if let Some(place) = self.key(root, at) {
                return Some(place);
            }
        }
        Some(self.line(&location.file, location.span.start))
    }

    /// The line of the key that leads to a value; of the value itself in a list.
    fn key(&self, root: &Node, at: &str) -> Option<Place> {
        let (parent, token) = at.rsplit_once('/')?;
        let parent = root.pointer(parent)?;
        match parent.member(&token.replace("~1", "/").replace("~0", "~")) {
            Some(member) => Some(self.line(&member.key_file, member.key_span.start)),
            None => root.pointer(at).map(|node| self.line(&node.file, node.span.start)),
        }
    }

    fn line(&self, file: &Arc<SourceFile>, offset: usize) -> Place {
        let mut known = self.lines.borrow_mut();
        let starts = known.entry(Arc::as_ptr(file)).or_insert_with(|| {
            let ends = file.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0);
        let end = starts.get(line).copied().unwrap_or(file.text.len());
        let text = file.text.get(start..end).unwrap_or_default().trim();
        Place { file: file.name.clone(), line, excerpt: shortened(text) }
    }
}

/// A document on one line would be its own excerpt.
fn shortened(text: &str) -> String {
    const MOST: usize = 160;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST).collect();
    format!("{start}…")
}

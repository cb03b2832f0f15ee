//! Files and lines of what a [`Locator`] means.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use unplug_openapi::syntax::{Node, SourceFile, pointer};

use crate::description::Description;
use crate::finding::{ReportedLocation, SourceLine};
use crate::locator::Locator;

/// Excerpts are cut beyond this many characters: a document on one line would be its own excerpt.
const MAX_EXCERPT: usize = 160;

/// Looks up lines. Every file is cut into lines once.
#[derive(Default)]
pub(crate) struct LineLookup {
    lines: RefCell<HashMap<*const SourceFile, Arc<[usize]>>>,
}

/// The operation of the handlers that a location belongs to.
#[derive(Clone, Debug, Default)]
pub(crate) struct HandlerKey {
    pub(crate) id: String,
    pub(crate) path: String,
}

impl LineLookup {
    pub(crate) fn report(
        &self,
        description: &Description<'_>,
        locator: &Locator<'_>,
        key: Option<&HandlerKey>,
    ) -> ReportedLocation {
        let mut pointer = locator.pointer();
        let mut absent = locator.absent;
        let source = match description.handlers {
            Some(sources) => key.and_then(|key| {
                let described = sources.line(&key.id, &key.path, &locator.hints)?;
                Some(sources.schema_line(&pointer, &described).unwrap_or(described))
            }),
            None => self.in_document(description, locator, &mut pointer, &mut absent),
        };
        ReportedLocation { pointer, absent, source }
    }

    fn in_document(
        &self,
        description: &Description<'_>,
        locator: &Locator<'_>,
        at: &mut String,
        absent: &mut bool,
    ) -> Option<SourceLine> {
        let Some(location) = locator.location() else {
            let root = description.root?;
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
        if let Some(root) = description.root.filter(own) {
            // A keyword that has its default is often not written: the line is then that of what would hold it.
            while at.len() > location.pointer.len() && root.pointer(at).is_none() {
                at.truncate(at.rfind('/').unwrap_or_default());
                *absent = true;
            }
            if let Some(line) = self.key(root, at) {
                return Some(line);
            }
        }
        Some(self.line(&location.file, location.span.start))
    }

    /// The line of the key that leads to a value; of the value itself in a list.
    fn key(&self, root: &Node, at: &str) -> Option<SourceLine> {
        let (parent, token) = at.rsplit_once('/')?;
        let parent = root.pointer(parent)?;
        match parent.member(&pointer::unescaped(token)) {
            Some(member) => Some(self.line(&member.key_file, member.key_span.start)),
            None => root.pointer(at).map(|node| self.line(&node.file, node.span.start)),
        }
    }

    fn line(&self, file: &Arc<SourceFile>, offset: usize) -> SourceLine {
        let mut known = self.lines.borrow_mut();
        let starts = known.entry(Arc::as_ptr(file)).or_insert_with(|| {
            let ends = file.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0);
        let end = starts.get(line).copied().unwrap_or(file.text.len());
        let text = file.text.get(start..end).unwrap_or_default().trim();
        SourceLine { file: file.name.clone(), line, excerpt: shortened(text) }
    }
}

pub(crate) fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_EXCERPT {
        return text.to_owned();
    }
    let start: String = text.chars().take(MAX_EXCERPT).collect();
    format!("{start}…")
}

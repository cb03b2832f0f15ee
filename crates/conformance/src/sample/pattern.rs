//! Texts that match a regular expression of ECMA-262.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

/// Text longer than this is of no use.
const MOST: usize = 4096;

/// A text that should match: the shortest for `extra` 0, with more repetitions for greater ones.
/// `None` when the expression is not one of those that are understood, for example because it looks
/// around.
pub(super) fn text(pattern: &str, extra: u32) -> Option<String> {
    // ECMAScript's classes are of ASCII.
    let ascii = pattern.replace("\\d", "[0-9]").replace("\\w", "[A-Za-z0-9_]");
    let mut parser = ParserBuilder::new().unicode(true).utf8(true).build();
    // Within a class the brackets nest, which is read as the same.
    let hir =
        parser.parse(&ascii).or_else(|_| parser.parse(&without_lookarounds(&ascii)?).map_err(|_| ())).ok()?;
    let mut text = String::new();
    write(&hir, extra, &mut text)?;
    Some(text)
}

/// The expression without what only looks around; whatever is made of it is tried on the whole one.
fn without_lookarounds(pattern: &str) -> Result<String, ()> {
    let mut rest = pattern;
    let mut plain = String::new();
    while let Some(start) = ["(?=", "(?!", "(?<=", "(?<!"].iter().filter_map(|look| rest.find(look)).min() {
        plain.push_str(&rest[..start]);
        let mut depth = 0_usize;
        let end = rest[start..].char_indices().find(|(_, character)| {
            match character {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        });
        let (end, _) = end.ok_or(())?;
        rest = &rest[start + end + 1..];
    }
    plain.push_str(rest);
    if plain.len() == pattern.len() { Err(()) } else { Ok(plain) }
}

fn write(hir: &Hir, extra: u32, text: &mut String) -> Option<()> {
    if text.len() > MOST {
        return None;
    }
    match hir.kind() {
        // Anchors and word boundaries are checked afterwards.
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => text.push(character(class, extra)?),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            for _ in 0..repetition.min.saturating_add(extra).min(most) {
                write(&repetition.sub, extra, text)?;
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, extra, text)?,
        HirKind::Concat(parts) => {
            for part in parts {
                write(part, extra, text)?;
            }
        }
        HirKind::Alternation(branches) => {
            let at = usize::try_from(extra).unwrap_or(0) % branches.len().max(1);
            write(branches.get(at)?, extra, text)?;
        }
    }
    Some(())
}

/// A character of a class; letters and digits before others.
fn character(class: &Class, extra: u32) -> Option<char> {
    let usual = ['a', 'A', '0', 'z', '7', '-', '_'];
    let shifted = usual.iter().cycle().skip(usize::try_from(extra).unwrap_or(0) % usual.len());
    match class {
        Class::Unicode(class) => {
            let has = |c: &char| class.ranges().iter().any(|range| range.start() <= *c && *c <= range.end());
            let usual = shifted.take(usual.len()).copied().find(has);
            usual.or_else(|| {
                let visible = |c: &char| !c.is_control() && !c.is_whitespace();
                let mut starts = class.ranges().iter().map(regex_syntax::hir::ClassUnicodeRange::start);
                starts.clone().find(visible).or_else(|| starts.next())
            })
        }
        Class::Bytes(class) => class.ranges().first().map(|range| char::from(range.start())),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "tests")]
mod tests {
    use super::text;

    #[test]
    fn texts_match_their_patterns() {
        for pattern in [
            "^[a-z]{3,5}$",
            "^\\d{4}-\\d{2}-\\d{2}$",
            "(foo|bar)+",
            "^[A-Za-z0-9_-]+$",
            "^#[0-9a-fA-F]{6}$",
            "^\\/v\\d+\\/[^/]+$",
            "^urn:[a-z0-9][a-z0-9-]{0,31}:.+$",
        ] {
            let regex = regress::Regex::with_flags(pattern, "u").expect(pattern);
            for extra in 0..3 {
                let text = text(pattern, extra).expect(pattern);
                assert!(regex.find(&text).is_some(), "{pattern}: {text:?}");
            }
        }
    }

    #[test]
    fn what_looks_around_is_left_out() {
        assert_eq!(text("^(?!a)[a-c]{2}$", 0).as_deref(), Some("aa"));
        assert_eq!(text("(", 0), None);
    }
}

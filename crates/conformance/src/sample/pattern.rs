//! Texts that match a regular expression of ECMA-262.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::ecma;

/// Text longer than this is of no use.
const MAX_TEXT_LENGTH: usize = 1 << 16;

/// A text that should match: the shortest for `extra` 0, with more repetitions and other
/// characters for greater ones. What looks around is left out of account, so the text has to be
/// matched afterwards. `None` when the expression is not one of those that are understood.
pub(super) fn text(pattern: &str, extra: u32) -> Option<String> {
    let portable = ecma::portable(pattern);
    let hir = ParserBuilder::new().unicode(true).utf8(true).build().parse(&portable).ok()?;
    let mut text = String::new();
    write(&hir, extra, &mut text)?;
    Some(text)
}

/// Characters that are taken before others.
const USUAL: [char; 10] = ['a', 'A', '0', 'z', '7', '-', '_', 'b', 'F', '3'];
/// Characters of a class that are looked at.
const MAX_CLASS_CHARACTERS: usize = 64;
const MAX_RANGE_CHARACTERS: usize = 16;

fn write(hir: &Hir, extra: u32, text: &mut String) -> Option<()> {
    if text.len() > MAX_TEXT_LENGTH {
        return None;
    }
    match hir.kind() {
        // Anchors and word boundaries are checked afterwards.
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => text.push(character(class, extra, text.len())?),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            for turn in 0..repetition.min.saturating_add(extra).min(most) {
                let before = text.len();
                write(&repetition.sub, extra.wrapping_add(turn / 7), text)?;
                if text.len() == before || text.len() > MAX_TEXT_LENGTH {
                    break;
                }
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

/// A character of a class; letters and digits before others. Neighbours in a text differ for most
/// `extra`.
fn character(class: &Class, extra: u32, at: usize) -> Option<char> {
    let characters = match class {
        Class::Unicode(class) => class
            .ranges()
            .iter()
            .flat_map(|range| (range.start()..=range.end()).take(MAX_RANGE_CHARACTERS))
            .take(MAX_CLASS_CHARACTERS)
            .collect(),
        Class::Bytes(class) => {
            class.ranges().iter().map(|range| char::from(range.start())).collect::<Vec<_>>()
        }
    };
    let has = |c: &char| match class {
        Class::Unicode(class) => class.ranges().iter().any(|range| range.start() <= *c && *c <= range.end()),
        Class::Bytes(_) => characters.contains(c),
    };
    let visible = |c: &char| !c.is_control() && !c.is_whitespace();
    let mut usable: Vec<char> = USUAL.iter().copied().filter(has).collect();
    if usable.len() < USUAL.len() {
        let more: Vec<char> =
            characters.iter().copied().filter(visible).filter(|c| !usable.contains(c)).collect();
        usable.extend(more);
    }
    let extra = usize::try_from(extra).unwrap_or(0);
    let chosen = extra.wrapping_add(at.wrapping_mul(extra / 3));
    if usable.is_empty() {
        return characters.first().copied();
    }
    usable.get(chosen % usable.len()).copied()
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
            "^\\u0041[\\u0042-\\u0044]$",
        ] {
            let regex = regress::Regex::with_flags(pattern, "u").expect(pattern);
            for extra in 0..3 {
                let text = text(pattern, extra).expect(pattern);
                assert!(regex.find(&text).is_some(), "{pattern}: {text:?}");
            }
        }
    }

    #[test]
    fn many_repetitions_of_nothing_end() {
        assert_eq!(text("^(a?){1000000}$", 0).as_deref(), Some(""));
        assert!(text("^(((a{1000}){1000}){1000}){1000}$", 0).is_none());
    }

    #[test]
    fn what_looks_around_is_left_out_of_account() {
        assert_eq!(text("(", 0), None);
        assert_eq!(text("^(?!a)b$", 0).as_deref(), Some("b"));
    }
}

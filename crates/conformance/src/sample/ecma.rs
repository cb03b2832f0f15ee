//! Regular expressions of ECMA-262 in the words of `regex-syntax`.

use std::iter::Peekable;
use std::str::Chars;

/// The expression without what looks around, and with escapes that both know. The two languages
/// agree on the rest that published documents use; what they do not agree on is found out when
/// the text is matched.
pub(super) fn portable(pattern: &str) -> String {
    let mut portable = String::with_capacity(pattern.len());
    let mut rest = pattern.chars().peekable();
    let mut in_class = false;
    while let Some(character) = rest.next() {
        match character {
            '\\' => escape(&mut rest, in_class, &mut portable),
            '[' if in_class => portable.push_str("\\["),
            '[' => {
                in_class = true;
                portable.push('[');
                if rest.next_if_eq(&'^').is_some() {
                    portable.push('^');
                }
            }
            ']' if in_class => {
                in_class = false;
                portable.push(']');
            }
            // Set operations of the one are plain characters of the other.
            '&' | '~' if in_class => {
                portable.push('\\');
                portable.push(character);
            }
            '(' if !in_class => group(&mut rest, &mut portable),
            _ => portable.push(character),
        }
    }
    portable
}

fn escape(rest: &mut Peekable<Chars<'_>>, in_class: bool, portable: &mut String) {
    match rest.next() {
        Some('u') if rest.peek() == Some(&'{') => portable.push_str("\\x"),
        Some('u') => {
            portable.push_str("\\x{");
            portable.extend(rest.by_ref().take(4));
            portable.push('}');
        }
        Some('c') => {
            let control = rest.next().map_or(0, |letter| u32::from(letter) % 32);
            // No more than a letter's number: two hexadecimal digits.
            portable.push_str("\\x");
            portable
                .extend([control / 16, control % 16].iter().filter_map(|digit| char::from_digit(*digit, 16)));
        }
        Some('0') => portable.push_str("\\x00"),
        Some('/') => portable.push('/'),
        Some(kind @ ('d' | 'D' | 's' | 'S' | 'w' | 'W')) => {
            // Its digits and word characters are those of ASCII.
            match kind {
                'd' if in_class => portable.push_str("0-9"),
                'w' if in_class => portable.push_str("A-Za-z0-9_"),
                'd' => portable.push_str("[0-9]"),
                'w' => portable.push_str("[A-Za-z0-9_]"),
                _ => portable.extend(['\\', kind]),
            }
            // `[\w-.]`: a kind of characters begins no range.
            if in_class && rest.next_if_eq(&'-').is_some() {
                portable.push_str("\\-");
            }
        }
        Some(other) => {
            let known = other.is_ascii_punctuation() || "nrtvfbBpPx".contains(other);
            if known {
                portable.push('\\');
            }
            portable.push(other);
        }
        None => {}
    }
}

/// After `(`: a group that looks around is skipped.
fn group(rest: &mut Peekable<Chars<'_>>, portable: &mut String) {
    let ahead: String = rest.clone().take(3).collect();
    let looks = ["?=", "?!", "?<=", "?<!"].iter().any(|kind| ahead.starts_with(kind));
    if !looks {
        portable.push('(');
        return;
    }
    let (mut depth, mut in_class) = (1, false);
    while let Some(character) = rest.next() {
        match character {
            '\\' => {
                rest.next();
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::portable;

    #[test]
    fn what_only_one_language_knows_is_translated() {
        for (pattern, expected) in [
            ("^(?!.*[)]x)a(b)$", "^a(b)$"),
            ("(?<=a\\))b", "b"),
            ("[\\w-.]\\d", "[A-Za-z0-9_\\-.][0-9]"),
            ("\\cA", "\\x01"),
            ("[[&]", "[\\[\\&]"),
            ("\\u00e4\\/\\-", "\\x{00e4}/\\-"),
            ("(?<name>a)(?:b)", "(?<name>a)(?:b)"),
        ] {
            assert_eq!(portable(pattern), expected, "{pattern}");
        }
    }
}

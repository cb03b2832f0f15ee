//! Parameters in the path.

/// The length in bytes of the first of two parameters that stand together, without text between
/// them, in a path segment: the second begins with the `;` or `.` of its style, otherwise the first
/// has one character. `None` when there is nothing.
#[must_use]
pub fn length_of_first(together: &str) -> Option<usize> {
    let first = together.chars().next()?.len_utf8();
    let second = together[first..].find(';').or_else(|| together[first..].find('.'));
    Some(second.map_or(first, |start| first + start))
}

#[cfg(test)]
mod tests {
    use super::length_of_first;

    #[test]
    fn a_style_prefix_ends_the_first() {
        for (together, length) in [
            ("", None),
            ("a", Some(1)),
            ("ab", Some(1)),
            ("éb", Some(2)),
            ("ab;x=1", Some(2)),
            (";x=1;y=2", Some(4)),
            ("a.b;c", Some(3)),
            ("ab.c", Some(2)),
        ] {
            assert_eq!(length_of_first(together), length, "{together}");
        }
    }
}

//! The word that was probably meant.

/// Words that are looked for among names of the document, of which there may be any number.
const MAX_SEARCHES: usize = 200;

/// Looks for what was meant, as long as that does not take too long altogether.
#[derive(Default)]
pub(crate) struct Suggestions {
    asked: usize,
}

impl Suggestions {
    /// As [`nearest`], and nothing once many words have been looked for.
    pub(super) fn nearest<'a>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        self.asked += 1;
        if self.asked > MAX_SEARCHES { None } else { nearest(word, candidates) }
    }

    /// The name that differs least from `word`, when they have most letters in common.
    pub(crate) fn closest<'a>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        self.asked += 1;
        // The work grows with the square of the length.
        if self.asked > MAX_SEARCHES || word.len() > 300 { None } else { closest(word, candidates) }
    }
}

/// As `nearest`, but for longer names, which are changed in more than one letter.
fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).max(2);
    least(word, candidates, allowed)
}

/// The candidate that differs least from `word`, when the difference looks like a slip.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = match word.chars().count() {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    least(word, candidates, allowed)
}

fn least<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, allowed: usize) -> Option<&'a str> {
    candidates
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= 2 * allowed)
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters are added, left out, replaced, or swapped with their neighbour; case counts
/// for nothing.
fn distance(one: &str, two: &str) -> usize {
    strsim::osa_distance(&one.to_lowercase(), &two.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let fields = ["operationId", "parameters", "responses"];
        assert_eq!(nearest("operationID", fields), Some("operationId"));
        assert_eq!(nearest("paramaters", fields), Some("parameters"));
        assert_eq!(nearest("summary", fields), None);
        assert_eq!(nearest("qeury", ["query"]), Some("query"));
        assert_eq!(nearest("in", ["is"]), None);
    }
}

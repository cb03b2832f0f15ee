//! Which of several possibilities is taken.

/// Decisions, as the digits of a number: counting up goes through all of them in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice(u32);

impl Choice {
    pub(super) fn new(number: u32) -> Self {
        Self(number)
    }

    /// One of so many possibilities. The next decision is then independent of this one.
    pub(super) fn take(&mut self, possibilities: usize) -> usize {
        let Ok(radix) = u32::try_from(possibilities) else { return 0 };
        if radix < 2 {
            return 0;
        }
        let digit = self.0 % radix;
        self.0 /= radix;
        usize::try_from(digit).unwrap_or(0)
    }

    /// What `take` would give.
    pub(super) fn peek(mut self, possibilities: usize) -> usize {
        self.take(possibilities)
    }

    /// A later choice.
    pub(super) fn plus(self, offset: usize) -> Self {
        Self(self.0.wrapping_add(u32::try_from(offset).unwrap_or(0)))
    }

    pub(super) fn number(self) -> u32 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Choice;

    #[test]
    fn counting_up_covers_all_combinations() {
        let combinations: BTreeSet<(usize, usize, usize)> = (0..12)
            .map(|number| {
                let mut choice = Choice::new(number);
                (choice.take(2), choice.take(3), choice.take(2))
            })
            .collect();
        assert_eq!(combinations.len(), 12);
    }
}

//! What can go wrong in the store.

use std::path::PathBuf;

/// Cause of a database failure, whatever the database.
type Cause = Box<dyn std::error::Error + Send + Sync>;

/// The store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database file could not be opened.
    #[error("cannot open the database {}: {cause}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: Cause,
    },
    /// The tables could not be brought up to date.
    #[error(
        "cannot bring the tables of {} up to date: {cause}; \
         a file written by a newer version needs that version", path.display()
    )]
    Migrate {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: Cause,
    },
    /// The database refused or failed.
    #[error("cannot {doing}: {cause}")]
    Failed {
        /// What was being done, for a sentence that begins with "cannot".
        doing: &'static str,
        /// Why.
        #[source]
        cause: Cause,
    },
    /// A seed is not fit to be written.
    #[error(transparent)]
    Seed(#[from] super::seed::SeedError),
    /// A stored value is not one that this version writes.
    #[error("the stored {what} `{id}` cannot be read: {cause}")]
    Unreadable {
        /// Kind of record.
        what: &'static str,
        /// Its id.
        id: String,
        /// Why.
        #[source]
        cause: Cause,
    },
}

impl StoreError {
    /// For `map_err`: names what was being done.
    pub fn failed<E: Into<Cause>>(doing: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Failed { doing, cause: cause.into() }
    }

    /// For `map_err`: names the record that cannot be read.
    pub fn unreadable<E: Into<Cause>>(what: &'static str, id: &str) -> impl FnOnce(E) -> Self {
        move |cause| Self::Unreadable { what, id: id.to_owned(), cause: cause.into() }
    }
}

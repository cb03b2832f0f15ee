//! Credentials from the environment or a file, never from the command line, where every other
//! process of the machine could read them.

use std::env::VarError;
use std::path::Path;

use anyhow::{Context as _, bail};

/// The names that count; a file may hold others too.
const NAMES: [&str; 4] = ["ROCKETCHAT_AUTH_TOKEN", "ROCKETCHAT_USER_ID", "KOMBO_API_KEY", "VERCEL_TOKEN"];

/// Named secrets.
pub(crate) struct Credentials {
    file: Option<(String, Vec<(String, String)>)>,
}

impl Credentials {
    /// Reads the file when one is given; the environment otherwise.
    pub(crate) fn read(file: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = file else {
            return Ok(Self { file: None });
        };
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the credentials file {}", path.display()))?;
        let mut entries: Vec<(String, String)> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let place = || format!("{}:{}", path.display(), index + 1);
            // The line itself is not shown: it may be the secret.
            let Some((name, value)) = line.split_once('=') else {
                bail!("{}: not of the form NAME=value", place());
            };
            let name = name.trim().trim_start_matches("export ").trim_start();
            if entries.iter().any(|(known, _)| known == name) && NAMES.contains(&name) {
                bail!("{}: {name} is given a second time", place());
            }
            entries.push((name.to_owned(), unquoted(value.trim()).to_owned()));
        }
        Ok(Self { file: Some((path.display().to_string(), entries)) })
    }

    /// The secret of that name, one of [`NAMES`].
    pub(crate) fn get(&self, name: &str) -> anyhow::Result<String> {
        let value = match &self.file {
            Some((path, entries)) => entries
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
                .with_context(|| format!("{path} has no line {name}=…"))?,
            None => match std::env::var(name) {
                Ok(value) => value,
                Err(VarError::NotPresent) => {
                    bail!("set {name} in the environment, or give --credentials FILE")
                }
                Err(VarError::NotUnicode(_)) => bail!("{name} in the environment is not text"),
            },
        };
        if value.is_empty() {
            bail!("{name} is empty");
        }
        // Here, because the client can only name the header and not where the value came from.
        if value.contains(|character: char| !character.is_ascii_graphic()) {
            bail!("{name} has a character that a credential never has, such as a space or a line break");
        }
        Ok(value)
    }
}

/// Without the quotes that a shell would take away.
fn unquoted(value: &str) -> &str {
    ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(value)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn file(text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    #[test]
    fn names_are_found_and_comments_left_out() {
        let file = file("# my keys\nKOMBO_API_KEY = \"abc=def\"\n\nVERCEL_TOKEN=t\n");
        let credentials = Credentials::read(Some(file.path())).unwrap();
        assert_eq!(credentials.get("KOMBO_API_KEY").unwrap(), "abc=def");
        assert_eq!(credentials.get("VERCEL_TOKEN").unwrap(), "t");
    }

    #[test]
    fn a_file_may_be_one_that_a_shell_reads() {
        let file = file("export KOMBO_API_KEY='abc'\nOTHER=1\nOTHER=2\nVERCEL_TOKEN=\"\"t\"\"\n");
        let credentials = Credentials::read(Some(file.path())).unwrap();
        assert_eq!(credentials.get("KOMBO_API_KEY").unwrap(), "abc");
        assert_eq!(credentials.get("VERCEL_TOKEN").unwrap(), "\"t\"");
    }

    #[test]
    fn a_second_value_is_not_chosen_between() {
        let file = file("VERCEL_TOKEN=first\n\nVERCEL_TOKEN=second\n");
        let error = Credentials::read(Some(file.path())).err().unwrap().to_string();
        assert!(error.ends_with(":3: VERCEL_TOKEN is given a second time"), "{error}");
    }

    #[test]
    fn what_no_header_can_carry_is_named_but_not_shown() {
        let file = file("KOMBO_API_KEY=very secret\nVERCEL_TOKEN=\n");
        let credentials = Credentials::read(Some(file.path())).unwrap();
        let error = credentials.get("KOMBO_API_KEY").unwrap_err().to_string();
        assert!(error.starts_with("KOMBO_API_KEY has a character"), "{error}");
        assert!(!error.contains("secret"), "{error}");
        assert_eq!(credentials.get("VERCEL_TOKEN").unwrap_err().to_string(), "VERCEL_TOKEN is empty");
    }

    #[test]
    fn a_broken_line_is_named_but_not_shown() {
        let file = file("KOMBO_API_KEY=a\nvery-secret-text\n");
        let error = Credentials::read(Some(file.path())).err().unwrap().to_string();
        assert!(error.ends_with(":2: not of the form NAME=value"), "{error}");
        assert!(!error.contains("very-secret-text"));
    }

    #[test]
    fn a_missing_name_says_which_and_where() {
        let file = file("VERCEL_TOKEN=t\n");
        let error =
            Credentials::read(Some(file.path())).unwrap().get("KOMBO_API_KEY").unwrap_err().to_string();
        assert!(error.contains("KOMBO_API_KEY="), "{error}");
        assert!(error.contains(&file.path().display().to_string()), "{error}");
    }
}

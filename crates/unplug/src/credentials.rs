//! Credentials from the environment or a file, never from the command line, where every other
//! process of the machine could read them.

use std::path::Path;

use anyhow::{Context as _, bail};

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
        let mut entries = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            // The line itself is not shown: it may be the secret.
            let Some((name, value)) = line.split_once('=') else {
                bail!("{}:{}: not of the form NAME=value", path.display(), index + 1);
            };
            entries.push((name.trim().to_owned(), value.trim().trim_matches('"').to_owned()));
        }
        Ok(Self { file: Some((path.display().to_string(), entries)) })
    }

    /// The secret of that name.
    pub(crate) fn get(&self, name: &str) -> anyhow::Result<String> {
        let value = match &self.file {
            Some((path, entries)) => entries
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
                .with_context(|| format!("{path} has no line {name}=…"))?,
            None => std::env::var(name)
                .ok()
                .with_context(|| format!("set {name} in the environment, or give --credentials FILE"))?,
        };
        if value.is_empty() {
            bail!("{name} is empty");
        }
        Ok(value)
    }
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
    fn a_broken_line_is_named_but_not_shown() {
        let file = file("KOMBO_API_KEY=a\nvery-secret-text\n");
        let error = Credentials::read(Some(file.path())).err().unwrap().to_string();
        assert!(error.ends_with(":2: not of the form NAME=value"), "{error}");
        assert!(!error.contains("very-secret-text"));
    }

    #[test]
    fn a_missing_name_says_which_and_where() {
        let file = file("VERCEL_TOKEN=t\n");
        let error = Credentials::read(Some(file.path())).unwrap().get("KOMBO_API_KEY").unwrap_err().to_string();
        assert!(error.contains("KOMBO_API_KEY="), "{error}");
        assert!(error.contains(&file.path().display().to_string()), "{error}");
    }
}

//! What is decided beside the documents of a workspace.

use unplug_openapi::diagnostic::Diagnostic;
use unplug_openapi::settings::{SETTINGS, documents_in_settings};
use unplug_openapi::syntax::SourceFile;

use crate::error::{Error, io};
use crate::workspace::{DocumentFiles, Workspace};

impl Workspace {
    /// `specs/unplug.toml`, when there is one.
    pub(crate) fn settings(&self) -> Result<Option<SourceFile>, Error> {
        let path = self.specs().join(SETTINGS);
        if !path.is_file() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(&path).map_err(io("read", &path))?;
        Ok(Some(SourceFile { name: format!("specs/{SETTINGS}"), text }))
    }

    /// An error for each document that the settings speak of and that is not there.
    pub(crate) fn undocumented_settings(&self, inputs: &[DocumentFiles]) -> Result<Vec<Diagnostic>, Error> {
        let Some(file) = self.settings()? else { return Ok(Vec::new()) };
        let named = documents_in_settings(&file.text).into_iter();
        let unknown = named.filter(|name| !inputs.iter().any(|input| input.name == *name));
        let error = |name: String| {
            Diagnostic::error(
                "settings-unknown",
                format!("{} speaks of `{name}`, which is no document in specs/", file.name),
            )
            .reason("what is written there would have no effect")
            .remedy("correct the name, or take it out")
        };
        Ok(unknown.map(error).collect())
    }
}

//! The Cargo features of the client crate: one per document, all of them on by default.

use toml_edit::{Array, DocumentMut, Item, TableLike, Value, value};

/// The manifest with a feature for every module; `None` when it has them all.
///
/// Features that belong to no document are left alone: the crate has others of its own.
///
/// # Errors
/// When the manifest is not TOML.
pub fn with_features<'a>(
    manifest: &str,
    modules: impl Iterator<Item = &'a str>,
) -> Result<Option<String>, toml_edit::TomlError> {
    let mut document: DocumentMut = manifest.parse()?;
    let features = document.entry("features").or_insert_with(|| Item::Table(toml_edit::Table::new()));
    let Some(features) = features.as_table_like_mut() else {
        return Ok(None);
    };
    let mut changed = false;
    for module in modules {
        changed |= add(features, module);
    }
    Ok(changed.then(|| document.to_string()))
}

fn add(features: &mut dyn TableLike, module: &str) -> bool {
    if features.contains_key(module) {
        return false;
    }
    features.insert(module, value(Array::new()));
    let default = features.entry("default").or_insert_with(|| value(Array::new()));
    if let Some(list) = default.as_array_mut()
        && !list.iter().any(|entry| entry.as_str() == Some(module))
    {
        list.push(Value::from(module));
    }
    true
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const MANIFEST: &str = "[package]\nname = \"x\"\n\n[features]\ndefault = [\"kombo\", \"rustls\"]\n# kept\nkombo = []\nrustls = []\n";

    #[test]
    fn a_new_document_gets_a_feature_that_is_on_by_default() {
        let text = with_features(MANIFEST, ["kombo", "petstore"].into_iter()).unwrap().unwrap();
        assert!(text.contains("default = [\"kombo\", \"rustls\", \"petstore\"]"), "{text}");
        assert!(text.contains("petstore = []"), "{text}");
        assert!(text.contains("# kept"), "{text}");
        assert_eq!(with_features(&text, ["kombo", "petstore"].into_iter()).unwrap(), None);
    }

    #[test]
    fn a_manifest_that_is_not_toml_is_refused() {
        assert!(with_features("[features", ["kombo"].into_iter()).is_err());
    }
}

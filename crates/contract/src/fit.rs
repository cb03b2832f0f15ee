//! Do the generated types say what the document says?

use std::collections::BTreeMap;

use unplug_openapi::ir::{Api, SchemaId};

use crate::compare::{Subject, Walk};
use crate::finding::{Finding, Severity, Whom};
use crate::rules::types_fit::{NARROWER, WIDER};
use crate::schemas::Flow;
use crate::side::{Options, Side};

/// A kind of difference in which a type takes more than its schema on purpose.
#[derive(Clone, Copy, Debug)]
pub struct Widening {
    /// The rules by which it shows.
    pub rules: &'static [&'static str],
    /// Why it is meant.
    pub reason: &'static str,
}

/// The widenings that generated types have on purpose.
pub const INTENDED: &[Widening] = &[
    Widening {
        rules: &["enum-removed", "enum-value-added"],
        reason: "enumerations are open: an unknown value is kept, and validation refuses it where it must",
    },
    Widening {
        rules: &[
            "min-length-changed",
            "max-length-changed",
            "pattern-changed",
            "minimum-changed",
            "maximum-changed",
            "multiple-of-changed",
            "min-items-changed",
            "max-items-changed",
            "unique-items-changed",
            "min-properties-changed",
            "max-properties-changed",
            "property-names-changed",
            "contains-changed",
            "dependent-required-changed",
            "dependent-schemas-changed",
            "not-changed",
            "condition-changed",
        ],
        reason: "lengths, bounds and conditions are left to validation",
    },
    Widening {
        rules: &["format-changed", "content-encoding-changed"],
        reason: "whole numbers are `i64`, and texts with a format are texts",
    },
    Widening {
        rules: &["additional-properties-changed", "pattern-properties-changed", "property-removed"],
        reason: "members that are not declared are kept or ignored",
    },
    Widening {
        rules: &["union-branch-added", "union-kind-changed"],
        reason: "a union that cannot be told apart exactly is wider than its schema",
    },
];

/// Compares schemas of a document with those of the types that were made from them.
///
/// `mapping` leads from the JSON pointer of a schema in the document to the name of a component of
/// `types`. What the type takes beyond the schema is left out when one of `widenings` names it.
#[must_use]
pub fn compare_types(
    document: &Side<'_>,
    types: &Side<'_>,
    mapping: &BTreeMap<String, String>,
    widenings: &[Widening],
    options: &Options<'_>,
) -> Vec<Finding> {
    let by_pointer: BTreeMap<&str, SchemaId> =
        document.api.schemas.iter().map(|(id, schema)| (schema.location.pointer.as_str(), id)).collect();
    let by_name: BTreeMap<&str, SchemaId> = names(types.api);
    let options = Options { whole_document: false, rust: options.rust };
    let mut walk = Walk::new(document, types, &options);
    for (pointer, name) in mapping {
        if let (Some(schema), Some(of)) = (by_pointer.get(pointer.as_str()), by_name.get(name.as_str())) {
            let subject = Subject { label: format!("`{name}`"), ..Subject::default() };
            walk.root(None, (&[*schema], &[*of]), Flow::Both, subject);
        }
    }
    let intended = |finding: &Finding| {
        // A text holds whatever it is an encoding of.
        (finding.severity == Severity::Compatible || finding.rule == "content-encoding-changed")
            && widenings.iter().any(|widening| widening.rules.contains(&finding.rule))
    };
    walk.finish(&options).into_iter().filter(|finding| !intended(finding)).map(judged).collect()
}

fn names(api: &Api) -> BTreeMap<&str, SchemaId> {
    api.schemas.iter().filter_map(|(id, schema)| Some((schema.name.as_deref()?, id))).collect()
}

/// As the request of a type: what is stricter breaks whoever holds a valid value.
fn judged(mut finding: Finding) -> Finding {
    (finding.rule, finding.severity, finding.whom, finding.reason) = match finding.severity {
        Severity::Breaking => (
            NARROWER.id,
            Severity::Breaking,
            Whom::Clients,
            "A value that the document calls valid does not fit the generated type.",
        ),
        Severity::Compatible => (
            WIDER.id,
            Severity::Note,
            Whom::Clients,
            "The generated type holds values that the document calls invalid.",
        ),
        Severity::Note => return finding,
    };
    finding
}

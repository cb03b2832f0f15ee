//! Whether the generated types conform to the document.

use std::collections::BTreeMap;

use unplug_openapi::ir::{Api, SchemaId};

use crate::accepted;
use crate::compare::Comparison;
use crate::description::{Description, Options};
use crate::finding::Finding;
use crate::rule::Check;
use crate::rules;
use crate::verdict::Severity;

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
    document: &Description<'_>,
    types: &Description<'_>,
    mapping: &BTreeMap<String, String>,
    widenings: &[Widening],
    options: &Options<'_>,
) -> Vec<Finding> {
    let by_pointer: BTreeMap<&str, SchemaId> =
        document.api.schemas.iter().map(|(id, schema)| (schema.location.pointer.as_str(), id)).collect();
    let by_name: BTreeMap<&str, SchemaId> = names(types.api);
    let options = Options { whole_document: false, ..*options };
    let mut comparison = Comparison::new(document, types, &options);
    for (pointer, name) in mapping {
        if let (Some(schema), Some(of)) = (by_pointer.get(pointer.as_str()), by_name.get(name.as_str())) {
            comparison.types(*schema, *of, format!("`{name}`"));
        }
    }
    let intended = |finding: &Finding| {
        // A text holds whatever it is an encoding of.
        (finding.severity == Severity::Compatible || finding.rule == "content-encoding-changed")
            && widenings.iter().any(|widening| widening.rules.contains(&finding.rule))
    };
    let found = comparison.finish(&options).into_iter().filter(|finding| !intended(finding));
    let mut findings: Vec<Finding> = found.map(judged).collect();
    accepted::identify(&mut findings, document, types);
    findings
}

fn names(api: &Api) -> BTreeMap<&str, SchemaId> {
    api.schemas.iter().filter_map(|(id, schema)| Some((schema.name.as_deref()?, id))).collect()
}

/// The finding under the rule that judges what has become of the values of a type. What is stricter
/// breaks whoever holds a valid value.
fn judged(mut finding: Finding) -> Finding {
    for rule in rules::ALL {
        for check in rule.checks {
            if let Check::GeneratedType(judge) = check
                && let Some((severity, audience, reason)) = judge(finding.change)
            {
                finding.rule = rule.id;
                (finding.severity, finding.audience, finding.reason) = (severity, audience, reason);
                return finding;
            }
        }
    }
    finding
}

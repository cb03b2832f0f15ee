//! Violations in the words of the ajv validator, which the vendors use, without its option `allErrors`.

use unplug_server_stub::{Expected, Violation};

/// The messages of the violations, in their order.
pub(crate) fn messages(violations: &[Violation]) -> Vec<String> {
    let reported = violations.iter().filter(|violation| is_reported(violation));
    reported.map(|violation| message(&violation.expected)).collect()
}

/// The messages of the violations, each after its place in the request.
pub(crate) fn located_messages(violations: &[Violation]) -> Vec<String> {
    let reported = violations.iter().filter(|violation| is_reported(violation));
    let line = |violation: &Violation| {
        let Violation { location, instance_path, expected, .. } = violation;
        format!("{location}{instance_path} {}", message(expected))
    };
    reported.map(line).collect()
}

/// Whether ajv tells of the violation. Outside of the branches of another keyword it has already returned
/// when it could say `if`, and keeps nothing of the items that it has tried for `contains`.
fn is_reported(violation: &Violation) -> bool {
    let mut in_branch = false;
    for step in &violation.schema_path {
        if step.keyword == "contains" && !in_branch {
            return false;
        }
        in_branch |= matches!(step.keyword, "anyOf" | "oneOf" | "propertyNames" | "contains");
    }
    in_branch || !matches!(violation.expected, Expected::Then | Expected::Else)
}

/// What ajv says; and in the same manner what is no schema's business.
fn message(expected: &Expected) -> String {
    match expected {
        Expected::Nothing => "boolean schema is false".to_owned(),
        Expected::End => "must not nest without end".to_owned(),
        Expected::Type(types) => format!("must be {}", types.join(",")),
        Expected::Const(_) => "must be equal to constant".to_owned(),
        Expected::Enum(_) => "must be equal to one of the allowed values".to_owned(),
        Expected::Not => "must NOT be valid".to_owned(),
        Expected::AnyOf => "must match a schema in anyOf".to_owned(),
        Expected::OneOf { .. } => "must match exactly one schema in oneOf".to_owned(),
        Expected::Then => "must match \"then\" schema".to_owned(),
        Expected::Else => "must match \"else\" schema".to_owned(),
        Expected::Maximum(limit) => format!("must be <= {limit}"),
        Expected::Minimum(limit) => format!("must be >= {limit}"),
        Expected::ExclusiveMaximum(limit) => format!("must be < {limit}"),
        Expected::ExclusiveMinimum(limit) => format!("must be > {limit}"),
        Expected::MultipleOf(divisor) => format!("must be multiple of {divisor}"),
        Expected::Format(format) => format!("must match format \"{format}\""),
        Expected::MaxLength(limit) => format!("must NOT have more than {limit} characters"),
        Expected::MinLength(limit) => format!("must NOT have fewer than {limit} characters"),
        Expected::Pattern(source) => format!("must match pattern \"{source}\""),
        Expected::MaxItems(limit) => format!("must NOT have more than {limit} items"),
        Expected::MinItems(limit) => format!("must NOT have fewer than {limit} items"),
        Expected::NoItemFrom(limit) | Expected::NoUnevaluatedItem(limit) => {
            format!("must NOT have more than {limit} items")
        }
        Expected::Contains { min, max: None } => format!("must contain at least {min} valid item(s)"),
        Expected::Contains { min, max: Some(max) } => {
            format!("must contain at least {min} and no more than {max} valid item(s)")
        }
        Expected::UniqueItems { first, second } => {
            format!("must NOT have duplicate items (items ## {first} and {second} are identical)")
        }
        Expected::MaxProperties(limit) => format!("must NOT have more than {limit} properties"),
        Expected::MinProperties(limit) => format!("must NOT have fewer than {limit} properties"),
        Expected::Required(name) => format!("must have required property '{name}'"),
        Expected::PropertyName(_) => "property name must be valid".to_owned(),
        Expected::NoMember(_) => "must NOT have additional properties".to_owned(),
        Expected::DependentRequired { present, needed } => {
            let noun = if needed.len() == 1 { "property" } else { "properties" };
            format!("must have {noun} {} when property {present} is present", needed.join(", "))
        }
        Expected::NoUnevaluatedMember(_) => "must NOT have unevaluated properties".to_owned(),
        Expected::Body => "must have a request body".to_owned(),
        Expected::WholeBody => "must be sent as a whole".to_owned(),
        Expected::Once => "must NOT be given more than once".to_owned(),
        Expected::Utf8 => "must be UTF-8".to_owned(),
        Expected::NamedEncoding => "must be in the encoding that its media type names".to_owned(),
        Expected::DeclaredForm => "must be written as declared".to_owned(),
        Expected::Json(why) => format!("must be JSON: {why}"),
        Expected::DistinctMembers(why) => format!("must NOT have {why}"),
        Expected::Parts(why) => (*why).to_owned(),
        Expected::DeclaredType(why) => format!("must be of the declared type: {why}"),
    }
}

#[cfg(test)]
mod tests;

//! Which operation a method and path belong to.

use percent_encoding::percent_decode_str;
use unplug_openapi::ir::{Api, Operation};

/// An operation with the values of its path parameters, decoded.
pub(crate) struct Matched<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) values: Vec<(String, String)>,
}

/// Finds the operation. With several candidates the most concrete template wins, as the
/// specification says: one with literal text before one with a parameter in the same place.
pub(crate) fn find<'a>(api: &'a Api, mount: &str, method: &str, path: &str) -> Option<Matched<'a>> {
    let path = path.strip_prefix(mount)?;
    api.operations
        .iter()
        .filter(|operation| operation.method.as_str().eq_ignore_ascii_case(method))
        .filter_map(|operation| {
            let values = api
                .base_paths_of(operation)
                .iter()
                .filter_map(|base| path.strip_prefix(base.as_str()))
                .find_map(|rest| match_template(&operation.route.path, rest))?;
            Some(Matched { operation, values })
        })
        .min_by_key(|found| found.values.len())
}

fn match_template(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (template.next(), path.next()) {
            (None, None) => return Some(values),
            (Some(pattern), Some(segment)) => match_segment(pattern, segment, &mut values)?,
            _ => return None,
        }
    }
}

/// One segment of a template may mix text and parameters: `report-{id}.{format}`.
fn match_segment(pattern: &str, segment: &str, values: &mut Vec<(String, String)>) -> Option<()> {
    let Some(open) = pattern.find('{') else {
        return (decode(segment)? == pattern).then_some(());
    };
    let close = open + pattern[open..].find('}')?;
    let (name, after) = (&pattern[open + 1..close], &pattern[close + 1..]);
    let rest = segment.strip_prefix(&pattern[..open])?;
    let literal = &after[..after.find('{').unwrap_or(after.len())];
    let end = if literal.is_empty() { rest.len() } else { rest.rfind(literal)? };
    let value = &rest[..end];
    if value.is_empty() {
        return None;
    }
    values.push((name.to_owned(), decode(value)?));
    if after.is_empty() { Some(()) } else { match_segment(after, &rest[end..], values) }
}

fn decode(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::match_template;

    #[test]
    fn a_template_matches_whole_segments_and_decodes_values() {
        let values = match_template("/a/{id}/b", "/a/x%20y%2Fz/b").unwrap();
        assert_eq!(values, [("id".to_owned(), "x y/z".to_owned())]);
        assert!(match_template("/a/{id}", "/a/").is_none(), "an empty value is no value");
        assert!(match_template("/a/{id}", "/a/b/c").is_none());
        assert!(match_template("/a/{id}", "/a/%ff").is_none(), "not UTF-8");
        assert!(match_template("/a", "/a/").is_none());
    }

    #[test]
    fn a_segment_may_hold_text_and_several_parameters() {
        let values = match_template("/r-{id}.{format}", "/r-1.2.json").unwrap();
        assert_eq!(values[0].1, "1.2");
        assert_eq!(values[1].1, "json");
        assert!(match_template("/r-{id}", "/q-1").is_none());
    }
}

//! Path templates as they are published.
//!
//! The specification wants `/a/{id}` and nothing else. Published documents also have fragments
//! that tell operations apart, queries, and the operators and expressions of RFC 6570 and of
//! routers. [`Template`] says what is meant: the path that is sent, the query that every request
//! has, and which parameters stand where.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::resolve::LocatedParameter;

/// What a published path means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    /// The path that is sent: begins with `/`, and has each parameter as `{name}`.
    pub(crate) path: String,
    /// Names of the parameters in the path, in order, each once.
    pub(crate) holes: Vec<String>,
    /// What the query always has.
    pub(crate) query: Vec<(String, String)>,
    /// Parameters in the query.
    pub(crate) query_holes: Vec<QueryHole>,
    /// What a reader should know about.
    pub(crate) oddities: Oddities,
}

/// A parameter that the template has in its query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QueryHole {
    /// Name on the wire: `a` in `?a={b}`.
    pub(crate) wire: String,
    /// Name of the parameter: `b` in `?a={b}`.
    pub(crate) name: String,
    /// Does every request have it? So it is with `?a={b}`, and not with `{?b}`.
    pub(crate) required: bool,
}

/// What is unusual about a template.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Oddities {
    pub(crate) without_slash: bool,
    pub(crate) query: bool,
    pub(crate) fragment: bool,
    pub(crate) repeated: bool,
    pub(crate) unbalanced: bool,
}

impl Template {
    /// The template of an operation with these parameters.
    pub(crate) fn of(published: &str, parameters: &[LocatedParameter<'_>]) -> Self {
        let declared = |name: &str| {
            parameters.iter().any(|parameter| {
                parameter.located.text("name") == Some(name)
                    && matches!(parameter.located.text("in"), Some("path" | "query"))
            })
        };
        Self::read(published, &declared)
    }

    /// Reads a template. `declared` says which names the operation's parameters have: where a name
    /// in braces is one of them as it stands, it is taken so.
    pub(crate) fn read(published: &str, declared: &dyn Fn(&str) -> bool) -> Self {
        let mut template = Self {
            path: String::with_capacity(published.len() + 1),
            holes: Vec::new(),
            query: Vec::new(),
            query_holes: Vec::new(),
            oddities: Oddities { without_slash: !published.starts_with('/'), ..Oddities::default() },
        };
        if template.oddities.without_slash {
            template.path.push('/');
        }
        let mut rest = published;
        while let Some(at) = rest.find(['{', '}', '?', '#']) {
            let (before, special) = rest.split_at(at);
            template.path.push_str(before);
            if special.starts_with('#') {
                template.oddities.fragment = true;
                return template;
            }
            if let Some(query) = special.strip_prefix('?') {
                template.oddities.query = true;
                template.read_query(query, declared);
                return template;
            }
            match braced(special) {
                Some(("", _)) | None => {
                    template.oddities.unbalanced = true;
                    template.path.push_str(&special[..1]);
                    rest = &special[1..];
                }
                Some((expression, after)) => {
                    template.expression(expression, declared);
                    rest = after;
                }
            }
        }
        template.path.push_str(rest);
        template
    }

    /// What stands between braces in the path.
    fn expression(&mut self, expression: &str, declared: &dyn Fn(&str) -> bool) {
        if declared(expression) {
            return self.hole(expression);
        }
        let (operator, names) = match expression.chars().next() {
            Some(operator @ ('?' | '&' | '+' | '#' | '/' | '.' | ';')) => (operator, &expression[1..]),
            _ => (' ', expression),
        };
        if matches!(operator, '?' | '&') {
            self.oddities.query = true;
            for name in names.split(',').map(|name| bare(name, declared)).filter(|name| !name.is_empty()) {
                let hole = QueryHole { wire: name.to_owned(), name: name.to_owned(), required: false };
                self.query_holes.push(hole);
            }
            return;
        }
        let name = bare(names, declared);
        match operator {
            '/' if !self.path.ends_with('/') => self.path.push('/'),
            '.' => self.path.push('.'),
            ';' => self.path.extend([";", name, "="]),
            _ => {}
        }
        self.hole(name);
    }

    fn hole(&mut self, name: &str) {
        self.path.push('{');
        self.path.push_str(name);
        self.path.push('}');
        if self.holes.iter().any(|known| known == name) {
            self.oddities.repeated = true;
        } else {
            self.holes.push(name.to_owned());
        }
    }

    fn read_query(&mut self, query: &str, declared: &dyn Fn(&str) -> bool) {
        let (query, fragment) = match query.split_once('#') {
            Some((query, _)) => (query, true),
            None => (query, false),
        };
        self.oddities.fragment |= fragment;
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (wire, value) = pair.split_once('=').unwrap_or((pair, ""));
            let inside = value.strip_prefix('{').and_then(|value| value.strip_suffix('}'));
            match inside {
                Some(name) if !name.is_empty() => {
                    let name = bare(name, declared);
                    let hole = QueryHole { wire: decoded(wire), name: name.to_owned(), required: true };
                    self.query_holes.push(hole);
                }
                _ => self.query.push((decoded(wire), decoded(value))),
            }
        }
    }
}

/// The text between a brace and the one that closes it, and what follows: `{id:[0-9]{4}}` has
/// braces inside.
fn braced(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('{')?;
    let mut depth = 0_usize;
    for (at, character) in inside.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                let expression = &inside[..at];
                // Braces inside are those of an expression behind a colon, or a mistake.
                let nested = expression.contains('{') && !expression.contains(':');
                return (!nested).then_some((expression, &inside[at + 1..]));
            }
            '}' => depth -= 1,
            '/' if depth == 0 && !inside[..at].contains([':', '=']) && at > 0 => return None,
            _ => {}
        }
    }
    None
}

/// The name alone: routers write `{id:[0-9]+}`, `{path*}`, `{proxy+}`, `{name=shelves/*}`.
fn bare<'t>(name: &'t str, declared: &dyn Fn(&str) -> bool) -> &'t str {
    let name = name.trim();
    if declared(name) {
        return name;
    }
    let short = name.split([':', '=']).next().unwrap_or(name).trim_end_matches(['*', '+']).trim();
    if short.is_empty() { name } else { short }
}

/// A text in a published query may be percent-encoded, and is compared decoded.
fn decoded(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().map_or_else(|_| text.to_owned(), Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::{Oddities, QueryHole, Template};

    fn read(published: &str) -> Template {
        Template::read(published, &|name| matches!(name, "id" | "+odd"))
    }

    #[test]
    fn plain_templates_are_as_they_stand() {
        for path in ["/", "/a/{id}", "/{x}.{y}/", "/a//b", "/x({id}):do", "/ä/{é}"] {
            let template = read(path);
            assert_eq!((template.path.as_str(), template.oddities), (path, Oddities::default()));
        }
        assert_eq!(read("/a/{id}/{b}").holes, ["id", "b"]);
    }

    #[test]
    fn fragments_and_queries_are_taken_apart() {
        let template = read("/token?refresh&a=b%20c&d={id}#again?x");
        assert_eq!(template.path, "/token");
        assert_eq!(template.query, [("refresh".into(), String::new()), ("a".into(), "b c".into())]);
        assert_eq!(template.query_holes, [QueryHole { wire: "d".into(), name: "id".into(), required: true }]);
        assert!(template.oddities.query && template.oddities.fragment);
        assert_eq!(read("/a#b/{c}").path, "/a");
        assert!(read("/a#b/{c}").holes.is_empty());
    }

    #[test]
    fn operators_and_expressions_of_other_templates_are_understood() {
        for (published, path, holes) in [
            ("/a/{+odd}", "/a/{+odd}", "+odd"),
            ("/a/{+path}", "/a/{path}", "path"),
            ("/a/{n:[0-9]{4}}/b", "/a/{n}/b", "n"),
            ("/a/{proxy+}", "/a/{proxy}", "proxy"),
            ("/v1/{name=shelves/*}", "/v1/{name}", "name"),
            ("/a{/id}", "/a/{id}", "id"),
            ("/a{.f}", "/a.{f}", "f"),
            ("/a{;f}", "/a;f={f}", "f"),
            ("a/{ id }", "/a/{id}", "id"),
        ] {
            let template = read(published);
            assert_eq!((template.path.as_str(), template.holes.join(",").as_str()), (path, holes));
            assert!(!template.oddities.unbalanced, "{published}");
        }
        let template = read("/search{?q,lang*}");
        assert_eq!(template.path, "/search");
        let names: Vec<_> =
            template.query_holes.iter().map(|hole| (hole.name.as_str(), hole.required)).collect();
        assert_eq!(names, [("q", false), ("lang", false)]);
    }

    #[test]
    fn oddities_are_told() {
        assert!(read("a").oddities.without_slash);
        assert!(read("/{id}/{id}").oddities.repeated);
        for path in ["/{id", "/id}", "/{}", "/{a{b}}", "/{a/b}/{c}"] {
            assert!(read(path).oddities.unbalanced, "{path}");
        }
        assert_eq!(read("/{id/b").path, "/{id/b");
    }
}

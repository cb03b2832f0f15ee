//! From path and method to an operation.
//!
//! Templates are as `OpenAPI` has them: a fixed path beats a templated one, a segment may mix
//! text and parameters (`{name}.{extension}`), and a parameter takes at least one character and
//! never a `/`. Fixed text is compared after percent-decoding.

use std::borrow::Cow;
use std::ops::Range;

use percent_encoding::percent_decode_str;

/// Where the parameters of the matched template are in the path.
#[derive(Debug, Default)]
pub struct Captures(Vec<(&'static str, Range<usize>)>);

impl Captures {
    /// The parameter's text, still percent-encoded.
    #[must_use]
    pub fn get<'p>(&self, path: &'p str, name: &str) -> Option<&'p str> {
        let (_, range) = self.0.iter().find(|(captured, _)| *captured == name)?;
        path.get(range.clone())
    }
}

/// The outcome of looking a request up.
#[derive(Debug)]
pub(crate) enum Match {
    Operation(usize, Captures),
    /// The path exists; these are the methods that it has.
    Methods(&'static str),
    Nothing,
}

/// All templates of an API.
#[derive(Debug, Default)]
pub(crate) struct Routes {
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    /// Sorted by text.
    fixed: Vec<(Box<str>, Node)>,
    /// The more text, the earlier.
    templated: Vec<(Vec<Piece>, Node)>,
    endpoints: Vec<Endpoint>,
    /// For the `Allow` header.
    methods: &'static str,
}

#[derive(Debug)]
struct Endpoint {
    method: &'static str,
    operation: usize,
    /// Names of the parameters in the order of the path.
    names: Vec<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(Box<str>),
    Parameter,
}

impl Routes {
    /// Adds a template under a base path.
    pub(crate) fn add(&mut self, method: &'static str, base: &str, path: &'static str, operation: usize) {
        let mut names = Vec::new();
        let mut node = &mut self.root;
        for segment in base.split('/').filter(|segment| !segment.is_empty()) {
            node = node.child(vec![Piece::Text(segment.into())]);
        }
        for segment in path.trim_start_matches('/').split('/') {
            node = node.child(pieces(segment, &mut names));
        }
        node.endpoints.push(Endpoint { method, operation, names });
    }

    /// Writes down which methods each path has, once all templates are added.
    pub(crate) fn finish(mut self) -> Self {
        self.root.finish();
        self
    }

    pub(crate) fn find(&self, method: &str, path: &str) -> Match {
        let Some(rest) = path.strip_prefix('/') else {
            return Match::Nothing;
        };
        let mut ranges = Vec::new();
        let Some(node) = self.root.find(rest, 1, &mut ranges) else {
            return Match::Nothing;
        };
        match node.endpoints.iter().find(|endpoint| endpoint.method == method) {
            Some(endpoint) => {
                let named = endpoint.names.iter().copied().zip(ranges).collect();
                Match::Operation(endpoint.operation, Captures(named))
            }
            None => Match::Methods(node.methods),
        }
    }
}

fn pieces(segment: &'static str, names: &mut Vec<&'static str>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some((text, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !text.is_empty() {
            pieces.push(Piece::Text(text.into()));
        }
        pieces.push(Piece::Parameter);
        names.push(name);
        rest = after;
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push(Piece::Text(rest.into()));
    }
    pieces
}

impl Node {
    fn child(&mut self, pieces: Vec<Piece>) -> &mut Node {
        if let [Piece::Text(text)] = &pieces[..] {
            let index = match self.fixed.binary_search_by(|(fixed, _)| fixed.cmp(text)) {
                Ok(index) => index,
                Err(index) => {
                    self.fixed.insert(index, (text.clone(), Node::default()));
                    index
                }
            };
            return &mut self.fixed[index].1;
        }
        let known = self.templated.iter().position(|(known, _)| *known == pieces);
        let index = known.unwrap_or_else(|| {
            let texts = |pieces: &[Piece]| pieces.iter().filter(|piece| **piece != Piece::Parameter).count();
            let more = |(known, _): &(Vec<Piece>, Node)| texts(known) >= texts(&pieces);
            let index = self.templated.partition_point(more);
            self.templated.insert(index, (pieces, Node::default()));
            index
        });
        &mut self.templated[index].1
    }

    fn finish(&mut self) {
        if !self.endpoints.is_empty() {
            let methods: Vec<_> = self.endpoints.iter().map(|endpoint| endpoint.method).collect();
            // Once per path and process, kept as long as the process.
            self.methods = methods.join(", ").leak();
        }
        for (_, node) in &mut self.fixed {
            node.finish();
        }
        for (_, node) in &mut self.templated {
            node.finish();
        }
    }

    /// `rest` is what is left of the path, and begins at `offset`.
    fn find(&self, rest: &str, offset: usize, captured: &mut Vec<Range<usize>>) -> Option<&Node> {
        // Segments are short: a plain loop finds their end sooner than a search made for long texts.
        let mut encoded = false;
        let end = rest.bytes().position(|byte| {
            encoded |= byte == b'%';
            byte == b'/'
        });
        let (segment, tail) = match end {
            Some(end) => (&rest[..end], Some(&rest[end + 1..])),
            None => (rest, None),
        };
        let next = offset + segment.len() + 1;
        let decoded =
            if encoded { percent_decode_str(segment).decode_utf8_lossy() } else { Cow::Borrowed(segment) };
        if let Ok(index) = self.fixed.binary_search_by(|(fixed, _)| (**fixed).cmp(&decoded)) {
            let found = self.fixed[index].1.rest(tail, next, captured);
            if found.is_some() {
                return found;
            }
        }
        for (pieces, node) in &self.templated {
            let mark = captured.len();
            if capture(pieces, segment, offset, captured) {
                let found = node.rest(tail, next, captured);
                if found.is_some() {
                    return found;
                }
            }
            captured.truncate(mark);
        }
        None
    }
}

impl Node {
    /// Goes on below this node, or stays when the path ends here and something is declared for it.
    fn rest(&self, tail: Option<&str>, offset: usize, captured: &mut Vec<Range<usize>>) -> Option<&Node> {
        match tail {
            Some(tail) => self.find(tail, offset, captured),
            None => (!self.endpoints.is_empty()).then_some(self),
        }
    }
}

/// Matches one segment; each parameter ends where the text after it begins for the first time,
/// the last one takes what is left.
fn capture(pieces: &[Piece], segment: &str, offset: usize, captured: &mut Vec<Range<usize>>) -> bool {
    let mut position = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let rest = &segment[position..];
        let length = match piece {
            Piece::Text(text) if rest.starts_with(&**text) => text.len(),
            Piece::Text(_) => return false,
            Piece::Parameter => {
                let length = match pieces.get(index + 1) {
                    None => Some(rest.len()),
                    Some(Piece::Text(text)) if index + 2 == pieces.len() => {
                        rest.strip_suffix(&**text).map(str::len)
                    }
                    Some(Piece::Text(text)) => rest.find(&**text),
                    Some(Piece::Parameter) => rest.chars().next().map(char::len_utf8),
                };
                let Some(length) = length.filter(|length| *length > 0) else {
                    return false;
                };
                captured.push(offset + position..offset + position + length);
                length
            }
        };
        position += length;
    }
    position == segment.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes() -> Routes {
        let mut routes = Routes::default();
        let paths = [
            ("GET", "/pets"),
            ("POST", "/pets"),
            ("GET", "/pets/{id}"),
            ("GET", "/pets/mine"),
            ("GET", "/pets/{id}/toys/{toy}"),
            ("GET", "/pets/mine/food"),
            ("GET", "/files/{name}.{extension}"),
            ("GET", "/files/{name}"),
            ("DELETE", "/a/{x}/b"),
            ("GET", "/"),
        ];
        for (operation, (method, path)) in paths.into_iter().enumerate() {
            routes.add(method, "/v1", path, operation);
        }
        routes.finish()
    }

    fn found(method: &str, path: &str) -> Option<(usize, Vec<String>)> {
        match routes().find(method, path) {
            Match::Operation(operation, captures) => {
                let texts = captures.0.iter().map(|(_, range)| path[range.clone()].to_owned());
                Some((operation, texts.collect()))
            }
            _ => None,
        }
    }

    #[test]
    fn fixed_beats_templated_and_comes_back_when_it_leads_nowhere() {
        assert_eq!(found("GET", "/v1/pets/mine"), Some((3, vec![])));
        assert_eq!(found("GET", "/v1/pets/min%65"), Some((3, vec![])));
        assert_eq!(found("GET", "/v1/pets/7"), Some((2, vec!["7".into()])));
        let toys = Some((4, vec!["mine".into(), "b%2Fc".into()]));
        assert_eq!(found("GET", "/v1/pets/mine/toys/b%2Fc"), toys);
        assert_eq!(found("GET", "/v1/"), Some((9, vec![])));
    }

    #[test]
    fn segments_may_mix_text_and_parameters() {
        let expected = Some((6, vec!["a".into(), "tar.gz".into()]));
        assert_eq!(found("GET", "/v1/files/a.tar.gz"), expected);
        assert_eq!(found("GET", "/v1/files/a"), Some((7, vec!["a".into()])));
        assert_eq!(found("GET", "/v1/files/.gz"), Some((7, vec![".gz".into()])));
    }

    #[test]
    fn what_is_not_declared_is_not_found() {
        for path in ["", "/", "/v1", "/pets", "/v1/pets/", "/v1//pets", "/v1/a//b", "/v1/pets/1/"] {
            assert!(matches!(routes().find("GET", path), Match::Nothing), "{path}");
        }
        assert!(matches!(routes().find("PUT", "/v1/pets"), Match::Methods("GET, POST")));
        assert!(matches!(routes().find("HEAD", "/v1/a/1/b"), Match::Methods("DELETE")));
    }
}

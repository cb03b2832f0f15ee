//! From path and method to an operation.
//!
//! Templates are as `OpenAPI` has them: a fixed path beats a templated one, a segment may mix
//! text and parameters (`{name}.{extension}`), and a parameter takes at least one character and
//! never a `/`. Fixed text is compared after percent-decoding. A template may also have a query
//! (`/token?refresh`), which requests to it must have. Operations may share method and path; the
//! one with the longer query goes first, then the one that stands first in the document.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use unplug_wire::parameter::{EncodedText, query_pairs, split_at_byte};
use unplug_wire::path::length_of_first;

/// What URL parsers encode in a path.
const ENCODED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>').add(b'?').add(b'`').add(b'{').add(b'}');

/// Where the parameters of the matched template are in the path.
#[derive(Debug, Default)]
pub struct Captures {
    names: &'static [&'static str],
    /// As many as there are names.
    ranges: Vec<Range<usize>>,
}

impl Captures {
    /// The parameter's text, still percent-encoded.
    #[must_use]
    pub fn get<'p>(&self, path: &'p str, name: &str) -> Option<&'p str> {
        let index = self.names.iter().position(|captured| *captured == name)?;
        path.get(self.ranges.get(index)?.clone())
    }
}

/// The outcome of looking a request up.
#[derive(Debug)]
pub(crate) enum Match {
    Operation(usize, Captures),
    /// Several operations share the path and the method: the first that fits is meant.
    Several(Vec<(usize, Captures)>),
    /// The path exists; these are the methods that it has.
    Methods(&'static str),
    /// `OPTIONS` of a path that declares none; these are the methods that it has.
    Options(&'static str),
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
    /// The segments that every path below goes through, joined by `/`, and how many they are.
    straight: (Box<str>, usize),
}

#[derive(Debug)]
struct Endpoint {
    method: &'static str,
    operation: usize,
    /// Names of the parameters in the order of the path.
    names: &'static [&'static str],
    /// Whether a name stands twice. Then both places must have the same value.
    repeated: bool,
    /// What the query must have.
    query: Vec<(Cow<'static, str>, Cow<'static, str>)>,
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
        let (path, query) = match path.rsplit_once('}').map_or(path, |(_, end)| end).split_once('?') {
            Some((_, query)) => (&path[..path.len() - query.len() - 1], query),
            None => (path, ""),
        };
        for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
            node = node.child(pieces(segment, &mut names));
        }
        let repeated = names.iter().enumerate().any(|(at, name)| names[..at].contains(name));
        let value = |raw: EncodedText<'static>| raw.decode().unwrap_or_default();
        let query = query_pairs(query).map(|(name, raw)| (name, value(raw))).collect();
        // Once per template and process, kept as long as the process.
        let names = names.leak();
        node.endpoints.push(Endpoint { method, operation, names, repeated, query });
    }

    /// Writes down which methods each path has, once all templates are added. Of operations that share
    /// a path and a method only the chosen one stays, where one of them is.
    pub(crate) fn finish(mut self, chosen: &[usize]) -> Self {
        self.root.finish(chosen);
        self
    }

    /// What answers a request. What HTTP has for every resource needs no declaration: `HEAD` is answered
    /// as `GET`, and `OPTIONS` with the methods.
    pub(crate) fn find(&self, method: &str, path: &str, query: Option<&str>) -> Match {
        match self.find_declared(method, path, query) {
            Match::Methods(_) if method == "HEAD" => self.find_declared("GET", path, query),
            Match::Methods(allow) if method == "OPTIONS" => Match::Options(allow),
            found => found,
        }
    }

    fn find_declared(&self, method: &str, path: &str, query: Option<&str>) -> Match {
        let Some(rest) = path.strip_prefix('/') else {
            return Match::Nothing;
        };
        let mut found = Match::Nothing;
        let mut search = Search { encoded: memchr(b'%', path.as_bytes()).is_some(), ranges: Vec::new() };
        self.root.find(rest, 1, &mut search, &mut |node, ranges| {
            let fitting = node.endpoints.iter().filter(|endpoint| endpoint.method == method);
            let mut fitting = fitting.filter(|endpoint| endpoint.fits(path, query, ranges));
            match (fitting.next(), fitting.next()) {
                (Some(only), None) => {
                    let (operation, names) = (only.operation, only.names);
                    drop(fitting);
                    found = Match::Operation(operation, Captures { names, ranges: std::mem::take(ranges) });
                    true
                }
                (Some(first), Some(second)) => {
                    let captures = |endpoint: &Endpoint| {
                        (endpoint.operation, Captures { names: endpoint.names, ranges: ranges.clone() })
                    };
                    let all = [first, second].into_iter().chain(fitting).map(captures);
                    found = Match::Several(all.collect());
                    true
                }
                (None, _) => {
                    let known = node.endpoints.iter().any(|endpoint| endpoint.method == method);
                    if !known && matches!(found, Match::Nothing) {
                        found = Match::Methods(node.methods);
                    }
                    false
                }
            }
        });
        found
    }
}

impl Endpoint {
    /// Whether the request has the query of the template, and one value for each name.
    fn fits(&self, path: &str, query: Option<&str>, ranges: &[Range<usize>]) -> bool {
        let has = |(name, value): &(Cow<'static, str>, Cow<'static, str>)| {
            query_pairs(query.unwrap_or_default())
                .any(|(sent, raw)| sent == *name && raw.decode().is_some_and(|sent| sent == *value))
        };
        let same = || {
            let pairs = || self.names.iter().zip(ranges);
            pairs().all(|(name, range)| {
                let first = pairs().find(|(other, _)| *other == name);
                first.is_none_or(|(_, other)| path.get(other.clone()) == path.get(range.clone()))
            })
        };
        self.query.iter().all(has) && (!self.repeated || same())
    }
}

/// What a search carries along.
struct Search {
    /// Is anything in the path percent-encoded?
    encoded: bool,
    /// Parameters so far.
    ranges: Vec<Range<usize>>,
}

fn pieces(segment: &'static str, names: &mut Vec<&'static str>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some((text, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        if !text.is_empty() {
            pieces.push(Piece::Text(encoded(text)));
        }
        pieces.push(Piece::Parameter);
        names.push(name);
        rest = after;
    }
    if pieces.is_empty() {
        let text = percent_decode_str(rest).decode_utf8_lossy().into_owned();
        pieces.push(Piece::Text(text.into()));
    } else if !rest.is_empty() {
        pieces.push(Piece::Text(encoded(rest)));
    }
    pieces
}

/// Text beside a parameter is compared as it is sent.
fn encoded(text: &str) -> Box<str> {
    utf8_percent_encode(text, ENCODED).to_string().into()
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

    fn finish(&mut self, chosen: &[usize]) {
        if !self.endpoints.is_empty() {
            let is_chosen = |endpoint: &&Endpoint| chosen.contains(&endpoint.operation);
            let alone: Vec<_> =
                self.endpoints.iter().filter(is_chosen).map(|only| (only.method, only.operation)).collect();
            self.endpoints.retain(|endpoint| {
                alone.iter().all(|(method, only)| *method != endpoint.method || *only == endpoint.operation)
            });
            self.endpoints.sort_by_key(|endpoint| std::cmp::Reverse(endpoint.query.len()));
            let mut methods: Vec<&str> = Vec::new();
            for endpoint in &self.endpoints {
                if !methods.contains(&endpoint.method) {
                    methods.push(endpoint.method);
                }
            }
            for (implied, by) in [("HEAD", Some("GET")), ("OPTIONS", None)] {
                if !methods.contains(&implied) && by.is_none_or(|by| methods.contains(&by)) {
                    methods.push(implied);
                }
            }
            // Once per path and process, kept as long as the process.
            self.methods = methods.join(", ").leak();
        }
        for (_, node) in &mut self.fixed {
            node.finish(chosen);
        }
        for (_, node) in &mut self.templated {
            node.finish(chosen);
        }
        self.straight = self.straight_segments();
    }

    fn straight_segments(&self) -> (Box<str>, usize) {
        let (mut node, mut segments) = (self, Vec::new());
        while let ([(text, next)], []) = (&node.fixed[..], &node.templated[..])
            // A decoded `%2F` is no border between segments.
            && !text.contains('/')
        {
            segments.push(&**text);
            node = next;
            if !node.endpoints.is_empty() {
                break;
            }
        }
        (segments.join("/").into(), segments.len())
    }

    /// The node after the straight segments and what is left of the path there, when the path goes
    /// through them.
    fn straight_on<'p>(&self, rest: &'p str) -> Option<(&Node, Option<&'p str>)> {
        let after = rest.strip_prefix(&*self.straight.0)?;
        let tail = if after.is_empty() { None } else { Some(after.strip_prefix('/')?) };
        let mut node = self;
        for _ in 0..self.straight.1 {
            node = &node.fixed.first()?.1;
        }
        Some((node, tail))
    }

    /// Shows `accept` every node for the path, most concrete first, until it has found what it
    /// wants. `rest` is what is left of the path, and begins at `offset`. No node is visited twice,
    /// because only one way leads to each.
    fn find(
        &self,
        rest: &str,
        offset: usize,
        search: &mut Search,
        accept: &mut dyn FnMut(&Node, &mut Vec<Range<usize>>) -> bool,
    ) -> bool {
        if self.straight.1 > 0 && !search.encoded {
            let next = offset + self.straight.0.len() + 1;
            let straight = self.straight_on(rest);
            return straight.is_some_and(|(node, tail)| node.rest(tail, next, search, accept));
        }
        let (segment, tail) = split_at_byte(rest, b'/');
        let next = offset + segment.len() + 1;
        let decoded = if search.encoded {
            percent_decode_str(segment).decode_utf8_lossy()
        } else {
            Cow::Borrowed(segment)
        };
        if let Ok(index) = self.fixed.binary_search_by(|(fixed, _)| (**fixed).cmp(&decoded))
            && self.fixed[index].1.rest(tail, next, search, accept)
        {
            return true;
        }
        for (pieces, node) in &self.templated {
            let mark = search.ranges.len();
            if capture(pieces, segment, offset, &mut search.ranges) && node.rest(tail, next, search, accept) {
                return true;
            }
            search.ranges.truncate(mark);
        }
        false
    }

    /// Goes on below this node, or stays when the path ends here and something is declared for it.
    fn rest(
        &self,
        tail: Option<&str>,
        offset: usize,
        search: &mut Search,
        accept: &mut dyn FnMut(&Node, &mut Vec<Range<usize>>) -> bool,
    ) -> bool {
        match tail {
            Some(tail) => self.find(tail, offset, search, accept),
            None => !self.endpoints.is_empty() && accept(self, &mut search.ranges),
        }
    }
}

/// Matches one segment; each parameter ends where the text after it begins for the first time,
/// the last one takes what is left. Of two that stand together the first ends where the second
/// begins with the `;` or `.` of its style, and otherwise has one character. The client refuses
/// values that would be taken apart otherwise.
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
                    Some(Piece::Parameter) => length_of_first(rest),
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
            ("POST", "/token"),
            ("POST", "/token?refresh&kind=a%20b"),
            ("GET", "/pairs/{id}/{id}"),
            ("PUT", "/{any}/mine"),
            ("GET", "/shared/{a}"),
            ("GET", "/shared/{b}"),
            ("GET", "/caf%C3%A9/ü{x}"),
            ("GET", "/things/{id}:act({x})"),
            ("GET", "/two/{matrix}{label}/"),
            ("GET", "/empty//{x}"),
        ];
        for (operation, (method, path)) in paths.into_iter().enumerate() {
            routes.add(method, "/v1", path, operation);
        }
        routes.finish(&[])
    }

    fn found(method: &str, path: &str) -> Option<(usize, Vec<String>)> {
        let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
        match routes().find(method, path, query) {
            Match::Operation(operation, captures) => {
                let texts = captures.ranges.iter().map(|range| path[range.clone()].to_owned());
                Some((operation, texts.collect()))
            }
            _ => None,
        }
    }

    #[test]
    fn queries_of_templates_are_needed() {
        assert_eq!(found("POST", "/v1/token"), Some((10, vec![])));
        assert_eq!(found("POST", "/v1/token?refresh"), Some((10, vec![])));
        let several = routes().find("POST", "/v1/token", Some("x=1&refresh=&kind=a+b"));
        let Match::Several(candidates) = several else { unreachable!("both fit") };
        let operations: Vec<_> = candidates.iter().map(|(operation, _)| *operation).collect();
        assert_eq!(operations, [11, 10], "the one with the query first");
    }

    #[test]
    fn shared_and_repeated_and_odd_templates() {
        assert!(matches!(routes().find("GET", "/v1/shared/1", None), Match::Several(all) if all.len() == 2));
        assert_eq!(found("GET", "/v1/pairs/7/7"), Some((12, vec!["7".into(), "7".into()])));
        assert_eq!(found("GET", "/v1/pairs/7/8"), None);
        // The concrete path has no PUT, the templated one has.
        assert_eq!(found("PUT", "/v1/pets/mine"), Some((13, vec!["pets".into()])));
        assert_eq!(found("GET", "/v1/caf%c3%a9/%C3%BCx"), Some((16, vec!["x".into()])));
        assert_eq!(found("GET", "/v1/things/a%3Ab:act(2)"), Some((17, vec!["a%3Ab".into(), "2".into()])));
        assert_eq!(found("GET", "/v1/two/;a=1.b/"), Some((18, vec![";a=1".into(), ".b".into()])));
        assert_eq!(found("GET", "/v1/empty//1"), Some((19, vec!["1".into()])));
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
            assert!(matches!(routes().find("GET", path, None), Match::Nothing), "{path}");
        }
        assert!(matches!(routes().find("PUT", "/v1/pets", None), Match::Methods("GET, POST, HEAD, OPTIONS")));
        assert!(matches!(routes().find("HEAD", "/v1/a/1/b", None), Match::Methods("DELETE, OPTIONS")));
        let options = routes().find("OPTIONS", "/v1/pets", None);
        assert!(matches!(options, Match::Options("GET, POST, HEAD, OPTIONS")));
        assert!(matches!(routes().find("OPTIONS", "/v1/none", None), Match::Nothing));
        assert_eq!(found("HEAD", "/v1/pets/7"), Some((2, vec!["7".into()])));
    }
}

//! Rules about paths, their templates and the parameters in them.

use std::collections::HashMap;

use crate::check::{Checker, Weight};
use crate::diagnostic::Diagnostic;
use crate::resolve::{LocatedNode, LocatedOperation, Trees};
use crate::template::Template;

/// A Path Item Object may refer to another one, with fields beside the reference.
pub(in crate::check) fn reference<'a>(checker: &mut Checker<'a>, item: &LocatedNode<'a>) {
    if item.text("$ref").is_none() {
        return;
    }
    match checker.trees.follow(item) {
        Ok(target) => checker.expect_path_item(target),
        Err((at, why)) => checker.unresolved(&at, &why, Weight::Fatal, "it is left out"),
    }
}

/// Templates, and the operations under them.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, paths: &LocatedNode<'a>) {
    for (path, item) in paths.members() {
        if !path.starts_with("x-") {
            template(checker, path, &item);
        }
    }
    let trees: &'a Trees = checker.trees;
    let mut routes: HashMap<(String, String), LocatedNode<'a>> = HashMap::new();
    for operation in trees.operations() {
        let route = (operation.method.as_str().to_owned(), wire(operation.path));
        if let Some(first) = routes.get(&route) {
            ambiguous(checker, &operation, first);
        } else {
            routes.insert(route, operation.located.clone());
        }
        duplicates(checker, &operation);
        path_parameters(checker, &operation);
    }
}

/// What tells the requests of paths apart: the names in a template do not, and neither does a
/// fragment.
fn wire(path: &str) -> String {
    let mut template = Template::read(path, &|_| false);
    template.query.sort();
    let mut wire = String::with_capacity(path.len());
    let mut inside = false;
    for character in template.path.chars() {
        match character {
            '{' => inside = true,
            '}' => inside = false,
            _ if inside => continue,
            _ => {}
        }
        wire.push(character);
    }
    for (name, value) in &template.query {
        wire.extend(["?", name, "=", value]);
    }
    wire
}

fn template<'a>(checker: &mut Checker<'a>, path: &str, item: &LocatedNode<'a>) {
    let odd = Template::read(path, &|_| false).oddities;
    let report = |checker: &mut Checker<'a>, diagnostic: Diagnostic, reason: &str, remedy: &str| {
        let remedy = checker.remedy(item.node, remedy);
        let diagnostic = diagnostic.label(item.head("")).pointer(&item.pointer).reason(reason).remedy(remedy);
        checker.report(diagnostic, item);
    };
    if odd.unbalanced {
        report(
            checker,
            Diagnostic::error("invalid-path", format!("the path `{path}` has braces that do not pair up")),
            "it cannot be told where the parameters begin and end",
            "write each parameter as `{name}`",
        );
        return;
    }
    let unusual = |what: &str| Diagnostic::warning("unusual-path", format!("the path `{path}` {what}"));
    if odd.without_slash {
        let what = "does not begin with `/`; it is read as if it did";
        report(checker, unusual(what), "a path is appended to the base URL", "begin it with `/`");
    }
    if odd.repeated {
        report(
            checker,
            unusual("names a parameter twice; its one value stands in both places"),
            "a parameter has one value, so a request with two different ones is not for this path",
            "give each place a parameter of its own",
        );
    }
    if odd.query {
        report(
            checker,
            unusual("has a query; every request to it has this query, beside its query parameters"),
            "a path template stands for a path only",
            "describe it as query parameters",
        );
    }
    if odd.fragment {
        report(
            checker,
            unusual("has a fragment, which is not sent"),
            "a fragment only tells operations apart in the document",
            "give the variants one operation",
        );
    }
}

fn ambiguous<'a>(checker: &mut Checker<'a>, second: &LocatedOperation<'a>, first: &LocatedNode<'a>) {
    let method = second.method.as_str();
    let remedy = checker.remedy(second.located.node, "describe it once");
    let diagnostic = Diagnostic::note(
        "ambiguous-path",
        format!("{method} `{}` shares its requests with another operation", second.path),
    )
    .label(second.located.head("requests of this operation go to the same path"))
    .label(first.head("as those of this one"))
    .pointer(&second.located.pointer)
    .reason(
        "a server tries the operations in the order of the document: the first that the request fits \
         handles it, and when it fits none, the first says why",
    )
    .remedy(remedy);
    checker.report(diagnostic, &second.located);
}

/// Within one list no parameter may stand twice.
fn duplicates<'a>(checker: &mut Checker<'a>, operation: &LocatedOperation<'a>) {
    let trees: &'a Trees = checker.trees;
    for owner in operation.items.iter().chain([&operation.located]) {
        let Some(list) = owner.field("parameters") else {
            continue;
        };
        let mut first: HashMap<(String, String), LocatedNode<'a>> = HashMap::new();
        for listed in list.items() {
            let Ok(target) = trees.follow(&listed) else {
                continue;
            };
            let (Some(name), Some(parameter_in)) = (target.text("name"), target.text("in")) else {
                continue;
            };
            let mut identity = (parameter_in.to_owned(), name.to_owned());
            if parameter_in == "header" {
                identity.1.make_ascii_lowercase();
            }
            let Some(earlier) = first.get(&identity) else {
                first.insert(identity, listed);
                continue;
            };
            // A path item's list is looked at once for each of its operations.
            if !checker.seen.insert((listed.address(), "duplicate-parameter")) {
                continue;
            }
            let remedy = checker.remedy(listed.node, "remove one of them");
            let diagnostic = Diagnostic::warning(
                "duplicate-parameter",
                format!("the {parameter_in} parameter `{name}` is declared twice; the last one counts"),
            )
            .label(listed.head("declared again here"))
            .label(earlier.head("declared here first"))
            .pointer(&listed.pointer)
            .reason("a name and a location mean one parameter, so the two cannot both be sent")
            .remedy(remedy);
            checker.report(diagnostic, owner);
        }
    }
}

/// The names in the template and the declared path parameters are the same.
fn path_parameters<'a>(checker: &mut Checker<'a>, operation: &LocatedOperation<'a>) {
    let trees: &'a Trees = checker.trees;
    let parameters = trees.parameters(operation);
    let template = Template::of(operation.path, &parameters);
    let method = operation.method.as_str();
    let mut declared = Vec::new();
    for parameter in &parameters {
        let (Some(name), Some(parameter_in)) = (parameter.located.text("name"), parameter.located.text("in"))
        else {
            continue;
        };
        declared.push((parameter_in, name));
        let wanted = template.holes.iter().any(|hole| hole == name)
            || template.query_holes.iter().any(|hole| hole.name == name);
        if parameter_in != "path"
            || wanted
            || !checker.seen.insert((parameter.listed.address(), "unused-path-parameter"))
        {
            continue;
        }
        let remedy = checker.remedy(parameter.listed.node, "remove it, or write it in the path");
        let diagnostic = Diagnostic::warning(
            "unused-path-parameter",
            format!("the path `{}` has no place for the parameter `{name}`; it is left out", operation.path),
        )
        .label(parameter.listed.head(""))
        .pointer(&parameter.listed.pointer)
        .reason("a path parameter is sent in the place of its name in braces")
        .remedy(remedy);
        checker.report(diagnostic, &operation.located);
    }
    let item = &operation.items[0];
    let in_path = template.holes.iter().filter(|name| !declared.contains(&("path", name.as_str())));
    let in_query = template.query_holes.iter().map(|hole| &hole.name).filter(|name| {
        !declared.contains(&("path", name.as_str())) && !declared.contains(&("query", name.as_str()))
    });
    for name in in_path.chain(in_query) {
        let remedy = checker.remedy(
            operation.located.node,
            &format!("declare `{name}` with `in: path` and `required: true`"),
        );
        let diagnostic = Diagnostic::warning(
            "undeclared-path-parameter",
            format!(
                "{method} `{}` does not declare its path parameter `{name}`; it is taken as text",
                operation.path
            ),
        )
        .label(operation.located.head("this operation has no such parameter"))
        .label(item.head("the path needs it"))
        .pointer(&operation.located.pointer)
        .reason("its type is unknown; it is read as text")
        .remedy(remedy);
        checker.report(diagnostic, &operation.located);
    }
}

//! Rules about paths, their templates and the parameters in them.

use std::collections::HashMap;

use crate::check::objects::PATH_ITEM;
use crate::check::{Checker, Weight};
use crate::diagnostic::Diagnostic;
use crate::resolve::{OperationPlace, Place, Trees};

/// The names between braces in a template, in order.
pub(crate) fn template_names(template: &str) -> Vec<&str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}

/// A Path Item Object may refer to another one, with fields beside the reference.
pub(in crate::check) fn reference<'a>(checker: &mut Checker<'a>, item: &Place<'a>) {
    if item.text("$ref").is_none() {
        return;
    }
    match checker.trees.follow(item) {
        Ok(target) => checker.expect(target, &PATH_ITEM, Weight::Fatal),
        Err((at, why)) => checker.unresolved(&at, &why, Weight::Fatal, PATH_ITEM.instead),
    }
}

/// Templates, and the operations under them.
pub(in crate::check) fn check<'a>(checker: &mut Checker<'a>, paths: &Place<'a>) {
    for (path, item) in paths.members() {
        if !path.starts_with("x-") {
            template(checker, path, &item);
        }
    }
    let trees: &'a Trees = checker.trees;
    let mut routes: HashMap<(String, String), Place<'a>> = HashMap::new();
    for operation in trees.operations() {
        let route = (operation.method.as_str().to_owned(), skeleton(operation.path));
        if let Some(first) = routes.get(&route) {
            ambiguous(checker, &operation, first);
        } else {
            routes.insert(route, operation.place.clone());
        }
        duplicates(checker, &operation);
        path_parameters(checker, &operation);
    }
}

/// A template without the names in it: `/a/{x}` and `/a/{y}` are the same path.
fn skeleton(path: &str) -> String {
    let mut skeleton = String::with_capacity(path.len());
    let mut inside = false;
    for character in path.chars() {
        match character {
            '{' => inside = true,
            '}' => inside = false,
            _ if inside => continue,
            _ => {}
        }
        skeleton.push(character);
    }
    skeleton
}

fn template<'a>(checker: &mut Checker<'a>, path: &str, item: &Place<'a>) {
    let (what, reason, remedy) = if !path.starts_with('/') {
        ("does not begin with `/`", "a path is appended to the base URL", "begin it with `/`")
    } else if path.contains(['?', '#']) {
        (
            "has a query or a fragment",
            "a path template stands for a path only: these characters would be sent percent-encoded, and a server does not see them in the path",
            "describe them as query parameters, or give the variants one operation",
        )
    } else if !balanced(path) {
        (
            "has braces that do not pair up",
            "it cannot be told where the parameters begin and end",
            "write each parameter as `{name}`",
        )
    } else if repeated(path) {
        (
            "names a parameter twice",
            "two places would need two values, and the parameter has one",
            "give each place a parameter of its own",
        )
    } else {
        return;
    };
    let remedy = checker.remedy(item.node, remedy);
    let diagnostic = Diagnostic::error("invalid-path", format!("the path `{path}` {what}"))
        .label(item.head(""))
        .pointer(&item.pointer)
        .reason(reason)
        .remedy(remedy);
    checker.report(diagnostic, item);
}

fn repeated(path: &str) -> bool {
    let names = template_names(path);
    names.iter().enumerate().any(|(at, name)| names[..at].contains(name))
}

fn balanced(path: &str) -> bool {
    let mut name: Option<usize> = None;
    for (at, character) in path.char_indices() {
        match (character, name) {
            ('{', None) => name = Some(at),
            ('{', Some(_)) | ('}', None) => return false,
            ('}', Some(start)) if start + 1 == at => return false,
            ('}', Some(_)) => name = None,
            _ => {}
        }
    }
    name.is_none()
}

fn ambiguous<'a>(checker: &mut Checker<'a>, second: &OperationPlace<'a>, first: &Place<'a>) {
    let method = second.method.as_str();
    let remedy = checker.remedy(second.place.node, "describe it once");
    let diagnostic = Diagnostic::error(
        "ambiguous-path",
        format!("{method} `{}` is described twice", second.path),
    )
    .label(second.place.head("described again here"))
    .label(first.head("described here first"))
    .pointer(&second.place.pointer)
    .reason("templates that differ only in the names of their parameters are the same path, so a request could mean either")
    .remedy(remedy);
    checker.report(diagnostic, &second.place);
}

/// Within one list no parameter may stand twice.
fn duplicates<'a>(checker: &mut Checker<'a>, operation: &OperationPlace<'a>) {
    let trees: &'a Trees = checker.trees;
    for owner in operation.items.iter().chain([&operation.place]) {
        let Some(list) = owner.field("parameters") else {
            continue;
        };
        let mut first: HashMap<(String, String), Place<'a>> = HashMap::new();
        for listed in list.items() {
            let Ok(target) = trees.follow(&listed) else {
                continue;
            };
            let (Some(name), Some(location)) = (target.text("name"), target.text("in")) else {
                continue;
            };
            let mut identity = (location.to_owned(), name.to_owned());
            if location == "header" {
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
                format!("the {location} parameter `{name}` is declared twice; the last one counts"),
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
fn path_parameters<'a>(checker: &mut Checker<'a>, operation: &OperationPlace<'a>) {
    let trees: &'a Trees = checker.trees;
    let parameters = trees.parameters(operation);
    let wanted = template_names(operation.path);
    let method = operation.method.as_str();
    let mut declared = Vec::new();
    for parameter in parameters {
        if parameter.place.text("in") != Some("path") {
            continue;
        }
        let Some(name) = parameter.place.text("name") else {
            continue;
        };
        declared.push(name);
        if wanted.contains(&name)
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
        checker.report(diagnostic, &operation.place);
    }
    let item = &operation.items[0];
    for name in wanted.iter().filter(|name| !declared.contains(name)) {
        let remedy = checker
            .remedy(operation.place.node, &format!("declare `{name}` with `in: path` and `required: true`"));
        let diagnostic = Diagnostic::warning(
            "undeclared-path-parameter",
            format!("{method} `{}` does not declare its path parameter `{name}`", operation.path),
        )
        .label(operation.place.head("this operation has no such parameter"))
        .label(item.head("the path needs it"))
        .pointer(&operation.place.pointer)
        .reason("its type is unknown; it is read as text")
        .remedy(remedy);
        checker.report(diagnostic, &operation.place);
    }
}

//! What is outside schemas: operations, messages, credentials, servers.

use unplug_contract::Severity::{Breaking, Compatible, Note};

use super::{documents, operations};

mod whole_operations {
    use super::*;

    const A: &str = "paths: {/a: {get: {operationId: a, responses: {'200': {description: All}}}}}";

    #[test]
    fn operations_come_and_go() {
        let none = "paths: {}";
        assert_eq!(documents(A, none), [("operation-removed", Breaking)]);
        assert_eq!(documents(none, A), [("operation-added", Compatible)]);
        let moved = A.replace("/a:", "/b:");
        assert_eq!(documents(A, &moved), [("operation-removed", Breaking), ("operation-added", Compatible)]);
    }

    #[test]
    fn names_and_deprecation_are_notes() {
        let named = A.replace("operationId: a", "operationId: b");
        assert_eq!(documents(A, &named), [("operation-id-changed", Note)]);
        let old = A.replace("operationId: a", "operationId: a, deprecated: true");
        assert_eq!(documents(A, &old), [("operation-deprecated-changed", Note)]);
        let rust = A.replace("operationId: a", "operationId: a, x-rust-name: b");
        assert_eq!(documents(A, &rust), [("extension-changed", Note)]);
    }
}

mod parameters {
    use super::*;
    use crate::with_parameter as with;

    #[test]
    fn parameters_come_and_go() {
        let (none, some) = (with(""), with(", {name: b, in: query, schema: {type: string}}"));
        assert_eq!(operations(&none, &some), [("parameter-added", Compatible)]);
        assert_eq!(operations(&some, &none), [("parameter-removed", Compatible)]);
        let needed = with(", {name: b, in: query, required: true, schema: {type: string}}");
        assert_eq!(operations(&none, &needed), [("parameter-added", Breaking)]);
        assert_eq!(operations(&needed, &none), [("parameter-removed", Breaking)]);
        assert_eq!(operations(&some, &needed), [("parameter-required-changed", Breaking)]);
        assert_eq!(operations(&needed, &some), [("parameter-required-changed", Compatible)]);
        let old = with(", {name: b, in: query, deprecated: true, schema: {type: string}}");
        assert_eq!(operations(&some, &old), [("parameter-deprecated-changed", Note)]);
    }

    #[test]
    fn header_names_have_no_case() {
        let header = |name: &str| with(&format!(", {{name: {name}, in: header, schema: {{type: string}}}}"));
        assert_eq!(operations(&header("X-A"), &header("x-a")), []);
        assert_eq!(operations(&header("X-A"), &with("")), [("parameter-removed", Compatible)]);
    }
}

mod parameter_style {
    use super::*;
    use crate::with_parameter as with;

    fn query(rest: &str) -> String {
        with(&format!(", {{name: b, in: query, {rest}}}"))
    }

    #[test]
    fn lists_are_written_in_several_ways() {
        let list = |style: &str| query(&format!("schema: {{type: array, items: {{type: string}}}}{style}"));
        assert_eq!(operations(&list(""), &list(", style: form, explode: true")), []);
        assert_eq!(operations(&list(""), &list(", explode: false")), [("parameter-style-changed", Breaking)]);
    }

    #[test]
    fn single_values_are_not() {
        let text = |style: &str| query(&format!("schema: {{type: string}}{style}"));
        assert_eq!(operations(&text(""), &text(", explode: false")), []);
        assert_eq!(
            operations(&text(""), &text(", allowReserved: true")),
            [("parameter-reserved-changed", Note)]
        );
        assert_eq!(
            operations(&text(", allowEmptyValue: true"), &text("")),
            [("parameter-empty-changed", Breaking)]
        );
        let json = query("content: {application/json: {schema: {type: string}}}");
        assert_eq!(operations(&text(""), &json), [("parameter-content-changed", Breaking)]);
    }
}

mod bodies {
    use super::*;
    use crate::with_part as with;

    #[test]
    fn bodies_come_and_go() {
        let body = |required: &str| {
            with(&format!(
                "requestBody: {{{required}content: {{application/json: {{schema: {{type: object}}}}}}}}"
            ))
        };
        let (none, some, needed) = (with("tags: []"), body(""), body("required: true, "));
        assert_eq!(operations(&none, &some), [("body-added", Compatible)]);
        assert_eq!(operations(&none, &needed), [("body-added", Breaking)]);
        assert_eq!(operations(&some, &none), [("body-removed", Compatible)]);
        assert_eq!(operations(&needed, &none), [("body-removed", Breaking)]);
        assert_eq!(operations(&some, &needed), [("body-required-changed", Breaking)]);
        assert_eq!(operations(&needed, &some), [("body-required-changed", Compatible)]);
    }
}

mod media_types {
    use super::*;
    use crate::with_part as with;

    #[test]
    fn requests() {
        let body = |types: &str| with(&format!("requestBody: {{required: true, content: {{{types}}}}}"));
        let (one, two) = (body("application/json: {}"), body("application/json: {}, text/csv: {}"));
        assert_eq!(operations(&one, &two), [("media-type-added", Compatible)]);
        assert_eq!(operations(&two, &one), [("media-type-removed", Breaking)]);
        assert_eq!(operations(&one, &body("application/*: {}")), [("media-type-added", Compatible)]);
        assert_eq!(operations(&body("'*/*': {}"), &one), [("media-type-removed", Breaking)]);
    }

    #[test]
    fn responses() {
        let answer = |types: &str| {
            with("tags: []").replace("description: Done", &format!("description: Done, content: {{{types}}}"))
        };
        let (one, two) = (answer("application/json: {}"), answer("application/json: {}, text/csv: {}"));
        assert_eq!(operations(&one, &two), [("media-type-added", Compatible)]);
        assert_eq!(operations(&two, &one), [("media-type-removed", Breaking)]);
        assert_eq!(operations(&one, &answer("")), [("media-type-removed", Breaking)]);
        assert_eq!(operations(&answer(""), &one), [("media-type-added", Compatible)]);
        let range = answer("'*/*': {schema: {type: integer}}");
        let (number, text) = (
            answer("application/json: {schema: {type: number}}"),
            answer("text/csv: {schema: {type: string}}"),
        );
        assert_eq!(
            operations(&range, &number),
            [("media-type-removed", Compatible), ("type-changed", Breaking)]
        );
        assert_eq!(operations(&text, &number).len(), 2, "one form in the place of another");
    }

    #[test]
    fn files() {
        let answer = |content: &str| {
            with("tags: []")
                .replace("description: Done", &format!("description: Done, content: {{{content}}}"))
        };
        let (old, new) = (
            answer("application/octet-stream: {schema: {type: string, format: binary}}"),
            answer("application/octet-stream: {}"),
        );
        assert_eq!(operations(&old, &new), []);
        let (text, object) = (
            answer("application/xml: {schema: {type: string}}"),
            answer("application/xml: {schema: {type: object}}"),
        );
        assert_eq!(operations(&text, &object), [("type-changed", Compatible)]);
        assert_eq!(operations(&object, &text), [("type-changed", Breaking)]);
        let typed = answer(
            "application/octet-stream: {schema: {type: string, contentMediaType: application/octet-stream}}",
        );
        assert_eq!(operations(&old, &typed), []);
        assert_eq!(operations(&typed, &new), []);
        let encoded = answer("application/octet-stream: {schema: {type: string, contentEncoding: base64}}");
        assert_ne!(operations(&old, &encoded), []);
        let form = |file: &str| {
            with(&format!(
                "requestBody: {{required: true, content: {{multipart/form-data: {{schema: {{type: object, properties: \
                 {{a: {file}, b: {{type: array, items: {file}}}}}}}}}}}}}"
            ))
        };
        assert_eq!(operations(&form("{type: string, format: binary}"), &form("{}")), []);
        assert_eq!(
            operations(
                &form("{type: string, format: binary}"),
                &form("{contentMediaType: application/octet-stream}")
            ),
            []
        );
    }
}

mod encoding {
    use super::*;
    use crate::with_part as with;

    #[test]
    fn parts_are_written_in_several_ways() {
        let form = |encoding: &str| {
            with(&format!(
                "requestBody: {{required: true, content: {{multipart/form-data: {{schema: {{type: object, properties: \
                 {{a: {{type: string}}}}}}, encoding: {{a: {{{encoding}}}}}}}}}}}"
            ))
        };
        let (png, jpeg) = (form("contentType: image/png"), form("contentType: image/jpeg"));
        assert_eq!(operations(&png, &jpeg), [("encoding-changed", Breaking)]);
        assert_eq!(operations(&form(""), &png), [("encoding-changed", Breaking)]);
        let headers = form("contentType: image/png, headers: {X-A: {schema: {type: string}}}");
        assert_eq!(operations(&png, &headers), [("encoding-changed", Breaking)]);
        assert_eq!(operations(&png, &png), []);
        for usual in ["contentType: text/plain", "style: form", "style: form, explode: true", "explode: true"]
        {
            assert_eq!(operations(&form(""), &form(usual)), [], "{usual}");
            assert_eq!(operations(&form(usual), &form("")), [], "{usual}");
        }
        assert_eq!(operations(&form(""), &form("explode: false")), [("encoding-changed", Breaking)]);
    }
}

mod statuses {
    use super::*;
    use crate::with_responses as with;

    const DONE: &str = "'200': {description: Done}";

    #[test]
    fn statuses_come_and_go() {
        let taken = format!("{DONE}, '409': {{description: Taken}}");
        assert_eq!(operations(&with(DONE), &with(&taken)), [("status-added", Note)]);
        assert_eq!(operations(&with(&taken), &with(DONE)), [("status-removed", Compatible)]);
        let accepted = format!("{DONE}, '202': {{description: Accepted}}");
        assert_eq!(operations(&with(DONE), &with(&accepted)), [("status-added", Breaking)]);
        assert_eq!(operations(&with(&accepted), &with(DONE)), [("status-removed", Compatible)]);
        let (general, only) = ("4XX: {description: Bad}", format!("{DONE}, 4XX: {{description: Bad}}"));
        assert_eq!(operations(&with(&only), &with(general)), [("status-removed", Breaking)]);
        assert_eq!(operations(&with(general), &with(&only)), [("status-added", Compatible)]);
        let default = "default: {description: Anything}";
        let both = format!("{DONE}, {default}");
        assert_eq!(operations(&with(&both), &with(default)), [("status-removed", Breaking)]);
        assert_eq!(operations(&with(default), &with(&both)), [("status-named", Note)]);
    }

    #[test]
    fn ranges_and_default_cover_codes() {
        let body = |maximum: u8| {
            format!(
                "{{description: Bad, content: {{application/json: {{schema: {{type: integer, maximum: {maximum}}}}}}}}}"
            )
        };
        let range = with(&format!("{DONE}, 4XX: {}", body(9)));
        let apart = |maximum: u8| with(&format!("{DONE}, 4XX: {}, '404': {}", body(9), body(maximum)));
        assert_eq!(operations(&range, &apart(9)), [("status-named", Note)]);
        assert_eq!(operations(&range, &apart(8)), [("status-named", Note), ("maximum-changed", Compatible)]);
        assert_eq!(operations(&range, &apart(10)), [("status-named", Note), ("maximum-changed", Breaking)]);
        assert_eq!(operations(&apart(8), &range), [("status-removed", Note), ("maximum-changed", Breaking)]);
        let default = with(&format!("{DONE}, default: {}", body(9)));
        assert_eq!(operations(&default, &range), [("status-removed", Compatible), ("status-named", Note)]);
    }
}

mod headers {
    use super::*;
    use crate::with_responses as with;

    fn header(header: &str) -> String {
        with(&format!("'200': {{description: Done, headers: {{{header}}}}}"))
    }

    #[test]
    fn headers_come_and_go() {
        let (some, needed) = (
            header("X-A: {schema: {type: string}}"),
            header("x-a: {required: true, schema: {type: string}}"),
        );
        assert_eq!(operations(&header(""), &some), [("header-added", Compatible)]);
        assert_eq!(operations(&some, &header("")), [("header-removed", Compatible)]);
        assert_eq!(operations(&needed, &header("")), [("header-removed", Breaking)]);
        assert_eq!(operations(&needed, &some), [("header-required-changed", Breaking)]);
        assert_eq!(operations(&some, &needed), [("header-required-changed", Compatible)]);
    }

    #[test]
    fn headers_are_written_in_several_ways() {
        let text = header("X-A: {schema: {type: object}}");
        assert_eq!(
            operations(&text, &header("X-A: {explode: true, schema: {type: object}}")),
            [("header-form-changed", Breaking)]
        );
        let json = header("X-A: {content: {application/json: {schema: {type: object}}}}");
        assert_eq!(operations(&text, &json), [("header-form-changed", Breaking)]);
        let limit = header("X-A: {x-rate-limit: limit, schema: {type: object}}");
        assert_eq!(operations(&text, &limit), [("extension-changed", Note)]);
    }
}

mod security {
    use super::*;
    use crate::with_part as with;

    fn security(alternatives: &str) -> String {
        with(&format!("security: [{alternatives}]"))
    }

    #[test]
    fn alternatives_come_and_go() {
        let (one, two) = (security("{token: []}"), security("{basic: []}, {token: []}"));
        assert_eq!(operations(&one, &two), [("security-alternative-added", Compatible)]);
        assert_eq!(operations(&two, &one), [("security-alternative-removed", Breaking)]);
        assert_eq!(operations(&security(""), &one), [("security-alternative-removed", Breaking)]);
        assert_eq!(operations(&security(""), &security("{}")), []);
        let both = security("{token: [], basic: []}");
        assert_eq!(operations(&one, &both), [("security-alternative-removed", Breaking)]);
        // Whoever presents both presents the one.
        assert_eq!(operations(&security("{token: []}, {token: [], basic: []}"), &one), []);
    }

    #[test]
    fn scopes_come_and_go() {
        let (one, two) = (security("{token: [a]}"), security("{token: [a, b]}"));
        assert_eq!(operations(&one, &two), [("security-scopes-changed", Breaking)]);
        assert_eq!(operations(&two, &one), [("security-scopes-changed", Compatible)]);
        assert_eq!(operations(&one, &security("{token: [b]}")), [("security-scopes-changed", Breaking)]);
    }
}

mod security_schemes {
    use super::*;

    fn with(scheme: &str) -> String {
        format!(
            "paths: {{/a: {{get: {{operationId: a, security: [{{{scheme}: []}}], responses: {{'200': {{description: A}}}}}}}}}}"
        )
    }

    #[test]
    fn schemes_are_what_travels_on_the_wire() {
        assert_eq!(documents(&with("token"), &with("token")), []);
        let found = documents(&with("token"), &with("basic"));
        assert!(found.contains(&("security-alternative-removed", Breaking)), "{found:?}");
    }
}

mod servers {
    use super::*;

    fn with(servers: &str) -> String {
        format!("servers: [{servers}]\npaths: {{}}")
    }

    #[test]
    fn servers_come_and_go() {
        let (one, two) = (with("{url: 'https://a'}"), with("{url: 'https://b'}, {url: 'https://a/'}"));
        assert_eq!(documents(&one, &two), [("server-added", Compatible)]);
        assert_eq!(documents(&two, &one), [("server-removed", Breaking)]);
    }

    #[test]
    fn variables_have_values() {
        let server =
            |values: &str| with(&format!("{{url: 'https://{{a}}.b', variables: {{a: {{{values}}}}}}}"));
        let (one, two) = (server("default: x, enum: [x]"), server("default: x, enum: [y, x]"));
        assert_eq!(documents(&one, &two), [("server-variable-changed", Compatible)]);
        assert_eq!(documents(&two, &one), [("server-variable-changed", Breaking)]);
        assert_eq!(documents(&two, &server("default: y, enum: [x, y]")), [("server-variable-changed", Note)]);
    }

    #[test]
    fn an_operation_without_servers_has_those_of_the_document() {
        let operation = |servers: &str| {
            format!(
                "{}\npaths: {{/a: {{get: {{operationId: a, {servers}responses: {{'200': {{description: A}}}}}}}}}}",
                "servers: [{url: 'https://a'}]"
            )
        };
        let own = operation("servers: [{url: 'https://a'}], ");
        assert_eq!(documents(&operation(""), &own), []);
        let other = operation("servers: [{url: 'https://a'}, {url: 'https://b'}], ");
        assert_eq!(documents(&operation(""), &other), [("server-added", Compatible)]);
    }
}

mod webhooks {
    use super::*;

    fn hook(schema: &str) -> String {
        format!(
            "paths: {{}}\nwebhooks: {{a: {{post: {{operationId: a, requestBody: {{required: true, content: \
             {{application/json: {{schema: {schema}}}}}}}, responses: {{'200': {{description: Taken}}}}}}}}}}"
        )
    }

    #[test]
    fn webhooks_come_and_go() {
        let (none, some) = ("paths: {}", hook("{type: integer}"));
        assert_eq!(documents(none, &some), [("webhook-added", Compatible)]);
        assert_eq!(documents(&some, none), [("webhook-removed", Breaking)]);
    }

    #[test]
    fn what_is_sent_is_for_clients_to_read() {
        let (integer, number) = (hook("{type: integer}"), hook("{type: number}"));
        assert_eq!(documents(&integer, &number), [("type-changed", Breaking)]);
        assert_eq!(documents(&number, &integer), [("type-changed", Compatible)]);
    }
}

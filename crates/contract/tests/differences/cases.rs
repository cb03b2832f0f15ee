//! The planted edits.

use unplug_contract::Severity;

use super::{Case, Document, Handlers};

/// The operations of the document.
const PUT: &str = "    put:\n";
const GET: &str = "get:\n";

/// The same in the handlers' source.
const PUT_HANDLER: &str = "/// Stores a thing";
const GET_HANDLER: &str = "/// Gives a thing.\n#[";

pub(crate) fn all() -> impl Iterator<Item = Case> {
    operations()
        .into_iter()
        .chain(parameters())
        .chain(parameter_keywords())
        .chain(bodies())
        .chain(answers())
        .chain(headers())
        .chain(security())
}

fn operations() -> Vec<Case> {
    vec![
        Case {
            rule: "operation-missing",
            severity: Severity::Breaking,
            edit: (Handlers, "    put:\n", "    x-put:\n"),
            message: "no handler describes `putThing`",
            document: Some((PUT, "operationId: putThing")),
            handlers: Some((PUT_HANDLER, "path = \"/things/{id}\"")),
        },
        Case {
            rule: "operation-missing",
            severity: Severity::Breaking,
            edit: (Handlers, "    get:\n", "    x-get:\n"),
            message: "no handler describes `getThing`",
            document: Some((GET, "operationId: getThing")),
            handlers: Some((GET_HANDLER, "path = \"/things/{id}\"")),
        },
        Case {
            rule: "operation-undeclared",
            severity: Severity::Breaking,
            edit: (Document, "    get:\n", "    x-get:\n"),
            message: "a handler describes `getThing`, which the document does not have",
            document: None,
            handlers: Some((GET_HANDLER, "path = \"/things/{id}\"")),
        },
        Case {
            rule: "operation-id-differs",
            severity: Severity::Note,
            edit: (Document, "operationId: getThing", "operationId: fetchThing"),
            message: "the document calls it `fetchThing`, the handler `getThing`",
            document: Some((GET, "operationId: fetchThing")),
            handlers: Some((GET_HANDLER, "operation_id = \"getThing\"")),
        },
    ]
}

fn parameters() -> Vec<Case> {
    vec![
        Case {
            rule: "parameter-missing",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "      - name: x-team\n        in: header\n        required: true\n        schema: {type: string}\n",
                "",
            ),
            message: "the handler does not mention the header parameter `X-Team`",
            document: Some((PUT, "name: X-Team")),
            handlers: Some((PUT_HANDLER, "params(")),
        },
        Case {
            rule: "parameter-missing",
            severity: Severity::Compatible,
            edit: (Handlers, "      - name: limit\n        in: query\n        schema: {type: integer}\n", ""),
            message: "the handler does not mention the query parameter `limit`",
            document: Some((PUT, "name: limit")),
            handlers: Some((PUT_HANDLER, "params(")),
        },
        Case {
            rule: "parameter-undeclared",
            severity: Severity::Compatible,
            edit: (
                Handlers,
                "      - name: limit\n        in: query\n        schema: {type: integer}\n",
                "      - name: limit\n        in: query\n        schema: {type: integer}\n      - name: colour\n        in: query\n        schema: {type: string}\n",
            ),
            message: "the handler describes the query parameter `colour`, which the document does not have",
            document: Some((PUT, "operationId: putThing")),
            handlers: Some((PUT_HANDLER, "(\"colour\"")),
        },
        Case {
            rule: "parameter-undeclared",
            severity: Severity::Breaking,
            edit: (
                Document,
                "      - name: X-Team\n        in: header\n        required: true\n        schema: {type: [string, \"null\"]}\n",
                "",
            ),
            message: "the handler describes the header parameter `x-team`, which the document does not have",
            document: Some((PUT, "operationId: putThing")),
            handlers: Some((PUT_HANDLER, "(\"x-team\"")),
        },
    ]
}

fn parameter_keywords() -> Vec<Case> {
    vec![
        Case {
            rule: "parameter-required-differs",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "- name: limit\n        in: query\n",
                "- name: limit\n        in: query\n        required: true\n",
            ),
            message: "the query parameter `limit` is optional in the document and required in the handler",
            document: Some((PUT, "name: limit")),
            handlers: Some((PUT_HANDLER, "(\"limit\"")),
        },
        Case {
            rule: "parameter-required-differs",
            severity: Severity::Compatible,
            edit: (Handlers, "in: header\n        required: true\n", "in: header\n"),
            message: "the header parameter `X-Team` is required in the document and optional in the handler",
            document: Some((PUT, "name: X-Team")),
            handlers: Some((PUT_HANDLER, "(\"x-team\"")),
        },
        Case {
            rule: "parameter-type-differs",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "      - name: limit\n        in: query\n        schema: {type: integer}\n",
                "      - name: limit\n        in: query\n        schema: {type: string}\n",
            ),
            message: "the query parameter `limit` is integer in the document and string in the handler",
            document: Some((PUT, "name: limit")),
            handlers: Some((PUT_HANDLER, "(\"limit\"")),
        },
        Case {
            rule: "parameter-type-differs",
            severity: Severity::Compatible,
            edit: (
                Handlers,
                "      - name: limit\n        in: query\n        schema: {type: integer}\n",
                "      - name: limit\n        in: query\n        schema: {type: number}\n",
            ),
            message: "the query parameter `limit` is integer in the document and number in the handler",
            document: Some((PUT, "name: limit")),
            handlers: Some((PUT_HANDLER, "(\"limit\"")),
        },
        Case {
            rule: "parameter-type-differs",
            severity: Severity::Breaking,
            edit: (
                Document,
                "      - name: limit\n        in: query\n        schema: {type: integer}\n",
                "      - name: limit\n        in: query\n        schema: {type: number}\n",
            ),
            message: "the query parameter `limit` is number in the document and integer in the handler",
            document: Some((PUT, "name: limit")),
            handlers: Some((PUT_HANDLER, "(\"limit\"")),
        },
    ]
}

fn bodies() -> Vec<Case> {
    vec![
        Case {
            rule: "body-missing",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "      requestBody:\n        required: true\n        content:\n          application/json: {schema: {type: object}}\n",
                "",
            ),
            message: "the handler does not mention the request body",
            document: Some(("requestBody:", "required: true")),
            handlers: Some((PUT_HANDLER, "#[utoipa::path(")),
        },
        Case {
            rule: "body-undeclared",
            severity: Severity::Breaking,
            edit: (
                Document,
                "      requestBody:\n        required: true\n        content:\n          application/json: {schema: {type: object}}\n",
                "",
            ),
            message: "the handler describes a request body, which the document does not have",
            document: Some((PUT, "operationId: putThing")),
            handlers: Some((PUT_HANDLER, "request_body(")),
        },
        Case {
            rule: "body-required-differs",
            severity: Severity::Compatible,
            edit: (
                Handlers,
                "requestBody:\n        required: true\n",
                "requestBody:\n        required: false\n",
            ),
            message: "the request body is required in the document and optional in the handler",
            document: Some(("requestBody:", "required: true")),
            handlers: Some((PUT_HANDLER, "request_body(")),
        },
        Case {
            rule: "body-required-differs",
            severity: Severity::Breaking,
            edit: (
                Document,
                "requestBody:\n        required: true\n",
                "requestBody:\n        required: false\n",
            ),
            message: "the request body is optional in the document and required in the handler",
            document: Some(("requestBody:", "required: false")),
            handlers: Some((PUT_HANDLER, "request_body(")),
        },
        Case {
            rule: "media-type-missing",
            severity: Severity::Breaking,
            edit: (
                Document,
                "requestBody:\n        required: true\n        content:\n",
                "requestBody:\n        required: true\n        content:\n          text/csv: {schema: {type: string}}\n",
            ),
            message: "the request body has `text/csv` in the document; the handler does not mention it",
            document: Some(("requestBody:", "required: true")),
            handlers: Some((PUT_HANDLER, "request_body(")),
        },
        Case {
            rule: "media-type-undeclared",
            severity: Severity::Compatible,
            edit: (
                Handlers,
                "requestBody:\n        required: true\n        content:\n",
                "requestBody:\n        required: true\n        content:\n          text/csv: {schema: {type: string}}\n",
            ),
            message: "the handler describes `text/csv` for the request body; the document does not have it",
            document: Some(("requestBody:", "required: true")),
            handlers: Some((PUT_HANDLER, "request_body(")),
        },
    ]
}

fn answers() -> Vec<Case> {
    vec![
        Case {
            rule: "media-type-missing",
            severity: Severity::Compatible,
            edit: (
                Document,
                "description: Unknown\n          content:\n",
                "description: Unknown\n          content:\n            text/plain: {schema: {type: string}}\n",
            ),
            message: "the answer 404 has `text/plain` in the document; the handler does not mention it",
            document: Some((PUT, "description: Unknown")),
            handlers: Some((PUT_HANDLER, "(status = 404")),
        },
        Case {
            rule: "media-type-missing",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "description: Unknown\n          content:\n            application/json: {schema: {type: object}}\n",
                "description: Unknown\n",
            ),
            message: "the answer 404 has `application/json` in the document; the handler does not mention it",
            document: Some((PUT, "description: Unknown")),
            handlers: Some((PUT_HANDLER, "(status = 404")),
        },
        Case {
            rule: "media-type-undeclared",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "description: Unknown\n          content:\n",
                "description: Unknown\n          content:\n            text/plain: {schema: {type: string}}\n",
            ),
            message: "the handler describes `text/plain` for the answer 404; the document does not have it",
            document: Some((PUT, "description: Unknown")),
            handlers: Some((PUT_HANDLER, "content_type = \"text/plain\"")),
        },
        Case {
            rule: "status-missing",
            severity: Severity::Compatible,
            edit: (
                Document,
                "        \"404\":\n",
                "        \"410\": {description: Gone}\n        \"404\":\n",
            ),
            message: "the document declares the answer 410; the handler does not mention it",
            document: Some((PUT, "{description: Gone}")),
            handlers: Some((PUT_HANDLER, "responses(")),
        },
        Case {
            rule: "status-undeclared",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "        \"404\":\n",
                "        \"409\": {description: Taken}\n        \"404\":\n",
            ),
            message: "the handler describes the answer 409, which the document does not have",
            document: Some((PUT, "operationId: putThing")),
            handlers: Some((PUT_HANDLER, "(status = 409")),
        },
        Case {
            rule: "status-undeclared",
            severity: Severity::Note,
            edit: (Handlers, "        4XX:\n", "        \"404\": {description: Not found}\n        4XX:\n"),
            message: "the handler names the answer 404 apart; the document covers it in general",
            document: Some((GET, "operationId: getThing")),
            handlers: Some((GET_HANDLER, "(status = 404")),
        },
    ]
}

fn headers() -> Vec<Case> {
    vec![
        Case {
            rule: "header-missing",
            severity: Severity::Compatible,
            edit: (
                Document,
                "description: Unknown\n",
                "description: Unknown\n          headers:\n            X-Right: {schema: {type: integer}}\n",
            ),
            message: "the answer 404 declares the header `X-Right`; the handler does not mention it",
            document: Some((PUT, "X-Right")),
            handlers: Some((PUT_HANDLER, "(status = 404")),
        },
        Case {
            rule: "header-missing",
            severity: Severity::Breaking,
            edit: (
                Document,
                "description: Unknown\n",
                "description: Unknown\n          headers:\n            X-Right: {required: true, schema: {type: integer}}\n",
            ),
            message: "the answer 404 declares the header `X-Right`; the handler does not mention it",
            document: Some((PUT, "X-Right")),
            handlers: Some((PUT_HANDLER, "(status = 404")),
        },
        Case {
            rule: "header-missing",
            severity: Severity::Compatible,
            edit: (Handlers, "          headers:\n            x-left: {schema: {type: integer}}\n", ""),
            message: "the answer 200 declares the header `X-Left`; the handler does not mention it",
            document: Some(("X-Left:", "schema: {type: integer}")),
            handlers: Some((PUT_HANDLER, "(status = 200")),
        },
        Case {
            rule: "header-undeclared",
            severity: Severity::Compatible,
            edit: (
                Handlers,
                "description: Unknown\n",
                "description: Unknown\n          headers:\n            X-Right: {schema: {type: integer}}\n",
            ),
            message: "the handler describes the header `X-Right` of the answer 404, which the document does not have",
            document: Some((PUT, "description: Unknown")),
            handlers: Some((PUT_HANDLER, "(\"X-Right\"")),
        },
    ]
}

fn security() -> Vec<Case> {
    vec![
        Case {
            rule: "security-differs",
            severity: Severity::Breaking,
            edit: (
                Handlers,
                "operationId: putThing\n      security: [{bearer: []}]",
                "operationId: putThing\n      security: [{session: []}]",
            ),
            message: "the document asks for HTTP bearer; the handler says cookie `session`",
            document: Some((PUT, "operationId: putThing")),
            handlers: Some((PUT_HANDLER, "security((\"bearer\"")),
        },
        Case {
            rule: "security-differs",
            severity: Severity::Breaking,
            edit: (Document, "operationId: getThing", "operationId: getThing\n      security: []"),
            message: "the document asks for no credentials; the handler says HTTP bearer",
            document: Some((GET, "operationId: getThing")),
            handlers: Some((GET_HANDLER, "#[utoipa::path(")),
        },
        Case {
            rule: "security-differs",
            severity: Severity::Breaking,
            edit: (
                Document,
                "operationId: putThing",
                "operationId: putThing\n      security: [{Key: []}, {Key: [], Cookie: []}]",
            ),
            message: "the document asks for HTTP bearer, or HTTP bearer and cookie `session`; the handler says HTTP bearer",
            document: Some((PUT, "operationId: putThing")),
            handlers: Some((PUT_HANDLER, "security((\"bearer\"")),
        },
    ]
}

//! Edits of operations, parameters, bodies, responses and security.

use super::Case;
use super::Edit::{Push, Remove, Rename, Set};

macro_rules! put {
    ($rest:literal) => {
        concat!("/paths/~1things~1{id}/put", $rest)
    };
}
macro_rules! get {
    ($rest:literal) => {
        concat!("/paths/~1things~1{id}/get", $rest)
    };
}

pub(crate) fn all() -> Vec<Case> {
    [operations_and_parameters(), bodies(), responses(), security_and_servers(), incoming()]
        .into_iter()
        .flatten()
        .collect()
}

#[rustfmt::skip]
fn operations_and_parameters() -> Vec<Case> {
    vec![
        Case {
            title: "a deprecated operation goes",
            edit: Remove(get!("")),
            there: ("operation-removed", "compatible", "callers"),
            back: ("operation-added", "compatible", "server"),
        },
        Case {
            title: "an operation has another id",
            edit: Set(get!("/operationId"), "fetchThing"),
            there: ("operation-id-changed", "note", "callers"),
            back: ("operation-id-changed", "note", "callers"),
        },
        Case {
            title: "an operation is no longer deprecated",
            edit: Remove(get!("/deprecated")),
            there: ("operation-deprecated-changed", "note", "callers"),
            back: ("operation-deprecated-changed", "note", "callers"),
        },
        Case {
            title: "an optional parameter goes",
            edit: Remove(put!("/parameters/2")),
            there: ("parameter-removed", "compatible", "callers"),
            back: ("parameter-added", "compatible", "server"),
        },
        Case {
            title: "a required parameter goes",
            edit: Remove(put!("/parameters/4")),
            there: ("parameter-removed", "breaking", "callers"),
            back: ("parameter-added", "breaking", "callers"),
        },
        Case {
            title: "a parameter is required",
            edit: Set(put!("/parameters/1/required"), "true"),
            there: ("parameter-required-changed", "breaking", "callers"),
            back: ("parameter-required-changed", "compatible", "server"),
        },
        Case {
            title: "a parameter is deprecated",
            edit: Set(put!("/parameters/1/deprecated"), "true"),
            there: ("parameter-deprecated-changed", "note", "callers"),
            back: ("parameter-deprecated-changed", "note", "callers"),
        },
        Case {
            title: "a list is written in one piece",
            edit: Set(put!("/parameters/2/explode"), "false"),
            there: ("parameter-style-changed", "breaking", "callers"),
            back: ("parameter-style-changed", "breaking", "callers"),
        },
        Case {
            title: "a list is separated by pipes",
            edit: Set(put!("/parameters/2/style"), "pipeDelimited"),
            there: ("parameter-style-changed", "breaking", "callers"),
            back: ("parameter-style-changed", "breaking", "callers"),
        },
        Case {
            title: "reserved characters stay",
            edit: Set(put!("/parameters/1/allowReserved"), "true"),
            there: ("parameter-reserved-changed", "note", "callers"),
            back: ("parameter-reserved-changed", "note", "callers"),
        },
        Case {
            title: "a name without value is no longer allowed",
            edit: Remove(put!("/parameters/3/allowEmptyValue")),
            there: ("parameter-empty-changed", "breaking", "callers"),
            back: ("parameter-empty-changed", "compatible", "server"),
        },
        Case {
            title: "a parameter is of another media type",
            edit: Rename(put!("/parameters/5/content/application~1json"), "application/xml"),
            there: ("parameter-content-changed", "breaking", "callers"),
            back: ("parameter-content-changed", "breaking", "callers"),
        },
    ]
}

#[rustfmt::skip]
fn bodies() -> Vec<Case> {
    vec![
        Case {
            title: "the body goes",
            edit: Remove(put!("/requestBody")),
            there: ("body-removed", "breaking", "callers"),
            back: ("body-added", "breaking", "callers"),
        },
        Case {
            title: "there is an optional body",
            edit: Set(get!("/requestBody"), "{content: {application/json: {schema: {type: object}}}}"),
            there: ("body-added", "compatible", "server"),
            back: ("body-removed", "compatible", "callers"),
        },
        Case {
            title: "the body is optional",
            edit: Remove(put!("/requestBody/required")),
            there: ("body-required-changed", "compatible", "server"),
            back: ("body-required-changed", "breaking", "callers"),
        },
        Case {
            title: "requests are of a further media type",
            edit: Set(put!("/requestBody/content/text~1csv"), "{schema: {type: string}}"),
            there: ("media-type-added", "compatible", "server"),
            back: ("media-type-removed", "breaking", "callers"),
        },
        Case {
            title: "responses are of one media type less",
            edit: Remove(put!("/responses/200/content/text~1plain")),
            there: ("media-type-removed", "breaking", "clients"),
            back: ("media-type-added", "compatible", "clients"),
        },
        Case {
            title: "a response has no body",
            edit: Remove(put!("/responses/404/content")),
            there: ("media-type-removed", "breaking", "clients"),
            back: ("media-type-added", "compatible", "clients"),
        },
        Case {
            title: "any image is taken",
            edit: Set(put!("/requestBody/content/multipart~1form-data/encoding/file/contentType"), "image/*"),
            there: ("encoding-changed", "breaking", "callers"),
            back: ("encoding-changed", "breaking", "callers"),
        },
    ]
}

#[rustfmt::skip]
fn responses() -> Vec<Case> {
    vec![
        Case {
            title: "a status comes",
            edit: Set(put!("/responses/409"), "{description: Taken}"),
            there: ("status-added", "note", "clients"),
            back: ("status-removed", "compatible", "server"),
        },
        Case {
            title: "a status of a declared range comes",
            edit: Set(put!("/responses/503"), "{description: Busy}"),
            there: ("status-named", "note", "clients"),
            back: ("status-removed", "note", "clients"),
        },
        Case {
            title: "a required header goes",
            edit: Remove(put!("/responses/200/headers/X-Left")),
            there: ("header-removed", "breaking", "clients"),
            back: ("header-added", "compatible", "clients"),
        },
        Case {
            title: "an optional header goes",
            edit: Remove(put!("/responses/200/headers/X-Until")),
            there: ("header-removed", "compatible", "clients"),
            back: ("header-added", "compatible", "clients"),
        },
        Case {
            title: "a header is optional",
            edit: Remove(put!("/responses/200/headers/X-Left/required")),
            there: ("header-required-changed", "breaking", "clients"),
            back: ("header-required-changed", "compatible", "server"),
        },
        Case {
            title: "a header is written in pairs",
            edit: Set(put!("/responses/200/headers/X-Until/explode"), "true"),
            there: ("header-form-changed", "breaking", "clients"),
            back: ("header-form-changed", "breaking", "clients"),
        },
        Case {
            title: "a header is of another type",
            edit: Set(put!("/responses/200/headers/X-Left/schema/type"), "number"),
            there: ("type-changed", "breaking", "clients"),
            back: ("type-changed", "compatible", "server"),
        },
    ]
}

#[rustfmt::skip]
fn security_and_servers() -> Vec<Case> {
    vec![
        Case {
            title: "credentials are no longer enough",
            edit: Remove(put!("/security/1")),
            there: ("security-alternative-removed", "breaking", "callers"),
            back: ("security-alternative-added", "compatible", "server"),
        },
        Case {
            title: "both credentials are needed",
            edit: Set(get!("/security"), "[{token: [], oauth: []}]"),
            there: ("security-alternative-removed", "breaking", "callers"),
            back: ("security-alternative-added", "compatible", "server"),
        },
        Case {
            title: "a further scope is needed",
            edit: Push(put!("/security/1/oauth"), "write"),
            there: ("security-scopes-changed", "breaking", "callers"),
            back: ("security-scopes-changed", "compatible", "server"),
        },
        Case {
            title: "the key travels in the query",
            edit: Set("/components/securitySchemes/token/in", "query"),
            there: ("security-scheme-changed", "breaking", "callers"),
            back: ("security-scheme-changed", "breaking", "callers"),
        },
        Case {
            title: "the key has another name",
            edit: Set("/components/securitySchemes/token/name", "X-Key"),
            there: ("security-scheme-changed", "breaking", "callers"),
            back: ("security-scheme-changed", "breaking", "callers"),
        },
        Case {
            title: "a server goes",
            edit: Remove("/servers/1"),
            there: ("server-removed", "breaking", "callers"),
            back: ("server-added", "compatible", "server"),
        },
        Case {
            title: "a region goes",
            edit: Remove("/servers/0/variables/region/enum/1"),
            there: ("server-variable-changed", "breaking", "callers"),
            back: ("server-variable-changed", "compatible", "server"),
        },
        Case {
            title: "another region is the default",
            edit: Set("/servers/0/variables/region/default", "us"),
            there: ("server-variable-changed", "note", "callers"),
            back: ("server-variable-changed", "note", "callers"),
        },
    ]
}

#[rustfmt::skip]
fn incoming() -> Vec<Case> {
    vec![
        Case {
            title: "a webhook goes",
            edit: Remove("/webhooks/thingGone"),
            there: ("webhook-removed", "breaking", "clients"),
            back: ("webhook-added", "compatible", "clients"),
        },
        Case {
            title: "a webhook says less",
            edit: Remove("/webhooks/thingGone/post/requestBody/content/application~1json/schema/required"),
            there: ("property-required-changed", "breaking", "clients"),
            back: ("property-required-changed", "compatible", "server"),
        },
        Case {
            title: "a callback goes",
            edit: Remove(put!("/callbacks")),
            there: ("callback-removed", "breaking", "clients"),
            back: ("callback-added", "compatible", "clients"),
        },
    ]
}

//! The objects of the specification as tables: which fields they have, what those hold, and since
//! when. [`super::Checker`] walks a document along these tables.

use super::kinds::Kind::{self, Any, Bound, Count, Flag, List, Map, Number, Text, TypeNames, Word};
use super::kinds::{Field, ObjectType, field, object, prose, wider};
use super::rules;
use crate::ir::{Keyword, ParameterIn, Style, ValueKind};
use crate::version::Version::{V30, V31, V32};

const fn one(object: &'static ObjectType) -> Kind {
    Kind::Object(object)
}

pub(super) static DOCUMENT: ObjectType = object(
    "OpenAPI Object",
    &[
        field("openapi", Any),
        prose("$self", Text).since(V32),
        prose("jsonSchemaDialect", Text).since(V31),
        wider("info", one(&INFO)).expected(),
        wider("servers", List(&one(&SERVER))),
        field("paths", one(&PATHS)),
        wider("webhooks", Map(&one(&PATH_ITEM))).since(V31),
        wider("components", one(&COMPONENTS)),
        wider("security", Kind::Alternatives(&SECURITY_REQUIREMENT)),
        prose("tags", List(&one(&TAG))),
        prose("externalDocs", one(&EXTERNAL_DOCS)),
    ],
)
.rule(rules::document::check);

static INFO: ObjectType = object(
    "Info Object",
    &[
        prose("title", Text).expected(),
        prose("summary", Text).since(V31),
        prose("description", Text),
        prose("termsOfService", Text),
        prose("contact", one(&CONTACT)),
        prose("license", one(&LICENSE)),
        prose("version", Text).expected(),
    ],
);

static CONTACT: ObjectType =
    object("Contact Object", &[prose("name", Text), prose("url", Text), prose("email", Text)]);

static LICENSE: ObjectType = object(
    "License Object",
    &[prose("name", Text).expected(), prose("identifier", Text).since(V31), prose("url", Text)],
);

static SERVER: ObjectType = object(
    "Server Object",
    &[
        field("url", Text).required(),
        prose("description", Text),
        field("name", Text).since(V32),
        field("variables", Map(&one(&SERVER_VARIABLE))),
    ],
)
.rule(rules::servers::check);

static SERVER_VARIABLE: ObjectType = object(
    "Server Variable Object",
    &[field("enum", List(&Text)), field("default", Text).required(), prose("description", Text)],
);

static COMPONENTS: ObjectType = object(
    "Components Object",
    &[
        field("schemas", Map(&one(&SCHEMA))),
        field("responses", Map(&one(&RESPONSE))),
        field("parameters", Map(&one(&PARAMETER))),
        field("examples", Map(&one(&EXAMPLE))),
        field("requestBodies", Map(&one(&REQUEST_BODY))),
        field("headers", Map(&one(&HEADER))),
        // A scheme that is not understood is left to the user; nothing depends on it being right.
        prose("securitySchemes", Map(&one(&SECURITY_SCHEME))),
        field("links", Map(&one(&LINK))),
        field("callbacks", Map(&one(&CALLBACK))),
        field("pathItems", Map(&one(&PATH_ITEM))).since(V31),
        field("mediaTypes", Map(&one(&MEDIA_TYPE))).since(V32),
    ],
);

static PATHS: ObjectType = object("Paths Object", &[]).others(one(&PATH_ITEM)).rule(rules::paths::check);

pub(super) static PATH_ITEM: ObjectType = object(
    "Path Item Object",
    &[
        field("$ref", Text),
        prose("summary", Text),
        prose("description", Text),
        field("get", one(&OPERATION)),
        field("put", one(&OPERATION)),
        field("post", one(&OPERATION)),
        field("delete", one(&OPERATION)),
        field("options", one(&OPERATION)),
        field("head", one(&OPERATION)),
        field("patch", one(&OPERATION)),
        field("trace", one(&OPERATION)),
        field("query", one(&OPERATION)).since(V32),
        field("additionalOperations", Map(&one(&OPERATION))).since(V32),
        wider("servers", List(&one(&SERVER))),
        field("parameters", List(&one(&PARAMETER))),
    ],
)
.rule(rules::paths::reference)
.independent();

static OPERATION: ObjectType = object(
    "Operation Object",
    &[
        prose("tags", List(&Text)),
        prose("summary", Text),
        prose("description", Text),
        prose("externalDocs", one(&EXTERNAL_DOCS)),
        wider("operationId", Text),
        field("parameters", List(&one(&PARAMETER))),
        field("requestBody", one(&REQUEST_BODY)),
        wider("responses", one(&RESPONSES)),
        wider("callbacks", Map(&one(&CALLBACK))),
        wider("deprecated", Flag),
        wider("security", Kind::Alternatives(&SECURITY_REQUIREMENT)),
        wider("servers", List(&one(&SERVER))),
    ],
)
.rule(rules::operations::check);

static EXTERNAL_DOCS: ObjectType =
    object("External Documentation Object", &[prose("description", Text), prose("url", Text).expected()]);

pub(super) static PARAMETER: ObjectType = object(
    "Parameter Object",
    &[
        field("name", Text).required(),
        field("in", Word(ParameterIn::WORDS)).required(),
        prose("description", Text),
        field("required", Flag),
        wider("deprecated", Flag),
        prose("allowEmptyValue", Flag),
        wider("style", Word(Style::WORDS)),
        wider("explode", Flag),
        wider("allowReserved", Flag),
        wider("schema", one(&SCHEMA)),
        prose("example", Any),
        prose("examples", Map(&one(&EXAMPLE))),
        wider("content", Map(&one(&MEDIA_TYPE))),
    ],
)
.or_reference()
.rule(rules::parameters::check)
.independent();

static REQUEST_BODY: ObjectType = object(
    "Request Body Object",
    &[
        prose("description", Text),
        wider("content", Map(&one(&MEDIA_TYPE))).required(),
        wider("required", Flag),
    ],
)
.or_reference()
.independent();

static MEDIA_TYPE: ObjectType = object(
    "Media Type Object",
    &[
        field("schema", one(&SCHEMA)),
        field("itemSchema", one(&SCHEMA)).since(V32),
        prose("example", Any),
        prose("examples", Map(&one(&EXAMPLE))),
        field("encoding", Map(&one(&ENCODING))),
        field("prefixEncoding", List(&one(&ENCODING))).since(V32),
        field("itemEncoding", one(&ENCODING)).since(V32),
    ],
)
.instead("it is read as one without a schema")
.or_reference();

static ENCODING: ObjectType = object(
    "Encoding Object",
    &[
        field("contentType", Text),
        field("headers", Map(&one(&HEADER))),
        field("style", Word(Style::WORDS)),
        field("explode", Flag),
        field("allowReserved", Flag),
        field("encoding", Map(&one(&ENCODING))).since(V32),
        field("prefixEncoding", List(&one(&ENCODING))).since(V32),
        field("itemEncoding", one(&ENCODING)).since(V32),
    ],
);

static RESPONSES: ObjectType =
    object("Responses Object", &[]).others(one(&RESPONSE)).rule(rules::responses::check);

static RESPONSE: ObjectType = object(
    "Response Object",
    &[
        prose("summary", Text).since(V32),
        // Required before 3.2; nothing is lost when it is missing.
        prose("description", Text),
        field("headers", Map(&one(&HEADER))),
        field("content", Map(&one(&MEDIA_TYPE))),
        prose("links", Map(&one(&LINK))),
    ],
)
.or_reference()
.rule(rules::responses::description);

static CALLBACK: ObjectType = object("Callback Object", &[]).or_reference().others(one(&PATH_ITEM));

static EXAMPLE: ObjectType = object(
    "Example Object",
    &[
        prose("summary", Text),
        prose("description", Text),
        prose("value", Any),
        prose("externalValue", Text),
        prose("dataValue", Any).since(V32),
        prose("serializedValue", Text).since(V32),
    ],
)
.or_reference();

static LINK: ObjectType = object(
    "Link Object",
    &[
        prose("operationRef", Text),
        prose("operationId", Text),
        prose("parameters", Map(&Any)),
        prose("requestBody", Any),
        prose("description", Text),
        prose("server", one(&SERVER)),
    ],
)
.or_reference();

static HEADER: ObjectType = object(
    "Header Object",
    &[
        prose("description", Text),
        field("required", Flag),
        field("deprecated", Flag),
        prose("allowEmptyValue", Flag),
        field("style", Word(&["simple"])),
        field("explode", Flag),
        field("allowReserved", Flag),
        field("schema", one(&SCHEMA)),
        prose("example", Any),
        prose("examples", Map(&one(&EXAMPLE))),
        field("content", Map(&one(&MEDIA_TYPE))),
    ],
)
.or_reference()
.rule(rules::parameters::header);

static TAG: ObjectType = object(
    "Tag Object",
    &[
        prose("name", Text).expected(),
        prose("summary", Text).since(V32),
        prose("description", Text),
        prose("externalDocs", one(&EXTERNAL_DOCS)),
        prose("parent", Text).since(V32),
        prose("kind", Text).since(V32),
    ],
);

pub(super) static SCHEMA: ObjectType = ObjectType {
    boolean: true,
    instead: "anything is valid in its place",
    ..object("Schema Object", &SCHEMA_FIELDS)
}
.or_reference()
.rule(rules::schemas::check);

static ONE_SCHEMA: Kind = one(&SCHEMA);

/// The keywords of the IR, and what is only found in documents.
static SCHEMA_FIELDS: [Field; Keyword::ALL.len() + DOCUMENT_KEYWORD_COUNT] = {
    let mut fields = [prose("", Any); Keyword::ALL.len() + DOCUMENT_KEYWORD_COUNT];
    let mut at = 0;
    while at < fields.len() {
        fields[at] = if at < Keyword::ALL.len() {
            keyword(Keyword::ALL[at])
        } else {
            DOCUMENT_KEYWORDS[at - Keyword::ALL.len()]
        };
        at += 1;
    }
    fields
};

const DOCUMENT_KEYWORD_COUNT: usize = 16;

/// Keywords that lowering folds into others or leaves out.
static DOCUMENT_KEYWORDS: [Field; DOCUMENT_KEYWORD_COUNT] = [
    field("nullable", Flag).until(V30),
    field("discriminator", one(&DISCRIMINATOR)),
    prose("xml", one(&XML)),
    prose("externalDocs", one(&EXTERNAL_DOCS)),
    prose("example", Any),
    field("contentSchema", one(&SCHEMA)).since(V31),
    field("$ref", Text),
    field("$dynamicRef", Text).since(V31),
    field("$defs", Map(&ONE_SCHEMA)).since(V31),
    prose("$id", Text).since(V31),
    prose("$schema", Text).since(V31),
    prose("$anchor", Text).since(V31),
    prose("$dynamicAnchor", Text).since(V31),
    prose("$vocabulary", Map(&Flag)).since(V31),
    prose("$comment", Text).since(V31),
    wider("dependencies", Map(&Any)),
];

/// A keyword of the IR as a field.
const fn keyword(keyword: Keyword) -> Field {
    let kind = match keyword.kind() {
        ValueKind::Flag => Flag,
        ValueKind::Count => Count,
        ValueKind::Number => match keyword {
            Keyword::ExclusiveMinimum | Keyword::ExclusiveMaximum => Bound,
            _ => Number,
        },
        ValueKind::Text => Text,
        ValueKind::Types => TypeNames,
        ValueKind::Json => Any,
        ValueKind::JsonList | ValueKind::Examples => List(&Any),
        ValueKind::Names => List(&Text),
        ValueKind::NameLists => Map(&List(&Text)),
        ValueKind::Schema => one(&SCHEMA),
        ValueKind::Schemas => List(&ONE_SCHEMA),
        ValueKind::SchemaMap => Map(&ONE_SCHEMA),
    };
    match keyword {
        Keyword::Title | Keyword::Description | Keyword::Examples => prose(keyword.name(), kind),
        _ => field(keyword.name(), kind),
    }
    .since(keyword.since())
}

static DISCRIMINATOR: ObjectType = object(
    "Discriminator Object",
    &[
        field("propertyName", Text).required(),
        field("mapping", Map(&Text)),
        field("defaultMapping", Text).since(V32),
    ],
)
.instead("it is ignored");

static XML: ObjectType = object(
    "XML Object",
    &[
        prose("nodeType", Text).since(V32),
        prose("name", Text),
        prose("namespace", Text),
        prose("prefix", Text),
        prose("attribute", Flag),
        prose("wrapped", Flag),
    ],
);

pub(super) static SECURITY_SCHEME: ObjectType = object(
    "Security Scheme Object",
    &[
        field("type", Word(&["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"])).required(),
        prose("description", Text),
        field("name", Text),
        field("in", Word(&["query", "header", "cookie"])),
        field("scheme", Text),
        prose("bearerFormat", Text),
        prose("flows", one(&OAUTH_FLOWS)),
        prose("openIdConnectUrl", Text),
        prose("oauth2MetadataUrl", Text).since(V32),
        field("deprecated", Flag).since(V32),
    ],
)
.or_reference()
.rule(rules::security::scheme)
.instead("it is read as a bearer token");

static OAUTH_FLOWS: ObjectType = object(
    "OAuth Flows Object",
    &[
        prose("implicit", one(&OAUTH_FLOW)),
        prose("password", one(&OAUTH_FLOW)),
        prose("clientCredentials", one(&OAUTH_FLOW)),
        prose("authorizationCode", one(&OAUTH_FLOW)),
        prose("deviceAuthorization", one(&OAUTH_FLOW)).since(V32),
    ],
);

static OAUTH_FLOW: ObjectType = object(
    "OAuth Flow Object",
    &[
        prose("authorizationUrl", Text),
        prose("deviceAuthorizationUrl", Text).since(V32),
        prose("tokenUrl", Text),
        prose("refreshUrl", Text),
        prose("scopes", Map(&Text)).expected(),
    ],
);

static SECURITY_REQUIREMENT: Kind = Map(&List(&Text));

//! The objects of the specification as tables: which fields they have, what those hold, and since
//! when. [`super::Checker`] walks a document along these tables.

use super::kinds::Kind;
use super::rules;
use super::version::Version;
use super::{Checker, Weight};
use crate::resolve::LocatedNode;

/// One kind of object.
pub(super) struct ObjectType {
    /// The specification's name for it.
    pub(super) name: &'static str,
    pub(super) fields: &'static [Field],
    /// What is done when one cannot be used, as the end of a sentence.
    pub(super) instead: &'static str,
    /// Does an error in it matter by itself, whatever it is to its owner?
    pub(super) independent: bool,
    /// May a Reference Object stand in its place?
    pub(super) reference: bool,
    /// May a boolean stand in its place, as with schemas?
    pub(super) boolean: bool,
    /// What members hold that are no field; `None`: there are no others.
    pub(super) others: Option<Kind>,
    /// What the table cannot say.
    pub(super) rule: Option<Rule>,
}

type Rule = for<'a> fn(&mut Checker<'a>, &LocatedNode<'a>);

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Optional,
    /// The specification demands it, but all that matters can be known without it.
    Expected,
    Required,
}

/// One field.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) need: Need,
    pub(super) since: Version,
    pub(super) until: Version,
    /// What a mistake in it costs, at most.
    pub(super) weight: Weight,
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        kind,
        need: Need::Optional,
        since: Version::V30,
        until: Version::V32,
        weight: Weight::Fatal,
    }
}

/// A field whose content can be left out or be anything: what has it can be used nevertheless.
const fn wider(name: &'static str, kind: Kind) -> Field {
    Field { weight: Weight::Wider, ..field(name, kind) }
}

/// A field whose content is only for readers.
const fn prose(name: &'static str, kind: Kind) -> Field {
    Field { weight: Weight::Prose, ..field(name, kind) }
}

impl Field {
    const fn required(self) -> Self {
        Self { need: Need::Required, ..self }
    }

    const fn expected(self) -> Self {
        Self { need: Need::Expected, ..self }
    }

    const fn since(self, since: Version) -> Self {
        Self { since, ..self }
    }

    const fn until(self, until: Version) -> Self {
        Self { until, ..self }
    }
}

const fn object(name: &'static str, fields: &'static [Field]) -> ObjectType {
    ObjectType {
        name,
        fields,
        instead: "it is left out",
        independent: false,
        reference: false,
        boolean: false,
        others: None,
        rule: None,
    }
}

impl ObjectType {
    const fn instead(self, instead: &'static str) -> Self {
        Self { instead, ..self }
    }

    const fn independent(self) -> Self {
        Self { independent: true, ..self }
    }

    const fn or_reference(self) -> Self {
        Self { reference: true, ..self }
    }

    const fn others(self, kind: Kind) -> Self {
        Self { others: Some(kind), ..self }
    }

    const fn rule(self, rule: Rule) -> Self {
        Self { rule: Some(rule), ..self }
    }
}

use Kind::{Any, Bound, Count, Flag, List, Map, Number, Text, TypeNames, Word};
use Version::{V30, V31, V32};

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
        field("in", Word(&["path", "query", "querystring", "header", "cookie"])).required(),
        prose("description", Text),
        field("required", Flag),
        wider("deprecated", Flag),
        prose("allowEmptyValue", Flag),
        wider("style", Word(STYLES)),
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

pub(super) const STYLES: &[&str] =
    &["matrix", "label", "simple", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"];

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
        field("style", Word(STYLES)),
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
    ..object(
        "Schema Object",
        &[
            prose("title", Text),
            prose("description", Text),
            field("type", TypeNames),
            field("format", Text),
            field("enum", List(&Any)),
            field("const", Any).since(V31),
            field("default", Any),
            field("nullable", Flag).until(V30),
            field("discriminator", one(&DISCRIMINATOR)),
            field("readOnly", Flag),
            field("writeOnly", Flag),
            field("deprecated", Flag),
            prose("xml", one(&XML)),
            prose("externalDocs", one(&EXTERNAL_DOCS)),
            prose("example", Any),
            prose("examples", List(&Any)).since(V31),
            field("multipleOf", Number),
            field("maximum", Number),
            field("exclusiveMaximum", Bound),
            field("minimum", Number),
            field("exclusiveMinimum", Bound),
            field("maxLength", Count),
            field("minLength", Count),
            field("pattern", Text),
            field("items", one(&SCHEMA)),
            field("prefixItems", List(&one(&SCHEMA))).since(V31),
            field("contains", one(&SCHEMA)).since(V31),
            field("maxItems", Count),
            field("minItems", Count),
            field("uniqueItems", Flag),
            field("maxContains", Count).since(V31),
            field("minContains", Count).since(V31),
            field("unevaluatedItems", one(&SCHEMA)).since(V31),
            field("properties", Map(&one(&SCHEMA))),
            field("patternProperties", Map(&one(&SCHEMA))).since(V31),
            field("additionalProperties", one(&SCHEMA)),
            field("unevaluatedProperties", one(&SCHEMA)).since(V31),
            field("propertyNames", one(&SCHEMA)).since(V31),
            field("required", List(&Text)),
            field("maxProperties", Count),
            field("minProperties", Count),
            field("dependentRequired", Map(&List(&Text))).since(V31),
            field("dependentSchemas", Map(&one(&SCHEMA))).since(V31),
            field("allOf", List(&one(&SCHEMA))),
            field("oneOf", List(&one(&SCHEMA))),
            field("anyOf", List(&one(&SCHEMA))),
            field("not", one(&SCHEMA)),
            field("if", one(&SCHEMA)).since(V31),
            field("then", one(&SCHEMA)).since(V31),
            field("else", one(&SCHEMA)).since(V31),
            field("contentEncoding", Text).since(V31),
            field("contentMediaType", Text).since(V31),
            field("contentSchema", one(&SCHEMA)).since(V31),
            field("$ref", Text),
            field("$dynamicRef", Text).since(V31),
            field("$defs", Map(&one(&SCHEMA))).since(V31),
            prose("$id", Text).since(V31),
            prose("$schema", Text).since(V31),
            prose("$anchor", Text).since(V31),
            prose("$dynamicAnchor", Text).since(V31),
            prose("$vocabulary", Map(&Flag)).since(V31),
            prose("$comment", Text).since(V31),
        ],
    )
}
.or_reference()
.rule(rules::schemas::check);

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

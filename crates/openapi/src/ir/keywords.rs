//! The keywords of a schema, in one table.
//!
//! Everything that goes through all keywords is made from it: the fields of [`Schema`], the check of
//! a document, lowering, the schemas below a schema, JSON Schema output. What has to do something of
//! its own with each keyword matches on [`Keyword`] without a wildcard, so that the compiler names
//! every such place when a keyword is added.

use indexmap::IndexMap;
use serde_json::{Map, Number, Value};

use super::keyword_value::{KeywordField, KeywordValue, KeywordValueMut, ValueKind};
use super::{Direction, Directions, Discriminator, Example, JsonType, Location, RateLimitRole, SchemaId};
use crate::version::Version;

/// What a keyword does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Says something about the value without making any invalid.
    Annotation,
    /// Makes values invalid.
    Assertion,
    /// Applies schemas to the same value.
    InPlace,
    /// Applies schemas to members or items of the value.
    Inside,
    /// Describes what a text holds; makes no value invalid.
    Content,
}

impl Role {
    /// Whether a keyword of this role can make a value invalid.
    #[must_use]
    pub const fn constrains(self) -> bool {
        !matches!(self, Self::Annotation | Self::Content)
    }
}

/// What the table says of a keyword.
#[derive(Clone, Copy, Debug)]
struct Row {
    name: &'static str,
    since: Version,
    role: Role,
    kind: ValueKind,
    applies_to: Option<JsonType>,
}

/// Declares [`Schema`] and [`Keyword`]. A row is a variant, the name in documents, the field with its
/// type, the version since which documents may have it, what it does, and for values of which type
/// (`any`: all).
macro_rules! keywords {
    ($($(#[$doc:meta])* $keyword:ident $name:literal $field:ident: $ty:ty, $since:ident $role:ident $json_type:ident;)*) => {
        /// A schema. Every field from `title` on is one keyword; an absent keyword is `None`, empty
        /// or `false`.
        #[derive(Clone, Debug)]
        #[allow(clippy::struct_excessive_bools, reason = "each is a keyword of its own")]
        pub struct Schema {
            /// Component name, when the schema stands directly under `components/schemas`.
            pub name: Option<String>,
            /// The name of the component of another kind within which the schema stands, for example
            /// `Error` for `/components/responses/Error/content/application~1json/schema`.
            pub holder: Option<String>,
            /// Where it stands.
            pub location: Location,
            /// `$ref`, resolved. The other keywords beside it apply as well.
            pub reference: Option<SchemaId>,
            /// Whether the component that stands in the same place is another schema: the way to this one
            /// binds a `$dynamicRef` otherwise.
            pub bound: bool,
            /// A boolean schema: `Some(true)` allows everything, `Some(false)` nothing.
            pub boolean: Option<bool>,
            /// Whether `null` is among the types without being named in `type`: 3.0 writes `nullable`.
            pub nullable: bool,
            /// In which direction messages have it.
            pub used_in: Directions,
            /// The names in `required` that must be there in one direction only, because the property is
            /// `readOnly` or `writeOnly`.
            pub one_way: IndexMap<String, Direction>,
            /// `discriminator`
            pub discriminator: Option<Discriminator>,
            /// `x-rate-limit`: what the value says about the caller's rate limit.
            pub rate_limit: Option<RateLimitRole>,
            /// `x-gone`: the values of an error that say that the thing is not there.
            pub gone: Vec<String>,
            /// Extensions (`x-…`) that are no keywords of the table, as they are.
            pub extensions: Map<String, Value>,
            $($(#[$doc])* #[doc = ""] #[doc = concat!("`", $name, "`")] pub $field: $ty,)*
        }

        /// A keyword of a schema.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Keyword {
            $(#[doc = concat!("`", $name, "`")] $keyword,)*
        }

        impl Keyword {
            /// All keywords: annotations, assertions, and those that apply schemas.
            pub const ALL: &[Self] = &[$(Self::$keyword,)*];

            const fn row(self) -> Row {
                match self {
                    $(Self::$keyword => Row {
                        name: $name,
                        since: Version::$since,
                        role: Role::$role,
                        kind: <$ty as KeywordField>::KIND,
                        applies_to: json_type!($json_type),
                    },)*
                }
            }
        }

        impl Schema {
            /// A schema without any keyword: it allows everything.
            #[must_use]
            pub fn unconstrained(location: Location) -> Self {
                Self {
                    name: None,
                    holder: None,
                    location,
                    reference: None,
                    bound: false,
                    boolean: None,
                    nullable: false,
                    used_in: Directions::default(),
                    one_way: IndexMap::new(),
                    discriminator: None,
                    rate_limit: None,
                    gone: Vec::new(),
                    extensions: Map::new(),
                    $($field: Default::default(),)*
                }
            }

            /// The value of a keyword.
            #[must_use]
            pub fn value(&self, keyword: Keyword) -> KeywordValue<'_> {
                match keyword {
                    $(Keyword::$keyword => self.$field.value(),)*
                }
            }

            /// The value of a keyword, to be changed.
            #[must_use]
            pub fn value_mut(&mut self, keyword: Keyword) -> KeywordValueMut<'_> {
                match keyword {
                    $(Keyword::$keyword => self.$field.value_mut(),)*
                }
            }
        }
    };
}

macro_rules! json_type {
    (any) => {
        None
    };
    ($json_type:ident) => {
        Some(JsonType::$json_type)
    };
}

keywords! {
    Title "title" title: Option<String>, V30 Annotation any;
    Description "description" description: Option<String>, V30 Annotation any;
    Default "default" default: Option<Value>, V30 Annotation any;
    /// Those of `example` as well.
    Examples "examples" examples: Vec<Example>, V31 Annotation any;
    Format "format" format: Option<String>, V30 Annotation any;
    Deprecated "deprecated" deprecated: bool, V30 Annotation any;
    ReadOnly "readOnly" read_only: bool, V30 Annotation any;
    WriteOnly "writeOnly" write_only: bool, V30 Annotation any;
    ContentEncoding "contentEncoding" content_encoding: Option<String>, V31 Annotation String;
    ContentMediaType "contentMediaType" content_media_type: Option<String>, V31 Annotation String;
    /// The schema of what the text holds, as `contentMediaType` says.
    ContentSchema "contentSchema" content_schema: Option<SchemaId>, V31 Content String;
    /// Known values of an open set; other values are valid.
    ExtensibleEnum "x-extensible-enum" extensible_enumeration: Option<Vec<Value>>, V30 Annotation any;
    /// A name for the Rust type or field.
    RustName "x-rust-name" rust_name: Option<String>, V30 Annotation any;
    /// The value is a credential and never shown in `Debug` or a log.
    Secret "x-secret" secret: bool, V30 Annotation any;

    /// Empty means any. 3.0's `nullable: true` adds [`JsonType::Null`] when `type` is given.
    Type "type" types: Vec<JsonType>, V30 Assertion any;
    Const "const" constant: Option<Value>, V31 Assertion any;
    Enum "enum" enumeration: Option<Vec<Value>>, V30 Assertion any;
    Required "required" required: Vec<String>, V30 Assertion Object;
    DependentRequired "dependentRequired" dependent_required: IndexMap<String, Vec<String>>, V31 Assertion Object;
    MinProperties "minProperties" min_properties: Option<u64>, V30 Assertion Object;
    MaxProperties "maxProperties" max_properties: Option<u64>, V30 Assertion Object;
    MinContains "minContains" min_contains: Option<u64>, V31 Assertion Array;
    MaxContains "maxContains" max_contains: Option<u64>, V31 Assertion Array;
    MinItems "minItems" min_items: Option<u64>, V30 Assertion Array;
    MaxItems "maxItems" max_items: Option<u64>, V30 Assertion Array;
    UniqueItems "uniqueItems" unique_items: bool, V30 Assertion Array;
    Minimum "minimum" minimum: Option<Number>, V30 Assertion Number;
    Maximum "maximum" maximum: Option<Number>, V30 Assertion Number;
    /// As a number; 3.0's boolean is folded into it.
    ExclusiveMinimum "exclusiveMinimum" exclusive_minimum: Option<Number>, V30 Assertion Number;
    /// As a number; 3.0's boolean is folded into it.
    ExclusiveMaximum "exclusiveMaximum" exclusive_maximum: Option<Number>, V30 Assertion Number;
    MultipleOf "multipleOf" multiple_of: Option<Number>, V30 Assertion Number;
    /// In Unicode code points.
    MinLength "minLength" min_length: Option<u64>, V30 Assertion String;
    /// In Unicode code points.
    MaxLength "maxLength" max_length: Option<u64>, V30 Assertion String;
    /// ECMA-262, unanchored.
    Pattern "pattern" pattern: Option<String>, V30 Assertion String;

    /// In document order.
    Properties "properties" properties: IndexMap<String, SchemaId>, V30 Inside Object;
    PatternProperties "patternProperties" pattern_properties: IndexMap<String, SchemaId>, V31 Inside Object;
    DependentSchemas "dependentSchemas" dependent_schemas: IndexMap<String, SchemaId>, V31 InPlace Object;
    AdditionalProperties "additionalProperties" additional_properties: Option<SchemaId>, V30 Inside Object;
    UnevaluatedProperties "unevaluatedProperties" unevaluated_properties: Option<SchemaId>, V31 Inside Object;
    PropertyNames "propertyNames" property_names: Option<SchemaId>, V31 Inside Object;
    Items "items" items: Option<SchemaId>, V30 Inside Array;
    PrefixItems "prefixItems" prefix_items: Vec<SchemaId>, V31 Inside Array;
    Contains "contains" contains: Option<SchemaId>, V31 Inside Array;
    UnevaluatedItems "unevaluatedItems" unevaluated_items: Option<SchemaId>, V31 Inside Array;
    AllOf "allOf" all_of: Vec<SchemaId>, V30 InPlace any;
    AnyOf "anyOf" any_of: Vec<SchemaId>, V30 InPlace any;
    OneOf "oneOf" one_of: Vec<SchemaId>, V30 InPlace any;
    Not "not" not: Option<SchemaId>, V30 InPlace any;
    If "if" if_: Option<SchemaId>, V31 InPlace any;
    Then "then" then: Option<SchemaId>, V31 InPlace any;
    Else "else" else_: Option<SchemaId>, V31 InPlace any;
}

impl Keyword {
    /// How many keywords can make a value invalid. Who handles each of them asserts that the number is
    /// the one that it knows.
    pub const CONSTRAINING: usize = {
        let (mut at, mut constraining) = (0, 0);
        while at < Self::ALL.len() {
            if Self::ALL[at].role().constrains() {
                constraining += 1;
            }
            at += 1;
        }
        constraining
    };

    /// The name in documents, for example `minLength`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The version since which documents may have it.
    #[must_use]
    pub const fn since(self) -> Version {
        self.row().since
    }

    /// What it does.
    #[must_use]
    pub const fn role(self) -> Role {
        self.row().role
    }

    /// What it holds.
    #[must_use]
    pub const fn kind(self) -> ValueKind {
        self.row().kind
    }

    /// The type of the values that it says something about; `None` for values of every type.
    #[must_use]
    pub const fn applies_to(self) -> Option<JsonType> {
        self.row().applies_to
    }

    /// The keyword of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|keyword| keyword.name() == name)
    }
}

impl Schema {
    /// The keywords that the schema has, `$ref` and `discriminator` aside.
    pub fn keywords(&self) -> impl Iterator<Item = Keyword> + '_ {
        Keyword::ALL.iter().copied().filter(|keyword| !self.value(*keyword).is_absent())
    }

    /// Whether a keyword beside `$ref` can make a value invalid.
    #[must_use]
    pub fn constrains(&self) -> bool {
        self.keywords().any(|keyword| keyword.role().constrains())
    }

    /// The schemas of some keywords: single ones first, then lists, then those with names.
    pub(crate) fn subschemas<'a>(
        &'a self,
        wanted: impl Fn(Keyword) -> bool + 'a,
    ) -> impl Iterator<Item = SchemaId> + 'a {
        let kinds = [ValueKind::Schema, ValueKind::Schemas, ValueKind::SchemaMap];
        let keywords = kinds
            .into_iter()
            .flat_map(|kind| Keyword::ALL.iter().copied().filter(move |keyword| keyword.kind() == kind));
        keywords.filter(move |keyword| wanted(*keyword)).flat_map(|keyword| self.value(keyword).schemas())
    }

    /// The schemas that apply to the same value as this one: `$ref`, `allOf` and the like.
    pub fn in_place(&self) -> impl Iterator<Item = SchemaId> + '_ {
        self.reference.into_iter().chain(self.subschemas(|keyword| keyword.role() == Role::InPlace))
    }

    /// The schemas that this one mentions in any way.
    pub fn children(&self) -> impl Iterator<Item = SchemaId> + '_ {
        let discriminator = self.discriminator.iter().flat_map(Discriminator::schemas);
        let inside = self.subschemas(|keyword| matches!(keyword.role(), Role::Inside | Role::Content));
        self.in_place().chain(inside).chain(discriminator)
    }

    /// Changes the id of every schema that this one mentions, as [`Schema::children`] lists them.
    pub(super) fn each_child(&mut self, change: &mut dyn FnMut(&mut SchemaId)) {
        self.reference.iter_mut().for_each(&mut *change);
        for keyword in Keyword::ALL {
            self.value_mut(*keyword).each_schema(change);
        }
        if let Some(discriminator) = &mut self.discriminator {
            let Discriminator { mapping, default, open, .. } = discriminator;
            mapping.values_mut().chain(default).chain(open).for_each(change);
        }
    }

    /// Takes a keyword away.
    pub(crate) fn clear(&mut self, keyword: Keyword) {
        self.value_mut(keyword).clear();
    }

    /// Takes a schema out of those that apply in place, so that more is valid.
    pub(crate) fn remove_in_place(&mut self, unwanted: SchemaId) {
        self.reference = self.reference.filter(|id| *id != unwanted);
        for keyword in Keyword::ALL.iter().filter(|keyword| keyword.role() == Role::InPlace) {
            self.value_mut(*keyword).remove_schema(unwanted);
        }
    }
}

impl Discriminator {
    fn schemas(&self) -> impl Iterator<Item = SchemaId> + '_ {
        self.mapping.values().copied().chain(self.default).chain(self.open)
    }
}

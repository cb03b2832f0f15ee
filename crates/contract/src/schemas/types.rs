//! Groups of values whose keywords are compared together.

use unplug_openapi::ir::TypeSet;

/// What the keywords of a schema are about; `null` has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] = [Self::Boolean, Self::Number, Self::String, Self::Array, Self::Object];

    pub(crate) fn types(self) -> TypeSet {
        match self {
            Self::Boolean => TypeSet::BOOLEAN,
            Self::Number => TypeSet::NUMBER,
            Self::String => TypeSet::STRING,
            Self::Array => TypeSet::ARRAY,
            Self::Object => TypeSet::OBJECT,
        }
    }
}

/// A set of types for a sentence, for example `integer or string`.
pub(crate) fn in_words(types: TypeSet) -> String {
    if types.and(TypeSet::NON_NULL) == TypeSet::NON_NULL {
        return "anything".to_owned();
    }
    let number = if types.and(TypeSet::NUMBER) == TypeSet::INTEGER { "integer" } else { "number" };
    let names = [
        (TypeSet::OBJECT, "object"),
        (TypeSet::ARRAY, "array"),
        (TypeSet::STRING, "string"),
        (TypeSet::NUMBER, number),
        (TypeSet::BOOLEAN, "boolean"),
        (TypeSet::NULL, "null"),
    ];
    let found: Vec<&str> =
        names.iter().filter(|(one, _)| !types.and(*one).is_empty()).map(|(_, name)| *name).collect();
    if found.is_empty() { "nothing".to_owned() } else { found.join(" or ") }
}

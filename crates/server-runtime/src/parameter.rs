//! A parameter with the schema of its value.

use unplug_wire::parameter::ParameterSpec;

use super::schema::Schema;

/// A parameter as its document declares it.
#[derive(Debug)]
pub struct Parameter {
    /// How it is written.
    pub spec: ParameterSpec,
    /// Schema of the value.
    pub schema: &'static Schema,
}

impl Parameter {
    /// A parameter that is any text of its form.
    #[must_use]
    pub const fn new(spec: ParameterSpec) -> Self {
        Self { spec, schema: &Schema::STRING }
    }

    /// The schema of the value, when it is not just any text.
    #[must_use]
    pub const fn schema(self, schema: &'static Schema) -> Self {
        Self { schema, ..self }
    }
}
